/** Links files through the hub's public interface: upload, datasets, run, then pairs and clusters. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { ExitCode } from '../exit-codes';
import { DatasetAnswer, RunAnswer } from '../hub/hub-answers';
import { ask, type HubAddress } from '../hub/hub-client';
import { bringFile, unwrap, type FileToBring } from '../verify/bring-file';
import { followRun } from '../verify/follow-run';
import { checkWritable } from '../save-whole';
import { saveArtifact } from '../verify/save-artifact';
import { wordHubLinkage } from './word-linkage';

export interface HubLinkOptions extends FileToBring {
  readonly paths: readonly string[];
  readonly model: LinkageModel;
  readonly train: boolean;
  readonly out: string | undefined;
  readonly clusters: string | undefined;
  readonly json: boolean;
  readonly print: (text: string) => void;
}

const POLL_MS = 500;

export const LinkageAnswer = z
  .object({
    comparedPairs: z.number(),
    links: z.number(),
    reviews: z.number(),
    clusters: z.number(),
    clusteredRows: z.number(),
    cutLinks: z.number(),
    blocking: z.array(
      z.object({ rule: z.string(), largest: z.number(), oversized: z.number(), droppedPairs: z.number() }),
    ),
  })
  .nullable();
export type LinkageAnswer = z.infer<typeof LinkageAnswer>;

export async function linkOnHub(options: HubLinkOptions): Promise<ExitCode> {
  const { hub, language, progress, out, clusters } = options;
  for (const file of [out, clusters]) if (file) checkWritable(file);
  const datasets: DatasetAnswer[] = [];
  for (const path of options.paths) {
    const id = await bringFile(path, options);
    progress.note(language === 'vi' ? `Đang nhập ${path}` : `Importing ${path}`);
    datasets.push(await waitForImport(hub, id));
  }
  const [datasetId, secondDatasetId] = datasets.map(({ id }) => id);
  const { model: customModel, train } = options;
  const input = { datasetId, secondDatasetId, customModel, train, idempotencyKey: randomUUID() };
  const runId = unwrap((await ask(hub, 'start-linkage', { input })).startLinkage);
  await followRun(hub, runId, progress.show);
  progress.end();
  const run = RunAnswer.parse((await ask(hub, 'run', { id: runId })).run);
  const { run: told } = await ask(hub, 'run-pairs', { id: runId, first: 1 });
  const linkage = LinkageAnswer.parse((told as { linkage: unknown }).linkage);
  const written: string[] = [];
  for (const artifact of run.artifacts) {
    const path = { 'pairs.csv': out, 'clusters.csv': clusters }[artifact.name];
    if (path === undefined) continue;
    await saveArtifact(hub, artifact, path);
    written.push(path);
  }
  const rows = datasets.map((dataset) => dataset.rows);
  options.print(
    options.json
      ? `${JSON.stringify({ runId, state: run.state, rows, ...linkage, written })}\n`
      : wordHubLinkage({ runId, state: run.state, linkage, written }, language),
  );
  const rejected = rows.some((counts) => (counts?.rejected ?? 0) > 0);
  if (run.state !== 'SUCCEEDED' && run.state !== 'SUCCEEDED_WITH_ISSUES') return ExitCode.RUN_FAILED;
  return rejected || run.state !== 'SUCCEEDED' ? ExitCode.ISSUES : ExitCode.DONE;
}

/** Until the rows are there, or the import has failed, which the hub then says when the linkage is asked for. */
async function waitForImport(hub: HubAddress, id: string): Promise<DatasetAnswer> {
  for (;;) {
    const dataset = DatasetAnswer.parse((await ask(hub, 'dataset', { id, first: 1 })).dataset);
    if (dataset.state !== 'IMPORTING') return dataset;
    await delay(POLL_MS);
  }
}
