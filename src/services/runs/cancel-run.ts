/** Stops a run at once: its open chunks are taken from their holders, who can then no longer commit anything. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { type RunState } from '../../domain/run/run-state';
import { inTransaction } from '../in-transaction';
import { withdrawChunks } from './withdraw-chunks';

export function cancelRun(db: DataSource, actor: Actor, runId: string): Promise<{ runId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ state: RunState; locality_code: string }>(
      `select run.state, coalesce(run.locality_code, dataset.locality_code) as locality_code
       from run left join dataset on dataset.id = run.dataset_id where run.id = $1`,
      [runId],
    );
    const run = found.rows[0];
    if (!run || !seesLocality(actor, run.locality_code)) return refuse('RUN_NOT_FOUND');
    // Chunks before the run, as everywhere: the two locks taken in one order cannot wait for each other.
    await withdrawChunks(client, runId);
    const cancelled = await client.query(
      `update run set state = 'CANCELLED', finished_at = clock_timestamp()
       where id = $1 and state in ('QUEUED', 'RUNNING')`,
      [runId],
    );
    if (cancelled.rowCount === 0) return refuse('RUN_ALREADY_SETTLED');
    await insertRunEvent(client, runId, 'CANCELLED');
    await insertAuditEntry(client, { actor, action: 'run.cancel', subject: `run:${runId}` });
    return { runId };
  });
}
