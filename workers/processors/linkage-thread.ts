/** Links in a thread of its own, so that the worker's own thread can go on renewing leases. */
import { parentPort, workerData } from 'node:worker_threads';
import { clusterLines, pairLines } from '../../src/domain/linkage/linkage-copy';
import { linkRows } from '../../src/domain/linkage/link-rows';
import { LinkageTableBuilder, type ColumnPositions } from '../../src/domain/linkage/linkage-table';
import { type LinkageModel } from '../../src/domain/linkage/linkage-model';
import { seededRandom } from '../../src/domain/linkage/seeded-random';
import { isTrainingProblem, trainModel, type TrainingProblem } from '../../src/domain/linkage/train-model';

export interface ThreadTask {
  readonly runId: string;
  readonly model: LinkageModel;
  readonly train: boolean;
}

/** What the thread is sent: where a file's columns stand, its rows slice by slice, and that all is there. */
export type ToThread =
  | { readonly say: 'FILE'; readonly positions: ColumnPositions }
  | { readonly say: 'ROWS'; readonly rows: readonly (readonly string[])[] }
  | { readonly say: 'LINK' };

/** What it answers: one TAKEN for each slice; then the result in pieces, or why nothing could be learnt. */
export type FromThread =
  | { readonly say: 'TAKEN' }
  | { readonly say: 'PAIRS'; readonly piece: Uint8Array }
  | { readonly say: 'CLUSTERS'; readonly piece: Uint8Array }
  | { readonly say: 'UNTRAINABLE'; readonly problem: TrainingProblem }
  | { readonly say: 'DONE'; readonly model: LinkageModel; readonly report: object };

/** Which random pairs are drawn does not matter, but a repeated run must find the same. */
const TRAINING_SEED = 6;

function work({ runId, model, train }: ThreadTask, send: (message: FromThread) => void) {
  const builder = new LinkageTableBuilder(model.fields);
  return (message: ToThread): void => {
    if (message.say === 'FILE') return builder.beginFile(message.positions);
    if (message.say === 'ROWS') {
      for (const cells of message.rows) builder.addRow(cells);
      return send({ say: 'TAKEN' });
    }
    const table = builder.finish();
    const trained = train ? trainModel(model, table, seededRandom(TRAINING_SEED)) : null;
    if (trained && isTrainingProblem(trained)) return send({ say: 'UNTRAINABLE', problem: trained });
    const used = trained?.model ?? model;
    const result = linkRows(used, table);
    const encoder = new TextEncoder();
    for (const piece of pairLines(runId, result, table)) send({ say: 'PAIRS', piece: encoder.encode(piece) });
    for (const piece of clusterLines(runId, result, table))
      send({ say: 'CLUSTERS', piece: encoder.encode(piece) });
    send({ say: 'DONE', model: used, report: { ...result.report, training: trained?.report ?? null } });
  };
}

parentPort?.on(
  'message',
  work(workerData as ThreadTask, (message) => parentPort?.postMessage(message)),
);
