/** Commits the result of a chunk exactly once: fence, results, counters and what follows from them in one transaction. */
import { type ClientBase, type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { type Claim } from './claim-chunk';
import { failpoint } from './failpoint';
import { inTransaction } from '../in-transaction';

/** Somebody else holds the chunk by now: this worker's result must not be, and was not, applied. */
export class Fenced extends Error {
  constructor(claim: Pick<Claim, 'runId' | 'no' | 'epoch'>) {
    super(`chunk ${claim.no} of run ${claim.runId} is no longer held under epoch ${claim.epoch}`);
    this.name = 'Fenced';
  }
}

export interface Settlement {
  /** Verdict → number of rows. */
  readonly counts: Readonly<Record<string, number>>;
  /** Writes the results on the transaction's own connection. */
  apply(client: PoolClient): Promise<void>;
  /** What follows in the run once the chunk counts as done; returns the bells to ring after the commit. */
  follow(client: PoolClient): Promise<WorkOnChunk[]>;
}

/** @throws Fenced when the claim was lost: nothing is written then. */
export async function settleChunk(
  db: DataSource,
  claim: Claim,
  settlement: Settlement,
): Promise<WorkOnChunk[]> {
  let bells: WorkOnChunk[] = [];
  try {
    await inTransaction(db, async ({ client }) => {
      await passFence(client, claim, settlement.counts);
      failpoint('settle.afterFence');
      await settlement.apply(client);
      failpoint('settle.afterResults');
      bells = await settlement.follow(client);
      failpoint(claim.step === 'WORK' ? 'settle.beforeCommit' : 'finish.beforeCommit');
    });
  } catch (error) {
    if (error instanceof Fenced || !(await wasCommitted(db, claim))) throw error;
    // The connection broke between COMMIT and its answer: the row says that the commit took place.
  }
  failpoint(claim.step === 'WORK' ? 'settle.afterCommit' : 'finish.afterCommit');
  return bells;
}

async function passFence(client: ClientBase, claim: Claim, counts: Settlement['counts']): Promise<void> {
  const fenced = await client.query(
    `update chunk set state = 'DONE', lease_until = null, counts = $4, done_at = clock_timestamp()
     where run_id = $1 and no = $2 and epoch = $3 and state = 'LEASED'`,
    [claim.runId, claim.no, claim.epoch, counts],
  );
  if (fenced.rowCount !== 1) throw new Fenced(claim);
}

async function wasCommitted(db: DataSource, claim: Claim): Promise<boolean> {
  const rows = await db
    .query<unknown[]>(`select 1 from chunk where run_id = $1 and no = $2 and epoch = $3 and state = 'DONE'`, [
      claim.runId,
      claim.no,
      claim.epoch,
    ])
    .catch(() => []);
  return rows.length > 0;
}
