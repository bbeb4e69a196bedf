/** The connectors that the workers have announced, with the health last seen. */
import { type DataSource } from 'typeorm';

export interface ConnectorHealthRow {
  readonly state: 'UNKNOWN' | 'UP' | 'DOWN';
  /** The worst of the workers that were heard of within the last minute; null when there is none. */
  readonly breaker: 'CLOSED' | 'HALF_OPEN' | 'OPEN' | null;
  readonly restingUntil: Date | null;
  readonly lastError: string | null;
  readonly checkedAt: Date | null;
  /** Of the last calls of each worker, together. */
  readonly calls: number;
  /** Between 0 and 1; null before the first call. */
  readonly successRate: number | null;
  /** Repeats as a share of calls; null before the first call. */
  readonly retryRate: number | null;
  /** Milliseconds, of the slowest worker. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly quotaLeft: number | null;
}

/** The last report of the conformance suite, as its run has written it. */
export interface ConformanceRow {
  readonly at: Date;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly cases: readonly {
    readonly id: string;
    readonly outcome: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
    readonly detail: string | null;
  }[];
}

export interface ConnectorRow {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly capabilities: readonly string[];
  readonly simulated: boolean;
  readonly dataClass: 'PERSONAL' | 'AGGREGATE' | 'PUBLIC';
  readonly limits: { readonly batch: number; readonly inFlight: number; readonly deadlineMs: number };
  readonly settingsSchema: Readonly<Record<string, unknown>>;
  /** What an administrator stored, secrets left out. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secretsStored: boolean;
  readonly settingsProblem: string | null;
  readonly conformance: ConformanceRow | null;
  readonly health: ConnectorHealthRow;
}

/** All of them by key, or those with the given keys. */
export function listConnectors(
  db: DataSource,
  keys: readonly string[] | null = null,
): Promise<ConnectorRow[]> {
  return db
    .query<
      { row: ConnectorRow; restingUntil: Date | null; checkedAt: Date | null; conformanceAt: Date | null }[]
    >(
      `select json_build_object(
           'id', key, 'title', json_build_object('vi', title_vi, 'en', title_en), 'capabilities', capabilities,
           'simulated', simulated, 'dataClass', data_class, 'limits', limits, 'settingsSchema', settings_schema,
           'settings', coalesce(settings, '{}'), 'secretsStored', sealed_secrets is not null,
           'settingsProblem', settings_problem, 'conformance', conformance,
           'health', json_build_object('state', health, 'breaker', seen.breaker,
             'lastError', coalesce(connector.last_error, seen.last_error), 'calls', coalesce(seen.calls, 0),
             'successRate', 1 - seen.failures::float8 / nullif(seen.calls, 0),
             'retryRate', seen.retries::float8 / nullif(seen.calls, 0),
             'p50Ms', seen.p50_ms, 'p95Ms', seen.p95_ms, 'p99Ms', seen.p99_ms, 'quotaLeft', seen.quota_left)
         ) as row,
         case when resting_until > clock_timestamp() then resting_until end as "restingUntil",
         health_checked_at as "checkedAt", conformance_at as "conformanceAt"
       from connector
       left join lateral (
         select (array_agg(breaker order by array_position(array['OPEN', 'HALF_OPEN', 'CLOSED'], breaker)))[1] as breaker,
           (array_agg(last_error order by seen_at desc) filter (where last_error is not null))[1] as last_error,
           sum(calls)::int as calls, sum(failures)::int as failures, sum(retries)::int as retries,
           max(p50_ms) as p50_ms, max(p95_ms) as p95_ms, max(p99_ms) as p99_ms, min(quota_left) as quota_left
         from connector_vitals
         where connector_key = connector.key and seen_at > clock_timestamp() - interval '1 minute'
       ) seen on true
       where $1::text[] is null or key = any($1::text[]) order by key`,
      [keys],
    )
    .then((rows) =>
      rows.map(({ row, restingUntil, checkedAt, conformanceAt }) => ({
        ...row,
        conformance: row.conformance && conformanceAt ? { ...row.conformance, at: conformanceAt } : null,
        health: { ...row.health, restingUntil, checkedAt },
      })),
    );
}
