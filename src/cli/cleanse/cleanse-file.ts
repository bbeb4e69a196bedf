/** Cleanses a file through the hub's public interface: upload, dataset, run, then the clean file and the log of changes. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type RulePack } from '../../domain/cleanse/rule-pack';
import { ExitCode } from '../exit-codes';
import { DatasetAnswer, RunAnswer } from '../hub/hub-answers';
import { ask, type HubAddress } from '../hub/hub-client';
import { bringFile, unwrap, type FileToBring } from '../verify/bring-file';
import { followRun } from '../verify/follow-run';
import { checkWritable } from '../save-whole';
import { saveArtifact } from '../verify/save-artifact';
import { wordCleansing, type ChangeCountAnswer } from './word-cleansing';

export interface CleanseOptions extends FileToBring {
  readonly pack: RulePack | undefined;
  readonly out: string | undefined;
  readonly changes: string | undefined;
  readonly json: boolean;
  readonly print: (text: string) => void;
}

const CountsAnswer: z.ZodType<{ changeCounts: ChangeCountAnswer[] }> = z.object({
  changeCounts: z.array(
    z.object({
      rule: z.string(),
      title: z.object({ vi: z.string(), en: z.string() }),
      field: z.string(),
      mode: z.string(),
      count: z.number(),
    }),
  ),
});

export async function cleanseFile(path: string, options: CleanseOptions): Promise<ExitCode> {
  const { hub, language, out, changes } = options;
  for (const file of [out, changes]) if (file) checkWritable(file);
  const datasetId = await bringFile(path, options);
  const runId = await startCleansing(hub, datasetId, options.pack);
  await followRun(hub, runId, options.progress.show);
  options.progress.end();
  const run = RunAnswer.parse((await ask(hub, 'run', { id: runId })).run);
  const dataset = DatasetAnswer.parse((await ask(hub, 'dataset', { id: datasetId, first: 5 })).dataset);
  const { changeCounts } = CountsAnswer.parse((await ask(hub, 'change-counts', { id: runId })).run);
  const written = await saveFiles(hub, run, { 'clean.csv': out, 'changes.csv': changes });
  const { state } = run;
  const told = { runId, datasetId, state, rows: dataset.rows, changes: changeCounts, files: written };
  options.print(options.json ? `${JSON.stringify(told)}\n` : wordCleansing(told, dataset, language));
  return exitCodeOf(state);
}

async function startCleansing(
  hub: HubAddress,
  datasetId: string,
  pack: RulePack | undefined,
): Promise<string> {
  const modes = Object.entries(pack?.modes ?? {}).map(([rule, mode]) => ({ rule, mode }));
  const input = { kind: 'CLEANSE', datasetId, idempotencyKey: randomUUID(), rules: { modes } };
  return unwrap((await ask(hub, 'start-run', { input })).startRun);
}

/** Name on the hub → where it was written, for those that were asked for. */
async function saveFiles(
  hub: HubAddress,
  run: RunAnswer,
  wanted: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const artifact of run.artifacts) {
    const path = wanted[artifact.name];
    if (path === undefined) continue;
    await saveArtifact(hub, artifact, path);
    written[artifact.name] = path;
  }
  return written;
}

function exitCodeOf(state: string): ExitCode {
  if (state === 'SUCCEEDED') return ExitCode.DONE;
  return state === 'SUCCEEDED_WITH_ISSUES' ? ExitCode.ISSUES : ExitCode.RUN_FAILED;
}
