/** The catalogue of indicators, and how each stands in given assessments beside the other provinces. */
import { type DataSource } from 'typeorm';
import { type Direction, type IndicatorUnit } from '../../domain/indicator/indicator-score';

interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface IndicatorRow {
  readonly code: string;
  readonly templateCode: string;
  readonly itemPath: string;
  readonly name: Words;
  readonly unit: IndicatorUnit;
  readonly numerator: Words;
  readonly denominator: Words | null;
  readonly direction: Direction;
  readonly target: number;
  readonly lowerThreshold: number;
  readonly connectorKey: string;
  /** Whether that connector is there. */
  readonly connected: boolean;
  /** Code of the rule by which it derives statuses. */
  readonly statusRule: string;
  readonly columns: readonly string[];
  readonly note: string | null;
  readonly lastObservedAt: Date | null;
}

export interface ObservationRow {
  readonly id: string;
  readonly observedAt: string;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly simulated: boolean;
  readonly source: string;
  readonly runId: string | null;
}

export interface StandingRow {
  readonly assessmentId: string;
  readonly indicatorCode: string;
  readonly itemPath: string;
  readonly observation: ObservationRow | null;
  /** Of the provinces that were observed in the period; null when none was. */
  readonly mean: number | null;
  /** From 1, the best first, among the provinces; null for the nation and for what was not observed. */
  readonly rank: number | null;
  readonly rankOf: number | null;
}

/** In document order. `localityCode` null looks for the last observation everywhere. */
export function listIndicators(db: DataSource, localityCode: string | null): Promise<IndicatorRow[]> {
  return db.query(
    `select i.code, i.template_code as "templateCode", i.item_path as "itemPath",
       json_build_object('vi', i.name_vi, 'en', i.name_en) as name, i.unit,
       json_build_object('vi', i.numerator_vi, 'en', i.numerator_en) as numerator,
       case when i.denominator_vi is not null
         then json_build_object('vi', i.denominator_vi, 'en', i.denominator_en) end as denominator,
       i.direction, i.target, i.lower_threshold as "lowerThreshold", i.connector_key as "connectorKey",
       k.key is not null as connected, i.status_rule as "statusRule", i.columns, i.note,
       (select max(o.observed_at) from observation o where o.indicator_code = i.code
         and ($1::text is null or o.locality_code = $1)) as "lastObservedAt"
     from indicator i left join connector k on k.key = i.connector_key order by i.position`,
    [localityCode],
  );
}

/** One row for each assessment and indicator of its form, in document order. */
export function listStandings(db: DataSource, assessmentIds: readonly string[]): Promise<StandingRow[]> {
  return db.query(
    `with wanted as (select id, template_code, locality_code, period_code from assessment where id = any($1::text[])),
     latest as (
       select distinct on (o.indicator_code, o.locality_code, o.period_code) o.*
       from observation o where o.period_code in (select period_code from wanted)
       order by o.indicator_code, o.locality_code, o.period_code, o.observed_at desc, o.id desc
     ),
     ranked as (
       select l.*, avg(l.value) over peers as mean,
         rank() over (peers order by case i.direction when 'UP' then - l.value else l.value end)::int as rank,
         count(*) over peers as "rankOf"
       from latest l join indicator i on i.code = l.indicator_code where l.locality_code <> 'VN'
       window peers as (partition by l.indicator_code, l.period_code)
     ),
     means as (select indicator_code, period_code, avg(value) as mean from ranked group by 1, 2)
     select w.id as "assessmentId", i.code as "indicatorCode", i.item_path as "itemPath", m.mean, r.rank,
       r."rankOf"::int as "rankOf",
       case when l.id is not null then json_build_object('id', l.id::text, 'observedAt', l.observed_at, 'value', l.value,
         'numerator', l.numerator, 'denominator', l.denominator, 'simulated', l.simulated, 'source', l.source,
         'runId', l.run_id) end as observation
     from wanted w join indicator i on i.template_code = w.template_code
     left join latest l on (l.indicator_code, l.locality_code, l.period_code) = (i.code, w.locality_code, w.period_code)
     left join ranked r on r.id = l.id
     left join means m on m.indicator_code = i.code and m.period_code = w.period_code
     order by w.id, i.position`,
    [assessmentIds],
  );
}
