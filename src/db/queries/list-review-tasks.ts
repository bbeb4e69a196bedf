/** Rows of finished verifications that a person may settle, newest run first, each with its candidates by class and what was decided. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { type FieldClass } from '../../domain/verdict/field-outcome';
import { type ReviewDecision } from '../../domain/verdict/review';
import { type ReasonCode, type Verdict } from '../../domain/verdict/verdict';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';
import { type Scope } from './list-runs';

export interface ReviewCandidateRow {
  readonly no: number;
  readonly number: FieldClass;
  readonly name: FieldClass;
  readonly birthDate: FieldClass;
  readonly sex: FieldClass;
  readonly weightBits: number;
  /** To be read with `readExplanation`. */
  readonly explanation: string;
}

export interface ReviewTaskRow {
  readonly id: string;
  readonly runId: string;
  readonly datasetId: string;
  readonly seq: number;
  readonly line: number;
  readonly verdict: Verdict;
  readonly reasons: readonly ReasonCode[];
  readonly confidence: number;
  readonly cells: readonly (string | null)[];
  readonly mapping: ColumnMapping;
  readonly candidates: readonly ReviewCandidateRow[];
  readonly decision: ReviewDecision | null;
  readonly candidateNo: number | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly createdAtText: string;
}

export interface ReviewPlace {
  readonly createdAtText: string;
  readonly runId: string;
  readonly seq: number;
}

const WHERE_COLUMNS: WhereColumns = {
  runId: { sql: 'v.run_id', type: 'uuid' },
  seq: { sql: 'v.seq', type: 'integer' },
  datasetId: { sql: 'r.dataset_id', type: 'uuid' },
  verdict: { sql: 'v.verdict', type: 'text' },
  reasons: { sql: 'v.reasons', type: 'text[]' },
  decision: { sql: 'x.decision', type: 'text' },
};

/** SQL: true of a run `r` whose rows live on in a retry that has succeeded. */
export const IS_RETRIED = `exists (
  select 1 from run again
  where again.based_on_id = r.id and again.kind = 'VERIFY' and again.state in ('SUCCEEDED', 'SUCCEEDED_WITH_ISSUES'))`;

/** PROBABLE waits for nobody where the policy accepts it, and a run that was retried with success has handed its rows on. */
const OPEN_TO_REVIEW = `from run r join dataset d on d.id = r.dataset_id
  join verdict v on v.run_id = r.id and v.verdict in ('REVIEW', 'AMBIGUOUS', 'PROBABLE')
  left join review_decision x on x.run_id = v.run_id and x.seq = v.seq
  where r.kind = 'VERIFY' and r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_ISSUES')
    and ($1::text is null or d.locality_code = $1) and (v.verdict <> 'PROBABLE' or not r.accepts_probable or x.seq is not null)
    and not ${IS_RETRIED}`;

/** One row more than `first` when there are more. @throws UnusableWhere */
export function listReviewTasks(
  db: DataSource,
  scope: Scope,
  where: Where | null,
  page: { readonly first: number; readonly after: ReviewPlace | null },
): Promise<ReviewTaskRow[]> {
  const { createdAtText = null, runId = null, seq = null } = page.after ?? {};
  const parameters: unknown[] = [scope.localityCode, page.first + 1, createdAtText, runId, seq];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select task."runId" || '/' || task.seq as id, task.*, source.line, source.cells, ${CANDIDATES} as candidates from (
       select r.id as "runId", r.dataset_id as "datasetId", v.seq, v.verdict, v.reasons, v.confidence, d.mapping,
         x.decision, x.candidate_no as "candidateNo", x.reason, x.decided_at as "decidedAt",
         r.created_at::text as "createdAtText", r.created_at, v.weight_bits, v.class_number, v.class_name,
         v.class_birth_date, v.class_sex, v.explanation
       ${OPEN_TO_REVIEW}
         and ($3::timestamptz is null or (r.created_at, r.id) < ($3::timestamptz, $4::uuid)
              or r.id = $4::uuid and v.seq > $5::int)
         and ${condition}
       order by r.created_at desc, r.id desc, v.seq limit $2
     ) task
     join dataset_row source on source.dataset_id = task."datasetId" and source.seq = task.seq
     order by task.created_at desc, task."runId" desc, task.seq`,
    parameters,
  );
}

/** Where only one candidate came into question the verdict itself is about that one. */
const CANDIDATES = `coalesce(
  (select json_agg(json_build_object('no', c.no, 'number', c.class_number, 'name', c.class_name,
     'birthDate', c.class_birth_date, 'sex', c.class_sex, 'weightBits', c.weight_bits, 'explanation', c.explanation)
     order by c.no)
   from verdict_candidate c where c.run_id = task."runId" and c.seq = task.seq),
  json_build_array(json_build_object('no', 1, 'number', task.class_number, 'name', task.class_name,
    'birthDate', task.class_birth_date, 'sex', task.class_sex, 'weightBits', task.weight_bits,
    'explanation', task.explanation)))`;

/** @throws UnusableWhere */
export async function countReviewTasks(db: DataSource, scope: Scope, where: Where | null): Promise<number> {
  const parameters: unknown[] = [scope.localityCode];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count ${OPEN_TO_REVIEW} and ${condition}`,
    parameters,
  );
  return row?.count ?? 0;
}

export interface DecisionCount {
  readonly runId: string;
  readonly verdict: Verdict;
  readonly decision: ReviewDecision;
  readonly count: number;
}

export function countDecisions(db: DataSource, runIds: readonly string[]): Promise<DecisionCount[]> {
  return db.query(
    `select x.run_id as "runId", v.verdict, x.decision, count(*)::int as count
     from review_decision x join verdict v on v.run_id = x.run_id and v.seq = x.seq
     where x.run_id = any($1::uuid[]) group by 1, 2, 3`,
    [runIds],
  );
}
