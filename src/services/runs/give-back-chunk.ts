/** Gives a chunk back because it could not be ended now; it may be claimed again after a while, by whoever comes. */
import { type ClientBase, type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { type Claim } from './claim-chunk';
import { inTransaction } from '../in-transaction';
import { type Counts } from './settle-chunk';

export interface GivenBack {
  /** Whose trouble it is: a source that waiting cures, or a fault that counts against the run. */
  readonly because: 'SOURCE_UNAVAILABLE' | 'FAULT';
  /** Class of what went wrong, as a code. */
  readonly reason: string;
  /** Seconds until the chunk may be claimed again. */
  readonly waitSeconds: number;
  /** Seconds that all workers should leave the source alone; 0 for not at all. */
  readonly restSeconds: number;
  /** Writes what is done already, so that nobody does it again, and gives the counts of all that is done of the chunk; null for nothing. */
  readonly keep: ((client: PoolClient) => Promise<Counts>) | null;
}

export function giveBackChunk(db: DataSource, claim: Claim, back: GivenBack): Promise<void> {
  return inTransaction(db, async ({ client }) => {
    const fault = back.because === 'FAULT';
    const given = await client.query<{ told: boolean }>(
      `update chunk
       set state = $6, lease_until = null, retries = chunk.retries + 1, faults = chunk.faults + $7, last_error = $4,
         not_before = clock_timestamp() + make_interval(secs => $5)
       from (select run_id, no, last_error from chunk where run_id = $1 and no = $2) before
       where chunk.run_id = $1 and chunk.no = $2 and chunk.epoch = $3 and chunk.state = 'LEASED'
       returning before.last_error is not distinct from $4 as told`,
      [
        claim.runId,
        claim.no,
        claim.epoch,
        back.reason,
        back.waitSeconds,
        fault ? 'READY' : 'WAITING_CONNECTOR',
        fault ? 1 : 0,
      ],
    );
    const [row] = given.rows;
    if (!row) return;
    // Behind the same fence as a settlement: results of a chunk that was lost meanwhile are not written.
    if (back.keep !== null) await noteCounts(client, claim, await back.keep(client));
    if (back.restSeconds > 0) await restConnector(client, claim, back.restSeconds);
    // Told once for each reason: an outage of a week must not fill the timeline with one line every few seconds.
    if (row.told) return;
    await insertRunEvent(client, claim.runId, 'CHUNK_GIVEN_BACK', { chunk: claim.no, reason: back.reason });
  });
}

async function noteCounts(client: ClientBase, { runId, no }: Claim, counts: Counts): Promise<void> {
  await client.query(`update chunk set counts = $3 where run_id = $1 and no = $2`, [runId, no, counts]);
}

/** Never shortens a rest that the source asked for elsewhere. */
async function restConnector(client: ClientBase, claim: Claim, seconds: number): Promise<void> {
  await client.query(
    `update connector
     set resting_until = greatest(resting_until, clock_timestamp() + make_interval(secs => $2)) where key = $1`,
    [claim.connectorKey, seconds],
  );
}
