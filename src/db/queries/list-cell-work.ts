/** What people did with given cells: the versions each went through, and what was said about it. */
import { type DataSource } from 'typeorm';
import { type CellKey } from '../../domain/matrix/cell-key';
import { type CellStatus, type StatusSource, type TextState } from '../../domain/matrix/matrix-status';

export interface RevisionRow {
  readonly version: number;
  readonly textState: TextState;
  readonly text: string | null;
  readonly status: CellStatus;
  readonly statusSource: StatusSource;
  readonly statusReason: string | null;
  readonly statusWhy: { readonly vi: string; readonly en: string } | null;
  readonly tags: readonly string[];
  readonly followUp: boolean;
  readonly changedAt: string;
  /** Label of the key; null where a rule acted, or nobody yet. */
  readonly changedBy: string | null;
  readonly changeReason: string | null;
}

export interface CommentRow {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

const CELLS = `unnest($1::text[], $2::text[], $3::text[]) with ordinality as cell (assessment_id, item_path, column_code, no)`;
const SAME = (table: string) =>
  `(${table}.assessment_id, ${table}.item_path, ${table}.column_code) = (cell.assessment_id, cell.item_path, cell.column_code)`;

const VERSION = `version, text_state, text, status, status_source, status_reason, status_why, tags, follow_up, changed_at,
  changed_by_id, change_reason`;

/** Newest first, the present version included; in the order of `cells`. */
export async function listCellHistory(
  db: DataSource,
  cells: readonly CellKey[],
  last: number,
): Promise<RevisionRow[][]> {
  const found = await db.query<{ rows: RevisionRow[] }[]>(
    `select coalesce(newest.rows, '[]') as rows from ${CELLS}
     left join lateral (
       select json_agg(one) as rows from (
         select v.version, v.text_state as "textState", v.text, v.status, v.status_source as "statusSource",
           v.status_reason as "statusReason", v.status_why as "statusWhy", v.tags, v.follow_up as "followUp", v.changed_at as "changedAt",
           k.label as "changedBy", v.change_reason as "changeReason"
         from (
           select ${VERSION} from matrix_cell m where ${SAME('m')}
           union all select ${VERSION} from cell_revision r where ${SAME('r')}
         ) v left join api_key k on k.id = v.changed_by_id
         order by v.version desc limit $4
       ) one
     ) newest on true order by cell.no`,
    [...columnsOf(cells), last],
  );
  return found.map((row) => row.rows);
}

/** Newest first; in the order of `cells`. */
export async function listCellComments(
  db: DataSource,
  cells: readonly CellKey[],
  first: number,
): Promise<CommentRow[][]> {
  const found = await db.query<{ rows: CommentRow[] }[]>(
    `select coalesce(newest.rows, '[]') as rows from ${CELLS}
     left join lateral (
       select json_agg(one) as rows from (
         select o.id::text, o.at, k.label as by, o.text from cell_comment o join api_key k on k.id = o.author_id
         where ${SAME('o')} order by o.id desc limit $4
       ) one
     ) newest on true order by cell.no`,
    [...columnsOf(cells), first],
  );
  return found.map((row) => row.rows);
}

function columnsOf(cells: readonly CellKey[]): string[][] {
  return [
    cells.map((cell) => cell.assessmentId),
    cells.map((cell) => cell.itemPath),
    cells.map((cell) => cell.columnCode),
  ];
}
