/** Ends a run that cannot go on, with the class of the failure as a code that a person can act on. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { type Claim } from './claim-chunk';
import { inTransaction } from '../in-transaction';
import { withdrawChunks } from './withdraw-chunks';

export interface RunFailure {
  /** FAILED_CONFIG: somebody must change a setting or a right; FAILED_SYSTEM: the source or the hub is at fault. */
  readonly state: 'FAILED_CONFIG' | 'FAILED_SYSTEM';
  readonly code: string;
}

export function failRun(db: DataSource, claim: Claim, failure: RunFailure): Promise<void> {
  return inTransaction(db, async ({ client }) => {
    const mine = await client.query(
      `select 1 from chunk where run_id = $1 and no = $2 and epoch = $3 and state = 'LEASED' for update`,
      [claim.runId, claim.no, claim.epoch],
    );
    if (mine.rowCount === 0) return;
    await withdrawChunks(client, claim.runId);
    await client.query(
      `update run set state = $2, error_code = $3, finished_at = clock_timestamp()
       where id = $1 and state in ('QUEUED', 'RUNNING')`,
      [claim.runId, failure.state, failure.code],
    );
    if (claim.kind === 'IMPORT') {
      await client.query(`update dataset set state = 'FAILED' where id = $1`, [claim.datasetId]);
    }
    await insertRunEvent(client, claim.runId, 'FAILED', { code: failure.code });
    await insertAuditEntry(client, {
      actor: null,
      action: 'run.fail',
      subject: `run:${claim.runId}`,
      detail: { state: failure.state, code: failure.code },
    });
  });
}
