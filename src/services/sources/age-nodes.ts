/** Calls a province's IOC stale once nothing was heard of it for longer than a reporting day, also when no synchronisation runs at all. */
import { type DataSource } from 'typeorm';
import { SILENT_MINUTES_BEFORE_STALE } from '../../domain/ioc/ioc-stage';

/** Gives the codes of those that became stale. `now` in epoch milliseconds. */
export async function ageNodes(db: DataSource, now: number): Promise<string[]> {
  const aged = await db.query<{ code: string }[]>(
    `with silent as (
       select locality_code, stage from ioc_node
       where stage in ('TRIAL', 'CONNECTED', 'DEGRADED') and last_sync_at < $1::timestamptz - make_interval(mins => $2)
       for update skip locked
     ),
     aged as (
       update ioc_node n set stage = 'STALE', why = 'SILENT', stage_since = $1 from silent
       where n.locality_code = silent.locality_code
     )
     insert into ioc_stage_change (locality_code, at, from_stage, to_stage, why)
     select locality_code, $1, stage, 'STALE', 'SILENT' from silent returning locality_code as code`,
    [new Date(now), SILENT_MINUTES_BEFORE_STALE],
  );
  return aged.map(({ code }) => code);
}
