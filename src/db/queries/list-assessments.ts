/** The matrices of given localities and periods, by id, or filtered and paged; and how far each has come. */
import { type DataSource } from 'typeorm';
import { type AssessmentState } from '../../domain/matrix/assessment-state';
import { type CellStatus } from '../../domain/matrix/matrix-status';
import { whereToSql, type Where, type WhereColumns } from '../where-sql';

export interface AssessmentKey {
  readonly localityCode: string;
  readonly periodCode: string;
}

export interface AssessmentRow extends AssessmentKey {
  readonly id: string;
  readonly templateCode: string;
  readonly state: AssessmentState;
  readonly version: number;
  /** ISO 8601; set where the cells are wanted as they stood then. */
  readonly asOf?: string | null;
}

interface Scope {
  /** Null means every locality. */
  readonly localityCode: string | null;
}

const COLUMNS = `a.id, a.template_code as "templateCode", a.locality_code as "localityCode",
  a.period_code as "periodCode", a.state, a.version`;
const VISIBLE = `from assessment a where ($1::text is null or a.locality_code = $1)`;

const WHERE_COLUMNS: WhereColumns = {
  locality: { sql: 'a.locality_code', type: 'text' },
  period: { sql: 'a.period_code', type: 'text' },
  state: { sql: 'a.state', type: 'text' },
};

export function listAssessments(db: DataSource, keys: readonly AssessmentKey[]): Promise<AssessmentRow[]> {
  return db.query(
    `select ${COLUMNS} from assessment a
     where (a.locality_code, a.period_code) in (select * from unnest($1::text[], $2::text[]))`,
    [keys.map((key) => key.localityCode), keys.map((key) => key.periodCode)],
  );
}

export function listAssessmentsById(
  db: DataSource,
  scope: Scope,
  ids: readonly string[],
): Promise<AssessmentRow[]> {
  return db.query(`select ${COLUMNS} ${VISIBLE} and a.id = any($2::text[])`, [scope.localityCode, ids]);
}

/** By id, one row more than `first` when there are more. @throws UnusableWhere */
export function listAssessmentPage(
  db: DataSource,
  scope: Scope,
  where: Where | null,
  page: { readonly first: number; readonly after: string | null },
): Promise<AssessmentRow[]> {
  const parameters = [scope.localityCode, page.first + 1, page.after];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select ${COLUMNS} ${VISIBLE} and ($3::text is null or a.id > $3) and ${condition} order by a.id limit $2`,
    parameters,
  );
}

/** @throws UnusableWhere */
export async function countAssessments(db: DataSource, scope: Scope, where: Where | null): Promise<number> {
  const parameters: unknown[] = [scope.localityCode];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count ${VISIBLE} and ${condition}`,
    parameters,
  );
  return row?.count ?? 0;
}

export interface AssessmentSummary {
  readonly assessmentId: string;
  readonly statuses: readonly { readonly status: CellStatus; readonly count: number }[];
  /** Share of the cells of numbered items that hold a claim or a status, 0 to 1. */
  readonly completeness: number;
}

export function summariseAssessments(db: DataSource, ids: readonly string[]): Promise<AssessmentSummary[]> {
  return db.query(
    `select "assessmentId", json_agg(json_build_object('status', status, 'count', count)) as statuses,
       sum(said)::float8 / sum(count) as completeness
     from (
       select c.assessment_id as "assessmentId", c.status, count(*)::int as count,
         count(*) filter (where c.text_state <> 'EMPTY' or c.status <> 'NOT_ASSESSED') as said
       from matrix_cell c join assessment a on a.id = c.assessment_id
       join matrix_item i on i.template_code = a.template_code and i.path = c.item_path and not i.blank
       where c.assessment_id = any($1::text[]) group by 1, 2
     ) counted group by 1`,
    [ids],
  );
}
