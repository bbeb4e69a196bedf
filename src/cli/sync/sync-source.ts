/** Synchronises with a source through the hub's public interface, follows the run, and says what came of it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ExitCode } from '../exit-codes';
import { ask, type HubAddress } from '../hub/hub-client';
import { type Language } from '../surroundings';
import { unwrap } from '../verify/bring-file';
import { followRun } from '../verify/follow-run';
import { type ProgressLine } from '../verify/progress-line';

export interface SyncOptions {
  readonly hub: HubAddress;
  /** A province; without it all that the key may see. */
  readonly locality: string | undefined;
  readonly json: boolean;
  readonly language: Language;
  readonly progress: ProgressLine;
  readonly print: (text: string) => void;
}

const Synced = z.object({
  id: z.string(),
  state: z.string(),
  simulated: z.boolean(),
  sync: z.object({
    localitiesDone: z.number(),
    localitiesFailed: z.number(),
    offered: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    deduplicated: z.number(),
    observations: z.number(),
  }),
  timeline: z.array(z.object({ event: z.string(), detail: z.record(z.string(), z.unknown()) })),
});
export type Synced = z.infer<typeof Synced>;

export async function syncSource(connector: string, options: SyncOptions): Promise<ExitCode> {
  const { hub, locality, json, language, progress, print } = options;
  const input = { kind: 'SYNC', connector, idempotencyKey: randomUUID(), ...(locality ? { locality } : {}) };
  const runId = unwrap((await ask(hub, 'start-sync', { input })).startRun);
  await followRun(hub, runId, progress.show);
  progress.end();
  const run = Synced.parse((await ask(hub, 'run', { id: runId })).run);
  print(json ? `${JSON.stringify(run)}\n` : wordSync(run, language));
  if (run.state === 'SUCCEEDED') return ExitCode.DONE;
  return run.state === 'SUCCEEDED_WITH_ISSUES' ? ExitCode.ISSUES : ExitCode.RUN_FAILED;
}

/** Provinces, records, observations, and who did not answer and why. */
export function wordSync({ id, state, simulated, sync, timeline }: Synced, language: Language): string {
  const vi = language === 'vi';
  const number = new Intl.NumberFormat(language);
  const show = (count: number) => number.format(count);
  const mark = simulated ? (vi ? ' · dữ liệu MÔ PHỎNG' : ' · SIMULATED data') : '';
  const lines = [
    `${state} · ${vi ? 'lượt chạy' : 'run'} ${id}${mark}`,
    vi
      ? `Tỉnh, thành phố: ${show(sync.localitiesDone)} có trả lời, ${show(sync.localitiesFailed)} không trả lời`
      : `Provinces: ${show(sync.localitiesDone)} answered, ${show(sync.localitiesFailed)} did not`,
  ];
  if (sync.offered > 0) {
    lines.push(
      vi
        ? `Bản ghi: gửi tới ${show(sync.offered)} = nhận ${show(sync.accepted)} (${show(sync.deduplicated)} đã có hoặc lỗi thời) + loại ${show(sync.rejected)}`
        : `Records: offered ${show(sync.offered)} = accepted ${show(sync.accepted)} (${show(sync.deduplicated)} known or outdated) + rejected ${show(sync.rejected)}`,
    );
  }
  lines.push(
    vi
      ? `Quan sát mới của các chỉ số: ${show(sync.observations)}`
      : `New observations of indicators: ${show(sync.observations)}`,
  );
  const failed = timeline.filter(({ event }) => event === 'LOCALITY_FAILED');
  lines.push(...failed.map(({ detail }) => `  ! ${String(detail.locality)}: ${String(detail.reason)}`));
  return `${lines.join('\n')}\n`;
}
