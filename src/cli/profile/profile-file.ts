/** Profiles a file through the hub's public interface: upload, dataset, run, then the figures of each column. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ExitCode } from '../exit-codes';
import { ask } from '../hub/hub-client';
import { type Language } from '../surroundings';
import { bringFile, unwrap, type FileToBring } from '../verify/bring-file';
import { followRun } from '../verify/follow-run';

export interface ProfileOptions extends FileToBring {
  readonly json: boolean;
  readonly print: (text: string) => void;
}

const Share = z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() });
const Profile = z.object({
  rows: z.number(),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.string().nullable(),
      completeness: Share,
      validity: Share.nullable(),
      distinct: z.number(),
      patterns: z.array(z.object({ text: z.string(), count: z.number() })),
      signs: z.array(z.object({ sign: z.string(), rows: z.number() })),
    }),
  ),
  consistency: z.array(z.object({ check: z.string(), share: Share })),
});
type Profile = z.infer<typeof Profile>;
const Answer = z.object({ profile: Profile.nullable() });

export async function profileFile(path: string, options: ProfileOptions): Promise<ExitCode> {
  const { hub, language } = options;
  const datasetId = await bringFile(path, options);
  const input = { kind: 'PROFILE', datasetId, idempotencyKey: randomUUID() };
  const runId = unwrap((await ask(hub, 'start-run', { input })).startRun);
  const { state } = await followRun(hub, runId, options.progress.show);
  options.progress.end();
  const answer = (await ask(hub, 'dataset-profile', { id: datasetId })).dataset;
  const { profile } = Answer.parse(answer);
  if (state !== 'SUCCEEDED' || profile === null) return ExitCode.RUN_FAILED;
  const raw = { runId, datasetId, profile: (answer as { profile: unknown }).profile };
  options.print(options.json ? `${JSON.stringify(raw)}\n` : wordProfile(profile, language));
  return ExitCode.DONE;
}

/** One line a column, its commonest pattern, and whatever is suspicious below it. */
export function wordProfile(profile: Profile, language: Language): string {
  const vi = language === 'vi';
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const share = (one: { value: number | null } | null) =>
    one?.value == null ? '–' : percent.format(one.value);
  const lines = [vi ? `${number.format(profile.rows)} dòng` : `${number.format(profile.rows)} rows`];
  for (const column of profile.columns) {
    const parts = [
      `${vi ? 'đầy đủ' : 'complete'} ${share(column.completeness)}`,
      `${vi ? 'hợp lệ' : 'valid'} ${share(column.validity)}`,
      `${vi ? 'khác nhau ≈' : 'distinct ≈'} ${number.format(column.distinct)}`,
      ...(column.patterns[0] ? [column.patterns[0].text] : []),
    ];
    lines.push(`  ${column.header}${column.field ? ` (${column.field})` : ''}: ${parts.join(' · ')}`);
    lines.push(...column.signs.map(({ sign, rows }) => `      ! ${sign}: ${number.format(rows)}`));
  }
  lines.push(
    ...profile.consistency.map(
      (one) => `  ${one.check}: ${share(one.share)} (${number.format(one.share.denominator)})`,
    ),
  );
  return `${lines.join('\n')}\n`;
}
