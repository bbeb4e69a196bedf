/** Takes an edited document of the matrix back: first the differences, cell by cell, then each as a revision of its cell. */
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { listAssessmentsById, type AssessmentRow } from '../../db/queries/list-assessments';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { listMatrixCells, type CellRow } from '../../db/queries/list-matrix-cells';
import { listMatrixForms } from '../../db/queries/list-matrix-form';
import { readDocument } from '../../documents/read-document';
import { type Actor } from '../../domain/actor';
import { isOpenForEditing } from '../../domain/matrix/assessment-state';
import { writeClaim } from '../../domain/matrix/cell-claim';
import { writeCellKey } from '../../domain/matrix/cell-key';
import { readRows, type Doubt, type ReadCell } from '../../domain/matrix/matrix-document';
import { readPlainText } from '../../domain/matrix/plain-text/read-plain-text';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { applyChange } from './edit-cell';
import { inTransaction } from '../in-transaction';
import { lockCell, signChanges } from './lock-cell';
import { takeSmallUpload } from '../datasets/take-small-upload';

export interface CellDifference {
  readonly cell: CellRow;
  readonly before: string;
  readonly after: string;
  /** Why it is not taken over; null for a difference that is. */
  readonly problem: 'CHANGED_SINCE_EXPORT' | 'CELL_MERGED' | 'PLACE_DOUBTFUL' | null;
}

export interface MatrixImport {
  readonly differences: readonly CellDifference[];
  readonly doubts: readonly Doubt[];
  readonly applied: number;
}

export interface WantedImport {
  readonly uploadId: string;
  readonly assessmentId: string;
  readonly dryRun: boolean;
  /** Ids of the cells whose doubtful text a person has looked at and takes. */
  readonly accepted: ReadonlySet<string>;
}

export async function importMatrix(
  db: DataSource,
  actor: Actor,
  wanted: WantedImport,
): Promise<MatrixImport | Refusal> {
  const [assessment] = await listAssessmentsById(db, actor, [wanted.assessmentId]);
  if (!assessment) return refuse('ASSESSMENT_NOT_FOUND');
  if (!isOpenForEditing(assessment.state)) return refuse('ASSESSMENT_LOCKED');
  try {
    return await inTransaction(db, async ({ client }) => {
      const bytes = await takeSmallUpload(client, actor, wanted.uploadId, { keep: wanted.dryRun });
      const read = isRefusal(bytes) ? bytes : await compare(db, assessment, bytes, wanted.accepted);
      if (isRefusal(read)) throw new Refused(read);
      const applied = wanted.dryRun ? 0 : await apply(client, actor, wanted, read.differences);
      return { ...read, applied };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Rolls back what was done so far: a file is taken over as a whole or not at all. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

async function compare(
  db: DataSource,
  assessment: AssessmentRow,
  bytes: Buffer,
  accepted: ReadonlySet<string>,
) {
  const found = readDocument(bytes);
  if (!found) return refuse('MATRIX_FILE_UNREADABLE');
  if (found.assessmentId !== null && found.assessmentId !== assessment.id)
    return refuse('MATRIX_OTHER_ASSESSMENT');
  const [form] = await listMatrixForms(db, [assessment.templateCode]);
  const present = await listMatrixCells(db, [assessment.id]);
  const idOf = (at: Pick<ReadCell, 'itemPath' | 'columnCode'>) =>
    writeCellKey({ ...at, assessmentId: assessment.id });
  const cellAt = new Map(present.map((cell) => [idOf(cell), cell]));
  const textAt = (itemPath: string, columnCode: string) => {
    const cell = cellAt.get(idOf({ itemPath, columnCode }));
    return cell ? writeClaim(cell) : '';
  };
  const { content } = found;
  const { cells, doubts } =
    'text' in content ? readPlainText(form!, content.text, textAt) : readRows(form!, content.rows);
  if (cells.length === 0) return refuse('MATRIX_LAYOUT_MISMATCH');
  const takenAt = found.takenAt === null ? null : Date.parse(found.takenAt);
  const differences = cells.flatMap((read) => {
    const id = idOf(read);
    return differ({ ...read, doubtful: read.doubtful && !accepted.has(id) }, cellAt.get(id), takenAt);
  });
  return { differences, doubts };
}

function differ(read: ReadCell, cell: CellRow | undefined, takenAt: number | null): CellDifference[] {
  if (!cell) return [];
  const { textState, text } = read.claim;
  if (cell.textState === 'MERGED') {
    return text === null ? [] : [{ cell, before: '', after: text, problem: 'CELL_MERGED' }];
  }
  if (read.covered || (textState === cell.textState && text === cell.text)) return [];
  const isStale = takenAt !== null && cell.changedAt.getTime() > takenAt;
  const problem = isStale ? 'CHANGED_SINCE_EXPORT' : read.doubtful ? 'PLACE_DOUBTFUL' : null;
  return [{ cell, before: writeClaim(cell), after: writeClaim(read.claim), problem }];
}

async function apply(
  client: PoolClient,
  actor: Actor,
  { uploadId, assessmentId }: WantedImport,
  differences: readonly CellDifference[],
): Promise<number> {
  await signChanges(client, actor, `Nhập từ tệp ${uploadId}`);
  const taken = differences.filter((difference) => difference.problem === null);
  for (const { cell, after } of taken) {
    const key = { assessmentId, itemPath: cell.itemPath, columnCode: cell.columnCode };
    const locked = await lockCell(client, actor, key, cell.version);
    if (isRefusal(locked)) throw new Refused(locked);
    const refusal = await applyChange(client, key, locked, { change: 'TEXT', text: after, reason: null });
    if (refusal) throw new Refused(refusal);
  }
  await insertAuditEntry(client, {
    actor,
    action: 'matrix.import',
    subject: `assessment:${assessmentId}`,
    detail: { upload: uploadId, applied: taken.length, left: differences.length - taken.length },
  });
  return taken.length;
}
