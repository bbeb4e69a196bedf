/** How each connector stands, one flat row each: what it answered last, what its runs did, how old its newest figure is. */
import { type DataSource } from 'typeorm';
import { type RunState } from '../../domain/run/run-state';

export interface ConnectorStatusRow {
  readonly connector: string;
  readonly title: string;
  readonly dataClass: 'PERSONAL' | 'AGGREGATE' | 'PUBLIC';
  readonly simulated: boolean;
  readonly health: 'UNKNOWN' | 'UP' | 'DOWN';
  readonly breaker: 'CLOSED' | 'HALF_OPEN' | 'OPEN' | null;
  readonly lastError: string | null;
  readonly settingsProblem: string | null;
  readonly checkedAt: Date | null;
  readonly calls: number;
  readonly successRate: number | null;
  readonly p95Ms: number | null;
  readonly quotaLeft: number | null;
  readonly lastRunAt: Date | null;
  readonly lastRunState: RunState | null;
  readonly lastSuccessAt: Date | null;
  readonly runsLastDay: number;
  readonly failedLastDay: number;
  readonly lastObservedAt: Date | null;
  /** Minutes since the newest figure; null without one. */
  readonly lagMinutes: number | null;
  /** Of its schedules: all are paused; the one that is most overdue; the shortest step between two slots. */
  readonly paused: boolean;
  readonly secondsOverdue: number | null;
  readonly intervalSeconds: number | null;
}

/** Runs and figures count within the locality, `null` meaning all; `since` leaves out what has not been heard of since. */
export function listConnectorStatus(
  db: DataSource,
  filter: { readonly localityCode: string | null; readonly since: Date | null },
): Promise<ConnectorStatusRow[]> {
  return db.query(
    `select k.key as connector, k.title_vi as title, k.data_class as "dataClass", k.simulated, k.health, seen.breaker,
       coalesce(k.last_error, seen.last_error) as "lastError", k.settings_problem as "settingsProblem",
       k.health_checked_at as "checkedAt", coalesce(seen.calls, 0) as calls,
       1 - seen.failures::float8 / nullif(seen.calls, 0) as "successRate", seen.p95_ms as "p95Ms",
       seen.quota_left as "quotaLeft", runs.last_at as "lastRunAt", runs.last_state as "lastRunState",
       runs.last_success_at as "lastSuccessAt", coalesce(runs.today, 0) as "runsLastDay",
       coalesce(runs.failed_today, 0) as "failedLastDay", figures.observed_at as "lastObservedAt",
       round(extract(epoch from clock_timestamp() - figures.observed_at) / 60)::int as "lagMinutes",
       coalesce(due.paused, false) as paused, due.overdue::float8 as "secondsOverdue",
       due.interval::float8 as "intervalSeconds"
     from connector k
     left join lateral (
       select (array_agg(v.breaker order by array_position(array['OPEN', 'HALF_OPEN', 'CLOSED'], v.breaker)))[1] as breaker,
         (array_agg(v.last_error order by v.seen_at desc) filter (where v.last_error is not null))[1] as last_error,
         sum(v.calls)::int as calls, sum(v.failures)::int as failures, max(v.p95_ms) as p95_ms,
         min(v.quota_left) as quota_left
       from connector_vitals v
       where v.connector_key = k.key and v.seen_at > clock_timestamp() - interval '1 minute'
     ) seen on true
     left join (
       select r.connector_key, max(r.created_at) as last_at,
         (array_agg(r.state order by r.created_at desc))[1] as last_state,
         max(r.finished_at) filter (where r.state like 'SUCCEEDED%') as last_success_at,
         (count(*) filter (where r.created_at > clock_timestamp() - interval '1 day'))::int as today,
         (count(*) filter (where r.state like 'FAILED%' and r.created_at > clock_timestamp() - interval '1 day'))::int
           as failed_today
       from run r left join dataset d on d.id = r.dataset_id
       where $1::text is null or coalesce(r.locality_code, d.locality_code) = $1 group by 1
     ) runs on runs.connector_key = k.key
     left join (
       select i.connector_key, max(o.observed_at) as observed_at
       from observation o join indicator i on i.code = o.indicator_code
       where $1::text is null or o.locality_code = $1 group by 1
     ) figures on figures.connector_key = k.key
     left join (
       select s.connector_key, bool_and(s.paused) as paused,
         max(extract(epoch from clock_timestamp() - s.next_at)) filter (where not s.paused) as overdue,
         min(extract(epoch from s.next_at - s.last_fired_at)) filter (where not s.paused) as interval
       from schedule s where $1::text is null or s.locality_code in ($1, 'VN') group by 1
     ) due on due.connector_key = k.key
     where $2::timestamptz is null
       or greatest(k.health_checked_at, runs.last_at, runs.last_success_at, figures.observed_at) > $2
     order by k.key`,
    [filter.localityCode, filter.since],
  );
}
