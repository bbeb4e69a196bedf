/** How far given runs are: state, rows done, rows of the last seconds, and verdicts so far, in one statement. */
import { type DataSource } from 'typeorm';
import { type RunState } from '../../domain/run/run-state';

export interface RunProgressRow {
  readonly runId: string;
  readonly state: RunState;
  readonly done: number;
  /** Null while the dataset is still being imported. */
  readonly total: number | null;
  /** Rows done within the last ten seconds, by the database's clock. */
  readonly doneLately: number;
  /** Seconds since the start, or from start to end; null before the start. */
  readonly seconds: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly errorCode: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export function listRunProgress(db: DataSource, runIds: readonly string[]): Promise<RunProgressRow[]> {
  return db.query(
    `select r.id as "runId", r.state, r.rows_total as total,
       -- Some kinds take their file as a whole, so that no chunk counts its rows.
       coalesce(case when r.state like 'SUCCEEDED%' then r.rows_total end, work.done, 0) as done,
       coalesce(work.lately, 0) as "doneLately", coalesce(counted.counts, '{}') as counts,
       extract(epoch from coalesce(r.finished_at, clock_timestamp()) - r.started_at)::float8 as seconds,
       r.error_code as "errorCode", r.started_at as "startedAt", r.finished_at as "finishedAt"
     from run r
     left join lateral (
       -- Of a chunk that was given back, the rows whose verdicts are kept.
       select sum(case when c.state in ('DONE', 'QUARANTINED') then c.last_seq - c.first_seq + 1
           else (select sum(kept.value::int) from jsonb_each_text(c.counts) kept) end)::int as done,
         sum(c.last_seq - c.first_seq + 1) filter (where c.done_at > clock_timestamp() - interval '10 seconds')::int
           as lately
       from chunk c where c.run_id = r.id and c.step = 'WORK' and c.state <> 'SPLIT'
     ) work on true
     left join lateral (
       select jsonb_object_agg(verdict, count) as counts from (
         select counts.key as verdict, sum(counts.value::int)::int as count
         from chunk c, jsonb_each_text(c.counts) counts
         where c.run_id = r.id and c.step = 'WORK' and c.state <> 'SPLIT' group by counts.key
       ) summed
     ) counted on true
     where r.id = any($1::uuid[])`,
    [runIds],
  );
}
