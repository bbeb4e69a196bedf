/** Records what indicators were found to be, and lets it speak in the matrix: as evidence, and as a derived status. */
import { type ClientBase } from 'pg';
import { deriveIndicatorStatus, INDICATOR_RULE, scoreIndicator, type Goal } from '../domain/indicator-score';
import { type ObservationRow } from '../domain/observation-row';
import { summariseObservation, type SummarisedIndicator } from '../domain/observation-words';

export interface NewObservation extends ObservationRow {
  readonly runId: string | null;
  readonly source: 'run' | 'csv';
}

/** Gives how many were new: the same finding of the same moment is recorded once, however often it is sent. */
export async function recordObservations(
  client: ClientBase,
  observations: readonly NewObservation[],
): Promise<number> {
  const added = await insertNew(client, observations);
  await addEvidence(client, added);
  await deriveStatuses(client, added);
  return added.length;
}

async function insertNew(client: ClientBase, observations: readonly NewObservation[]): Promise<string[]> {
  const added = await client.query<{ id: string }>(
    `insert into observation (indicator_code, locality_code, period_code, observed_at, value, numerator, denominator,
       run_id, source, simulated)
     select distinct sent."indicatorCode", sent."localityCode", sent."periodCode", sent."observedAt", sent.value, sent.numerator,
       sent.denominator, sent."runId", sent.source, sent.simulated
     from jsonb_to_recordset($1::jsonb) as sent ("indicatorCode" text, "localityCode" text, "periodCode" text,
       "observedAt" timestamptz, value float8, numerator float8, denominator float8, "runId" uuid, source text,
       simulated boolean)
     where not exists (
       select from observation o
       where (o.indicator_code, o.locality_code, o.period_code, o.observed_at)
           = (sent."indicatorCode", sent."localityCode", sent."periodCode", sent."observedAt")
         and (o.value, o.numerator, o.denominator, o.simulated)
           is not distinct from (sent.value, sent.numerator, sent.denominator, sent.simulated))
     returning id::text`,
    [JSON.stringify(observations)],
  );
  return added.rows.map((row) => row.id);
}

/** Only what is still a draft takes evidence; each observation speaks for the cells of its indicator's columns. */
async function addEvidence(client: ClientBase, ids: readonly string[]): Promise<void> {
  const found = await client.query<SummarisedIndicator & { id: string }>(
    `select o.id::text, i.name_vi as "nameVi", i.name_en as "nameEn", i.unit, i.target, o.value, o.numerator, o.denominator
     from observation o join indicator i on i.code = o.indicator_code where o.id = any($1::bigint[])`,
    [ids],
  );
  const summaries = found.rows.map((row) => ({ id: row.id, ...summariseObservation(row) }));
  await client.query(
    `insert into evidence (kind, assessment_id, item_path, column_code, observation_id, observed_at, simulated, summary_vi,
       summary_en)
     select 'METRIC', a.id, i.item_path, c.code, o.id, o.observed_at, o.simulated, said.vi, said.en
     from jsonb_to_recordset($1::jsonb) as said (id bigint, vi text, en text)
     join observation o on o.id = said.id
     join indicator i on i.code = o.indicator_code
     join assessment a on a.template_code = i.template_code and a.locality_code = o.locality_code
       and a.period_code = o.period_code and a.state = 'DRAFT'
     cross join unnest(i.columns) as c (code)
     order by o.observed_at, o.id`,
    [JSON.stringify(summaries)],
  );
}

interface TouchedCell {
  readonly assessmentId: string;
  readonly itemPath: string;
  readonly columnCode: string;
  readonly findings: readonly (Goal & { readonly value: number | null })[];
}

async function deriveStatuses(client: ClientBase, ids: readonly string[]): Promise<void> {
  const touched = await client.query<TouchedCell>(
    `select a.id as "assessmentId", i.item_path as "itemPath", cell.code as "columnCode",
       json_agg(json_build_object('unit', i.unit, 'direction', i.direction, 'target', i.target,
         'lowerThreshold', i.lower_threshold, 'value', latest.value) order by i.position) as findings
     from (
       select distinct a.id, a.template_code, a.locality_code, a.period_code, i.item_path, c.code as column_code
       from observation o join indicator i on i.code = o.indicator_code
       join assessment a on a.template_code = i.template_code and a.locality_code = o.locality_code
         and a.period_code = o.period_code and a.state = 'DRAFT'
       cross join unnest(i.columns) as c (code) where o.id = any($1::bigint[])
     ) a
     cross join lateral (select a.column_code as code) cell
     join indicator i on i.template_code = a.template_code and i.item_path = a.item_path and a.column_code = any(i.columns)
     left join lateral (
       select o.value from observation o
       where (o.indicator_code, o.locality_code, o.period_code) = (i.code, a.locality_code, a.period_code)
       order by o.observed_at desc, o.id desc limit 1
     ) latest on true
     group by 1, 2, 3`,
    [ids],
  );
  // The mean tells bands apart that mean the same here, so none is asked for.
  const statuses = touched.rows.map(({ findings, ...cell }) => ({
    ...cell,
    status: deriveIndicatorStatus(
      findings.map((one) => (one.value === null ? null : scoreIndicator(one, one.value, null))),
    ),
  }));
  // A status that a person declared stands until a person changes it.
  await client.query(
    `update matrix_cell c set status = derived.status, status_source = 'DERIVED', status_rule = $2,
       status_at = clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as derived ("assessmentId" text, "itemPath" text, "columnCode" text, status text)
     where (c.assessment_id, c.item_path, c.column_code)
         = (derived."assessmentId", derived."itemPath", derived."columnCode")
       and derived.status is not null and c.status_source <> 'DECLARED'`,
    [JSON.stringify(statuses), INDICATOR_RULE.code],
  );
}
