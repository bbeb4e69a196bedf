/** The commitments of given assessments, or single ones by id. */
import { type DataSource } from 'typeorm';
import { type CommitmentState } from '../../domain/matrix/commitment';

export interface CommitmentRow {
  readonly id: string;
  readonly assessmentId: string;
  readonly templateCode: string;
  readonly itemPath: string;
  readonly action: string;
  readonly dimension: string;
  readonly person: string | null;
  readonly leadCode: string | null;
  /** `2025-12-31` */
  readonly dueOn: string | null;
  readonly product: string | null;
  readonly authority: string | null;
  readonly state: CommitmentState;
  readonly evidence: string | null;
  readonly version: number;
  readonly changedAt: Date;
}

const COLUMNS = `c.id, c.assessment_id as "assessmentId", a.template_code as "templateCode", c.item_path as "itemPath",
  c.action, c.dimension, c.person, c.lead_code as "leadCode", c.due_on::text as "dueOn", c.product, c.authority,
  c.state, c.evidence, c.version, c.changed_at as "changedAt"`;
const TABLE = 'from commitment c join assessment a on a.id = c.assessment_id';

/** In the order in which they were made. */
export function listCommitments(db: DataSource, assessmentIds: readonly string[]): Promise<CommitmentRow[]> {
  return db.query(
    `select ${COLUMNS} ${TABLE} where c.assessment_id = any($1::text[]) order by c.created_at, c.id`,
    [assessmentIds],
  );
}

export async function findCommitment(db: DataSource, id: string): Promise<CommitmentRow | null> {
  const [row] = await db.query<CommitmentRow[]>(`select ${COLUMNS} ${TABLE} where c.id = $1`, [id]);
  return row ?? null;
}
