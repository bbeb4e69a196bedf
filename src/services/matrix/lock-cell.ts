/** Takes hold of a cell for a change: found, within the actor's locality, in a draft, and still as the actor saw it. */
import { type PoolClient } from 'pg';
import { seesLocality, type Actor } from '../../domain/actor';
import { isOpenForEditing, type AssessmentState } from '../../domain/matrix/assessment-state';
import { type CellKey } from '../../domain/matrix/cell-key';
import { type TextState } from '../../domain/matrix/matrix-status';
import { refuse, type Refusal } from '../../domain/refusal';

export interface LockedCell {
  readonly textState: TextState;
  readonly version: number;
  readonly state: AssessmentState;
  readonly criteria: readonly string[];
}

/** `version` null means that the change does not depend on what the actor saw. */
export async function lockCell(
  client: PoolClient,
  actor: Actor,
  key: CellKey,
  version: number | null,
): Promise<LockedCell | Refusal> {
  const cell = await findCell(client, key);
  if (!cell || !seesLocality(actor, cell.localityCode)) return refuse('CELL_NOT_FOUND');
  if (!isOpenForEditing(cell.state)) return refuse('ASSESSMENT_LOCKED');
  if (version !== null && cell.version !== version) return refuse('CONFLICT_VERSION');
  return cell;
}

/** The assessment is locked before its cell, and shared: edits of many cells go on at once, a step waits for them. */
async function findCell(client: PoolClient, { assessmentId, itemPath, columnCode }: CellKey) {
  const assessment = await client.query<{ state: AssessmentState; localityCode: string }>(
    `select state, locality_code as "localityCode" from assessment where id = $1 for share`,
    [assessmentId],
  );
  const cell = await client.query<Omit<LockedCell, 'state'>>(
    `select c.text_state as "textState", c.version, m.criteria
     from matrix_cell c join assessment a on a.id = c.assessment_id
     join matrix_column m on m.template_code = a.template_code and m.code = c.column_code
     where c.assessment_id = $1 and c.item_path = $2 and c.column_code = $3 for update of c`,
    [assessmentId, itemPath, columnCode],
  );
  const [parent, found] = [assessment.rows[0], cell.rows[0]];
  return parent && found ? { ...parent, ...found } : null;
}

/** Tells the database who changes cells in this transaction, and why: it writes both into the revision. */
export async function signChanges(client: PoolClient, actor: Actor, reason: string | null): Promise<void> {
  await client.query(`select set_config('hub06.actor', $1, true), set_config('hub06.reason', $2, true)`, [
    actor.keyId,
    reason ?? '',
  ]);
}
