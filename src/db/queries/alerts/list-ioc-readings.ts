/** What the alert rules on the provinces' IOCs and on schedules read at a moment. */
import { type ClientBase } from 'pg';
import { type AlertReading } from '../../../domain/alert/plan-alerts';

/**
 * Silence is what asking has found: minutes from the last success to the last attempt, so that a hub which does not
 * ask blames nobody. A node that its stage calls stale is silent for as long as the rule wants. What is on trial or not begun has
 * promised nothing yet.
 */
export async function listIocReadings(client: ClientBase): Promise<AlertReading[]> {
  const found = await client.query<AlertReading>(
    `select reading.rule, n.locality_code as "subjectKey", json_build_object('vi', l.name_vi, 'en', l.name_en) as subject,
       n.locality_code as "localityCode", reading.value, n.simulated
     from ioc_node n join locality l on l.code = n.locality_code
     left join lateral (
       select 100 * avg((f.correct + f.complete + f.clean + f.live + f.consistent) / 5) as points
       from ioc_feed f where f.locality_code = n.locality_code
     ) quality on true
     cross join lateral (values
       ('IOC_SILENT', greatest(
         extract(epoch from n.last_attempt_at - coalesce(n.last_sync_at, n.stage_since)) / 60,
         case n.stage when 'STALE' then (select raise_at from alert_rule where code = 'IOC_SILENT') end, 0)::float8),
       ('IOC_FAILING', n.consecutive_failures::float8),
       ('IOC_QUALITY', quality.points)
     ) as reading (rule, value)
     where n.stage in ('CONNECTED', 'DEGRADED', 'STALE')`,
  );
  return found.rows;
}

/** Minutes past the slot that should have been; a paused schedule is not late. */
export async function listScheduleReadings(client: ClientBase, now: Date): Promise<AlertReading[]> {
  const found = await client.query<AlertReading>(
    `select 'SCHEDULE_LATE' as rule, s.id as "subjectKey",
       json_build_object('vi', concat_ws(', ', coalesce(k.title_vi, s.connector_key), l.name_vi),
         'en', concat_ws(', ', coalesce(k.title_en, s.connector_key), l.name_en)) as subject,
       nullif(s.locality_code, 'VN') as "localityCode",
       greatest(extract(epoch from $1::timestamptz - s.next_at) / 60, 0)::float8 as value,
       coalesce(k.simulated, false) as simulated
     from schedule s join locality l on l.code = s.locality_code left join connector k on k.key = s.connector_key
     where not s.paused`,
    [now],
  );
  return found.rows;
}
