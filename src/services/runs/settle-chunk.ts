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

/** What a chunk found, by kind: of a verification, verdict → number of rows. */
export type Counts = Readonly<Record<string, number>>;

export interface Settlement {
  /** Writes the results on the transaction's own connection; gives what there was to count, if anything. */
  apply(client: PoolClient): Promise<Counts | null>;
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
      await passFence(client, claim);
      failpoint('settle.afterFence');
      await markDone(client, claim, (await settlement.apply(client)) ?? {});
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

/** Holds the chunk's row until the end of the transaction: nobody takes the chunk over while results are written. */
async function passFence(client: ClientBase, claim: Claim): Promise<void> {
  const held = await client.query(
    `select from chunk where run_id = $1 and no = $2 and epoch = $3 and state = 'LEASED' for update`,
    [claim.runId, claim.no, claim.epoch],
  );
  if (held.rowCount !== 1) throw new Fenced(claim);
}

async function markDone(client: ClientBase, { runId, no }: Claim, counts: Counts): Promise<void> {
  await client.query(
    `update chunk set state = 'DONE', lease_until = null, counts = $3, done_at = clock_timestamp()
     where run_id = $1 and no = $2`,
    [runId, no, counts],
  );
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
