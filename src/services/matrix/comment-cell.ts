/** Adds a comment to a cell, as long as its assessment is not published. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { seesLocality, type Actor } from '../../domain/actor';
import { isOpenForComments, type AssessmentState } from '../../domain/matrix/assessment-state';
import { writeCellKey, type CellKey } from '../../domain/matrix/cell-key';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

export function commentCell(
  db: DataSource,
  actor: Actor,
  key: CellKey,
  text: string,
): Promise<{ cell: CellKey } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const { assessmentId, itemPath, columnCode } = key;
    const found = await client.query<{ state: AssessmentState; locality_code: string }>(
      `select a.state, a.locality_code from assessment a join matrix_cell c on c.assessment_id = a.id
       where a.id = $1 and c.item_path = $2 and c.column_code = $3 for share of a`,
      [assessmentId, itemPath, columnCode],
    );
    const [cell] = found.rows;
    if (!cell || !seesLocality(actor, cell.locality_code)) return refuse('CELL_NOT_FOUND');
    if (!isOpenForComments(cell.state)) return refuse('ASSESSMENT_LOCKED');
    await client.query(
      `insert into cell_comment (assessment_id, item_path, column_code, author_id, text) values ($1, $2, $3, $4, $5)`,
      [assessmentId, itemPath, columnCode, actor.keyId, text.normalize('NFC').trim()],
    );
    await insertAuditEntry(client, { actor, action: 'cell.comment', subject: `cell:${writeCellKey(key)}` });
    return { cell: key };
  });
}
