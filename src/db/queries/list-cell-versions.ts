/** Which version each cell of given assessments stands in: what tells a watcher that a cell has changed. */
import { type DataSource } from 'typeorm';
import { type CellKey } from '../../domain/matrix/cell-key';

export interface CellVersionRow extends CellKey {
  readonly version: number;
}

export function listCellVersions(
  db: DataSource,
  assessmentIds: readonly string[],
): Promise<CellVersionRow[]> {
  return db.query(
    `select assessment_id as "assessmentId", item_path as "itemPath", column_code as "columnCode", version
     from matrix_cell where assessment_id = any($1::text[]) order by 1, 2, 3`,
    [assessmentIds],
  );
}
