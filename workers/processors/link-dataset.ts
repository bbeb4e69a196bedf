/** Links the rows of one dataset or two, and hands over pairs, clusters and the account of what was compared. */
import { type DataSource } from 'typeorm';
import { getLinkageSettings, type StoredLinkageSettings } from '../../src/db/queries/get-linkage-settings';
import { listRowSlice } from '../../src/db/queries/list-row-slice';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { failpoint } from '../../src/services/runs/failpoint';
import { openFinishWhenDone } from '../../src/services/runs/open-finish-when-done';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import { storeLinkage } from '../../src/services/results/store-linkage';
import { linkInThread } from './link-in-thread';
import { type ToThread } from './linkage-thread';
import { type Processor } from './processor';

/** Rows read at a time. */
const SLICE = 5_000;

export const linkDataset: Processor = async (claim: Claim, { db, signal }): Promise<Settlement> => {
  const { files, model, train } = await getLinkageSettings(db, claim.runId);
  failpoint('work.afterRead');
  const lines = await linkInThread(
    { runId: claim.runId, model, train },
    readFiles(db, files, signal),
    signal,
  );
  failpoint('work.beforeSettle');
  return {
    apply: async (client) => {
      await storeLinkage(client, claim.runId, lines);
      return null;
    },
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

async function* readFiles(
  db: DataSource,
  files: StoredLinkageSettings['files'],
  signal: AbortSignal,
): AsyncGenerator<ToThread> {
  for (const { datasetId, positions } of files) {
    yield { say: 'FILE', positions };
    const columns = 1 + Math.max(...Object.values(positions));
    for (let firstSeq = 1; ; firstSeq += SLICE) {
      signal.throwIfAborted();
      const slice = await listRowSlice(db, datasetId, columns, { firstSeq, lastSeq: firstSeq + SLICE - 1 });
      if (slice.length === 0) break;
      yield { say: 'ROWS', rows: slice.map(({ cells }) => cells) };
    }
  }
  yield { say: 'LINK' };
}
