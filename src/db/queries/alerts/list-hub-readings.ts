/** What the alert rules on connectors and runs read at a moment. */
import { type ClientBase } from 'pg';
import { type AlertReading } from '../../../domain/alert/plan-alerts';

/** Fewer calls than this tell nothing of a rate. */
const LEAST_CALLS = 20;

const VITALS = `left join lateral (
    select bool_or(v.breaker = 'OPEN') as open, sum(v.calls)::int as calls, sum(v.failures)::int as failures,
      max(v.p95_ms) as p95_ms
    from connector_vitals v where v.connector_key = k.key and v.seen_at > $1::timestamptz - interval '1 minute'
  ) seen on true`;

export async function listConnectorReadings(client: ClientBase, now: Date): Promise<AlertReading[]> {
  const found = await client.query<AlertReading>(
    `select reading.rule, k.key as "subjectKey", json_build_object('vi', k.title_vi, 'en', k.title_en) as subject,
       null as "localityCode", reading.value, k.simulated
     from connector k ${VITALS}
     cross join lateral (values
       ('CONNECTOR_DOWN', case when k.health = 'DOWN' or seen.open then 1 when k.health = 'UP' then 0 end::float8),
       ('CONNECTOR_FAILING', case when seen.calls >= $2 then 100.0 * seen.failures / seen.calls end::float8),
       ('CONNECTOR_SLOW', seen.p95_ms),
       ('CONNECTOR_SETTINGS', case when k.settings_problem is null then 0 else 1 end::float8)
     ) as reading (rule, value)`,
    [now, LEAST_CALLS],
  );
  return found.rows;
}

/** The latest run of each kind, connector and locality that ended within a day; a run that people stopped says nothing. */
export async function listRunReadings(client: ClientBase, now: Date): Promise<AlertReading[]> {
  const found = await client.query<AlertReading>(
    `select distinct on (r.kind, r.connector_key, l.code) 'RUN_FAILED' as rule,
       concat_ws(':', r.kind, r.connector_key, l.code) as "subjectKey",
       json_build_object('vi', concat_ws(', ', r.kind, k.title_vi, l.name_vi),
         'en', concat_ws(', ', r.kind, k.title_en, l.name_en)) as subject,
       l.code as "localityCode", (r.state like 'FAILED%')::int::float8 as value, r.simulated
     from run r left join dataset d on d.id = r.dataset_id
     join locality l on l.code = coalesce(r.locality_code, d.locality_code)
     left join connector k on k.key = r.connector_key
     where r.finished_at > $1::timestamptz - interval '1 day' and r.state <> 'CANCELLED'
     order by r.kind, r.connector_key, l.code, r.finished_at desc`,
    [now],
  );
  return found.rows;
}
