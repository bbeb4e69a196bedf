/** Observations as panels want them: flat points, newest first, or one series in even steps with its gaps. */
import { type DataSource } from 'typeorm';
import { type IndicatorUnit } from '../../domain/indicator/indicator-score';

export interface PointFilter {
  /** Null means all, here and below. */
  readonly localityCode: string | null;
  readonly indicators: readonly string[] | null;
  readonly localities: readonly string[] | null;
  readonly periods: readonly string[] | null;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly limit: number;
}

export interface MetricPointRow {
  readonly time: Date;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly item: string;
  readonly locality: string;
  readonly localityName: string;
  readonly period: string;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: IndicatorUnit;
  readonly target: number;
  readonly simulated: boolean;
}

export function listMetricPoints(db: DataSource, filter: PointFilter): Promise<MetricPointRow[]> {
  return db.query(
    `select o.observed_at as time, i.code as indicator, i.name_vi as "indicatorName", i.item_path as item,
       l.code as locality, l.name_vi as "localityName", o.period_code as period, o.value, o.numerator, o.denominator,
       i.unit, i.target, o.simulated
     from observation o join indicator i on i.code = o.indicator_code join locality l on l.code = o.locality_code
     where ($1::text is null or o.locality_code = $1) and ($2::text[] is null or o.indicator_code = any($2))
       and ($3::text[] is null or o.locality_code = any($3)) and ($4::text[] is null or o.period_code = any($4))
       and ($5::timestamptz is null or o.observed_at > $5) and ($6::timestamptz is null or o.observed_at <= $6)
     order by o.observed_at desc, o.id desc limit $7`,
    [
      filter.localityCode,
      filter.indicators,
      filter.localities,
      filter.periods,
      filter.since,
      filter.until,
      filter.limit,
    ],
  );
}

export interface SeriesFilter {
  readonly indicator: string;
  readonly locality: string;
  readonly from: Date;
  readonly to: Date;
  readonly interval: 'DAY' | 'WEEK' | 'MONTH';
}

/** The last value of each step, by days of Viet Nam; null where nothing was observed in it. At most `limit` steps. */
export function listMetricSeries(
  db: DataSource,
  { indicator, locality, from, to, interval }: SeriesFilter,
  limit: number,
): Promise<{ time: Date; value: number | null }[]> {
  const step = interval.toLowerCase();
  return db.query(
    `select step at time zone 'Asia/Ho_Chi_Minh' as time, seen.value
     from generate_series(date_trunc($5, $3::timestamptz at time zone 'Asia/Ho_Chi_Minh'),
       $4::timestamptz at time zone 'Asia/Ho_Chi_Minh', ('1 ' || $5)::interval) step
     left join lateral (
       select o.value from observation o
       where o.indicator_code = $1 and o.locality_code = $2
         and o.observed_at >= step at time zone 'Asia/Ho_Chi_Minh'
         and o.observed_at < (step + ('1 ' || $5)::interval) at time zone 'Asia/Ho_Chi_Minh'
       order by o.observed_at desc, o.id desc limit 1
     ) seen on true
     order by step limit $6`,
    [indicator, locality, from, to, step, limit],
  );
}
