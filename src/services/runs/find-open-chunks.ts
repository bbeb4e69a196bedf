/** Finds the chunks that somebody should be working on, for the reconciler to ring again: one hub process at a time. */
import { type DataSource } from 'typeorm';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { tryLock } from '../hub-lock';
import { inTransaction } from '../in-transaction';

/** Ringing for everything at once would be a storm; what is left over is rung for in the next round. */
const MOST_AT_ONCE = 500;

/** Empty when another process is looking at this moment. */
export function findOpenChunks(db: DataSource): Promise<WorkOnChunk[]> {
  return inTransaction(db, async ({ client }) => {
    if (!(await tryLock(client, 'RECONCILE'))) return [];
    const open = await client.query<{ run_id: string; no: number; epoch: number }>(
      `select chunk.run_id, chunk.no, chunk.epoch from chunk
       join run on run.id = chunk.run_id and run.state in ('QUEUED', 'RUNNING')
       left join connector on connector.key = run.connector_key and chunk.step = 'WORK'
       where chunk.state in ('READY', 'WAITING_CONNECTOR')
           and (chunk.not_before is null or chunk.not_before <= clock_timestamp())
           and (connector.resting_until is null or connector.resting_until <= clock_timestamp())
          or chunk.state = 'LEASED' and chunk.lease_until < clock_timestamp()
       order by run.created_at, chunk.no limit $1`,
      [MOST_AT_ONCE],
    );
    return open.rows.map((row) => ({ runId: row.run_id, no: row.no, epoch: row.epoch }));
  });
}
