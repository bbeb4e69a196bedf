/** Gives a chunk back untouched because its source could not answer; it may be claimed again after a while. */
import { type DataSource } from 'typeorm';
import { insertRunEvent } from '../db/queries/insert-run-event';
import { type Claim } from './claim-chunk';
import { inTransaction } from './in-transaction';

export interface GivenBack {
  /** Class of what went wrong, as a code. */
  readonly reason: string;
  /** Seconds until the chunk may be claimed again. */
  readonly waitSeconds: number;
}

export function giveBackChunk(db: DataSource, claim: Claim, back: GivenBack): Promise<void> {
  return inTransaction(db, async ({ client }) => {
    const given = await client.query(
      `update chunk set state = 'READY', lease_until = null, retries = retries + 1, last_error = $4,
         not_before = clock_timestamp() + make_interval(secs => $5)
       where run_id = $1 and no = $2 and epoch = $3 and state = 'LEASED'`,
      [claim.runId, claim.no, claim.epoch, back.reason, back.waitSeconds],
    );
    if (given.rowCount === 1) {
      await insertRunEvent(client, claim.runId, 'CHUNK_GIVEN_BACK', { chunk: claim.no, reason: back.reason });
    }
  });
}
