/** Profiles a dataset in one pass over its rows, in memory that does not grow with them. */
import { setImmediate as breathe } from 'node:timers/promises';
import { Dataset } from '../../src/db/entities/dataset.entity';
import { listRowSlice } from '../../src/db/queries/list-row-slice';
import { TableProfiler } from '../../src/domain/profile/profile-table';
import { sealRun } from '../../src/services/runs/seal-run';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { storeProfile } from '../../src/services/results/store-profile';
import { endRun } from './end-run';
import { type Processor } from './processor';

/** Rows between two looks at the lease: a hundredth of a second of work. */
const SLICE = 2_000;

export const profileDataset: Processor = async (claim, context): Promise<Settlement> => {
  const dataset = await context.db.manager.findOneByOrFail(Dataset, { id: claim.datasetId });
  const profiler = new TableProfiler(dataset.headers, dataset.mapping, claim.requestedOn);
  for (let firstSeq = 1; firstSeq <= (dataset.acceptedRows ?? 0); firstSeq += SLICE) {
    context.signal.throwIfAborted();
    const rows = await listRowSlice(context.db, claim.datasetId, dataset.headers.length, {
      firstSeq,
      lastSeq: firstSeq + SLICE - 1,
    });
    for (const { cells } of rows) profiler.add(cells);
    await breathe();
  }
  const profile = profiler.finish();
  return endRun([], async (client) => {
    await storeProfile(client, claim, profile);
    await sealRun(client, claim.runId);
  });
};
