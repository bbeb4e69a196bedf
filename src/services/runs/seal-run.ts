/** Ends a run that feeds no cell of the matrix: its state, its last event and the audit line. */
import { type ClientBase } from 'pg';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';

/** Runs inside the transaction that settles the finishing chunk. */
export async function sealRun(client: ClientBase, runId: string): Promise<void> {
  const ended = await client.query<{ state: string; rows: number }>(
    `update run set finished_at = clock_timestamp(), state = case
       when exists (select 1 from chunk where run_id = $1 and state = 'QUARANTINED') then 'SUCCEEDED_WITH_ISSUES'
       else 'SUCCEEDED' end
     where id = $1 returning state, rows_total as rows`,
    [runId],
  );
  const { state, rows } = ended.rows[0] ?? { state: 'SUCCEEDED', rows: 0 };
  await insertRunEvent(client, runId, 'FINISHED', { rows });
  await insertAuditEntry(client, {
    actor: null,
    action: 'run.finish',
    subject: `run:${runId}`,
    detail: { state, rows },
  });
}
