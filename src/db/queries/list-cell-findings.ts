/** What the indicators of given cells were found to be: the newest figure, and where a rule counts days, the worst of each day. */
import { type IndicatorFinding } from '../../domain/matrix/cell-status';
import { type CellKey } from '../../domain/matrix/cell-key';
import { type CellStatus, type StatusSource } from '../../domain/matrix/matrix-status';

export interface CellFindingsRow extends CellKey {
  readonly status: CellStatus;
  readonly statusSource: StatusSource;
  readonly findings: readonly IndicatorFinding[];
}

/** Both a pool and a connection inside a transaction answer this. */
type Ask = (sql: string, parameters: unknown[]) => Promise<CellFindingsRow[]>;

/** The few new ones first: a planner without statistics would look for them once for every assessment there is. */
const OF_OBSERVATIONS = `
  with spoken as materialized (
    select distinct indicator_code, locality_code, period_code from observation where id = any($1::bigint[])
  )
  select distinct a.id, a.template_code, a.locality_code, a.period_code, i.item_path, c.code as column_code
  from spoken o join indicator i on i.code = o.indicator_code
  join assessment a on a.template_code = i.template_code and a.locality_code = o.locality_code
    and a.period_code = o.period_code and a.state = 'DRAFT'
  cross join unnest(i.columns) as c (code)`;

const OF_ASSESSMENT = `
  select distinct a.id, a.template_code, a.locality_code, a.period_code, i.item_path, c.code as column_code
  from assessment a join indicator i on i.template_code = a.template_code
  cross join unnest(i.columns) as c (code) where a.id = $1`;

const findingsOf = (cells: string) => `
  select w.id as "assessmentId", w.item_path as "itemPath", w.column_code as "columnCode", m.status,
    m.status_source as "statusSource",
    json_agg(json_build_object('code', i.code, 'name', json_build_object('vi', i.name_vi, 'en', i.name_en),
      'unit', i.unit, 'direction', i.direction, 'target', i.target, 'lowerThreshold', i.lower_threshold,
      'rule', i.status_rule, 'latest', case when latest.value is not null then json_build_object('value', latest.value,
        'numerator', latest.numerator, 'denominator', latest.denominator) end,
      'days', coalesce(held.days, '[]'::json)) order by i.position) as findings
  from (${cells}) w
  join matrix_cell m on (m.assessment_id, m.item_path, m.column_code) = (w.id, w.item_path, w.column_code)
  join indicator i on i.template_code = w.template_code and i.item_path = w.item_path and w.column_code = any(i.columns)
  left join lateral (
    select o.value, o.numerator, o.denominator, o.observed_at from observation o
    where (o.indicator_code, o.locality_code, o.period_code) = (i.code, w.locality_code, w.period_code)
    order by o.observed_at desc, o.id desc limit 1
  ) latest on true
  left join lateral (
    select json_agg(json_build_object('day', one.day, 'worst', one.worst) order by one.day) as days from (
      select (o.observed_at at time zone 'Asia/Ho_Chi_Minh')::date - date '1970-01-01' as day,
        case i.direction when 'UP' then min(o.value) else max(o.value) end as worst
      from observation o
      where o.indicator_code = i.code and o.locality_code = w.locality_code and o.observed_at <= latest.observed_at
        and o.observed_at > latest.observed_at - make_interval(days => $2)
      group by 1
    ) one
  ) held on i.status_rule = 'INDICATOR_HELD_V1'
  group by 1, 2, 3, 4, 5`;

/** The cells of drafts that the observations speak for. */
export function listFindingsOfObservations(
  ask: Ask,
  observationIds: readonly string[],
  windowDays: number,
): Promise<CellFindingsRow[]> {
  return ask(findingsOf(OF_OBSERVATIONS), [observationIds, windowDays]);
}

/** Every cell of the assessment that an indicator speaks for. */
export function listFindingsOfAssessment(
  ask: Ask,
  assessmentId: string,
  windowDays: number,
): Promise<CellFindingsRow[]> {
  return ask(findingsOf(OF_ASSESSMENT), [assessmentId, windowDays]);
}
