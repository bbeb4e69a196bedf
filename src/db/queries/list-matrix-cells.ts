/** The cells of given assessments, now or as they stood at a moment, or those that given runs are evidence for. */
import { type DataSource } from 'typeorm';
import { type CellKey } from '../../domain/matrix/cell-key';
import { type CellStatus, type StatusSource, type TextState } from '../../domain/matrix/matrix-status';

export interface CellRow {
  /** `VN.2025-H2/B.1.1/BENEFIT_CITIZEN` */
  readonly id: string;
  readonly assessmentId: string;
  readonly templateCode: string;
  readonly itemPath: string;
  readonly columnCode: string;
  readonly textState: TextState;
  readonly text: string | null;
  readonly span: number;
  readonly mergedFrom: string | null;
  readonly printed: string | null;
  readonly corrected: readonly string[];
  readonly needsReview: boolean;
  readonly note: string | null;
  readonly status: CellStatus;
  readonly statusSource: StatusSource;
  readonly statusRuleCode: string | null;
  readonly statusAt: Date | null;
  readonly statusReason: string | null;
  /** The facts from which a rule derived it. */
  readonly statusWhy: { readonly vi: string; readonly en: string } | null;
  readonly tags: readonly string[];
  readonly followUp: boolean;
  readonly ownerCode: string | null;
  /** Raised with every change. */
  readonly version: number;
  readonly changedAt: Date;
  /** Most cells have none, and need not be asked for it. */
  readonly hasEvidence: boolean;
}

export const CELL_COLUMNS = `concat_ws('/', c.assessment_id, c.item_path, c.column_code) as id, c.assessment_id as "assessmentId", a.template_code as "templateCode", c.item_path as "itemPath",
  c.column_code as "columnCode", c.text_state as "textState", c.text, c.row_span as span,
  c.merged_from as "mergedFrom", c.printed, c.corrected, c.needs_review as "needsReview", c.note, c.status,
  c.status_source as "statusSource", c.status_rule as "statusRuleCode", c.status_at as "statusAt",
  c.status_reason as "statusReason", c.status_why as "statusWhy", c.tags, c.follow_up as "followUp", c.owner_code as "ownerCode", c.version,
  c.changed_at as "changedAt",
  exists (select from evidence e where (e.assessment_id, e.item_path, e.column_code) =
    (c.assessment_id, c.item_path, c.column_code)) as "hasEvidence"`;

/** Each cell in the version that stood at $2; the first version counts as having stood always. */
const CELLS_THEN = `(
  select now.assessment_id, now.item_path, now.column_code, now.row_span, now.merged_from, now.needs_review,
    now.status_at, v.*
  from matrix_cell now cross join lateral (
    select version, text_state, text, status, status_source, status_rule, status_reason, status_why, tags, follow_up,
      owner_code, printed, corrected, note, changed_at
    from cell_revision r where (r.assessment_id, r.item_path, r.column_code) =
      (now.assessment_id, now.item_path, now.column_code)
    union all
    select now.version, now.text_state, now.text, now.status, now.status_source, now.status_rule, now.status_reason,
      now.status_why, now.tags, now.follow_up, now.owner_code, now.printed, now.corrected, now.note, now.changed_at
  ) v
  where now.assessment_id = any($1::text[])
    and v.version = (
      select max(t.version) from (
        select r.version, r.changed_at from cell_revision r where (r.assessment_id, r.item_path, r.column_code) =
          (now.assessment_id, now.item_path, now.column_code)
        union all select now.version, now.changed_at
      ) t where t.version = 1 or t.changed_at <= $2::timestamptz
    )
)`;

/** In no order: the form has it, and whoever shows the cells has the form at hand. `asOf` null means now. */
export function listMatrixCells(
  db: DataSource,
  assessmentIds: readonly string[],
  asOf: string | null = null,
): Promise<CellRow[]> {
  return db.query(
    `select ${CELL_COLUMNS}
     from ${asOf === null ? 'matrix_cell' : CELLS_THEN} c join assessment a on a.id = c.assessment_id
     where c.assessment_id = any($1::text[])`,
    asOf === null ? [assessmentIds] : [assessmentIds, asOf],
  );
}

export async function findMatrixCell(
  db: DataSource,
  scope: { readonly localityCode: string | null },
  key: CellKey,
): Promise<CellRow | null> {
  const [cell] = await db.query<CellRow[]>(
    `select ${CELL_COLUMNS} from matrix_cell c join assessment a on a.id = c.assessment_id
     where c.assessment_id = $2 and c.item_path = $3 and c.column_code = $4
       and ($1::text is null or a.locality_code = $1)`,
    [scope.localityCode, key.assessmentId, key.itemPath, key.columnCode],
  );
  return cell ?? null;
}

export function listFedCells(
  db: DataSource,
  runIds: readonly string[],
): Promise<(CellRow & { runId: string })[]> {
  return db.query(
    `select e.run_id as "runId", ${CELL_COLUMNS}
     from evidence e
     join matrix_cell c on c.assessment_id = e.assessment_id and c.item_path = e.item_path
       and c.column_code = e.column_code
     join assessment a on a.id = c.assessment_id
     where e.run_id = any($1::uuid[]) order by e.run_id, e.id`,
    [runIds],
  );
}
