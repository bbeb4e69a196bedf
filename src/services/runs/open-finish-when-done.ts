/** Opens a run's finishing chunk once the last of its work is over. */
import { type ClientBase } from 'pg';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';

/**
 * Locks the run first: two workers that commit the last two chunks at the same moment would otherwise each see the
 * other's as unfinished, and nobody would open the finish. No stronger a lock: rows that point at the run hold a share of
 * its key, and two such transactions would wait for each other.
 */
export async function openFinishWhenDone(client: ClientBase, runId: string): Promise<WorkOnChunk[]> {
  await client.query('select 1 from run where id = $1 for no key update', [runId]);
  const opened = await client.query<{ no: number; epoch: number }>(
    `update chunk set state = 'READY'
     where run_id = $1 and step = 'FINISH' and state = 'BLOCKED'
       and not exists (
         select 1 from chunk work
         where work.run_id = $1 and work.step = 'WORK' and work.state in ('READY', 'WAITING_CONNECTOR', 'LEASED')
       )
     returning no, epoch`,
    [runId],
  );
  return opened.rows.map(({ no, epoch }) => ({ runId, no, epoch }));
}
