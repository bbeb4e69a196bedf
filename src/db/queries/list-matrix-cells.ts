/** The cells of given assessments, or those that given runs are evidence for. */
import { type DataSource } from 'typeorm';
import { type CellStatus, type StatusSource, type TextState } from '../../domain/matrix-status';

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
  /** Most cells have none, and need not be asked for it. */
  readonly hasEvidence: boolean;
}

const COLUMNS = `concat_ws('/', c.assessment_id, c.item_path, c.column_code) as id, c.assessment_id as "assessmentId", a.template_code as "templateCode", c.item_path as "itemPath",
  c.column_code as "columnCode", c.text_state as "textState", c.text, c.row_span as span,
  c.merged_from as "mergedFrom", c.printed, c.corrected, c.needs_review as "needsReview", c.note, c.status,
  c.status_source as "statusSource", c.status_rule as "statusRuleCode", c.status_at as "statusAt",
  exists (select from evidence e where (e.assessment_id, e.item_path, e.column_code) =
    (c.assessment_id, c.item_path, c.column_code)) as "hasEvidence"`;

/** In no order: the form has it, and whoever shows the cells has the form at hand. */
export function listMatrixCells(db: DataSource, assessmentIds: readonly string[]): Promise<CellRow[]> {
  return db.query(
    `select ${COLUMNS}
     from matrix_cell c join assessment a on a.id = c.assessment_id
     where c.assessment_id = any($1::text[])`,
    [assessmentIds],
  );
}

export function listFedCells(
  db: DataSource,
  runIds: readonly string[],
): Promise<(CellRow & { runId: string })[]> {
  return db.query(
    `select e.run_id as "runId", ${COLUMNS}
     from evidence e
     join matrix_cell c on c.assessment_id = e.assessment_id and c.item_path = e.item_path
       and c.column_code = e.column_code
     join assessment a on a.id = c.assessment_id
     where e.run_id = any($1::uuid[]) order by e.run_id, e.id`,
    [runIds],
  );
}
