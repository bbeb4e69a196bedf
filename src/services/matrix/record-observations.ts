/** Records what indicators were found to be, and lets it speak in the matrix: as evidence, and as a derived status. */
import { type ClientBase } from 'pg';
import { listFindingsOfObservations, type CellFindingsRow } from '../../db/queries/list-cell-findings';
import { deriveCellStatus } from '../../domain/matrix/cell-status';
import { HOLD } from '../../domain/matrix/held-days';
import { type ObservationRow } from '../../domain/indicator/observation-row';
import { summariseObservation, type SummarisedIndicator } from '../../domain/indicator/observation-words';

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
    `with new as materialized (
       select o.*, said.vi, said.en from jsonb_to_recordset($1::jsonb) as said (id bigint, vi text, en text)
       join observation o on o.id = said.id
     )
     insert into evidence (kind, assessment_id, item_path, column_code, observation_id, observed_at, simulated, summary_vi,
       summary_en)
     select 'METRIC', a.id, i.item_path, c.code, o.id, o.observed_at, o.simulated, o.vi, o.en
     from new o join indicator i on i.code = o.indicator_code
     join assessment a on a.template_code = i.template_code and a.locality_code = o.locality_code
       and a.period_code = o.period_code and a.state = 'DRAFT'
     cross join unnest(i.columns) as c (code)
     order by o.observed_at, o.id`,
    [JSON.stringify(summaries)],
  );
}

async function deriveStatuses(client: ClientBase, ids: readonly string[]): Promise<void> {
  const touched = await listFindingsOfObservations(
    async (sql, parameters) => (await client.query<CellFindingsRow>(sql, parameters)).rows,
    ids,
    HOLD.windowDays,
  );
  const derived = touched.flatMap(({ assessmentId, itemPath, columnCode, findings }) => {
    const status = deriveCellStatus(findings);
    return status ? [{ assessmentId, itemPath, columnCode, ...status }] : [];
  });
  // A status that a person declared stands until a person changes it; of the prose nothing is touched.
  await client.query(
    `update matrix_cell c set status = derived.status, status_source = 'DERIVED', status_rule = derived.rule,
       status_why = derived.why, status_at = clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as derived ("assessmentId" text, "itemPath" text, "columnCode" text,
       status text, rule text, why jsonb)
     where (c.assessment_id, c.item_path, c.column_code)
         = (derived."assessmentId", derived."itemPath", derived."columnCode")
       and c.status_source <> 'DECLARED'`,
    [JSON.stringify(derived)],
  );
}
