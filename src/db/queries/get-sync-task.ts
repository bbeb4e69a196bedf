/** What a chunk of a synchronisation is about: its province, and where the reading of each of its feeds goes on. */
import { type DataSource } from 'typeorm';

export interface SyncTask {
  readonly localityCode: string;
  readonly simulated: boolean;
  /** By code of the feed; null begins where the source does. */
  readonly cursors: Readonly<Record<string, string | null>>;
}

export async function getSyncTask(db: DataSource, runId: string, seq: number): Promise<SyncTask> {
  const [task] = await db.query<SyncTask[]>(
    `select task.code as "localityCode", task.simulated,
       coalesce((select json_object_agg(feed_code, cursor) from ioc_feed where locality_code = task.code), '{}') as cursors
     from (select settings -> 'localities' ->> ($2::int - 1) as code, simulated from run where id = $1) task`,
    [runId, seq],
  );
  if (!task?.localityCode) throw new Error(`run ${runId} has no locality ${seq}`);
  return task;
}
