/** One cell: the official prose kept verbatim (the claim), and the status that a person declared or a rule derived. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CellStatus, StatusSource, TextState } from '../../domain/matrix/matrix-status';
import type { Words } from '../../domain/indicator/observation-words';
import { Agency } from './agency.entity';
import { Assessment } from './assessment.entity';

@Entity()
@Check('matrix_cell_text_state_check', `text_state in ('EMPTY', 'DASH', 'TEXT', 'MERGED')`)
@Check('matrix_cell_text_check', `(text_state = 'TEXT') = (text is not null)`)
export class MatrixCell {
  @PrimaryColumn('text')
  assessmentId: string;

  @PrimaryColumn('text')
  itemPath: string;

  @PrimaryColumn('text')
  columnCode: string;

  @Column('text', { default: 'EMPTY' })
  textState: TextState;

  @Column('text', { nullable: true })
  text: string | null;

  /** How many rows the printed cell covers. */
  @Column('integer', { default: 1 })
  rowSpan: number;

  /** The item whose cell covers this one, where the text state is MERGED. */
  @Column('text', { nullable: true })
  mergedFrom: string | null;

  /** The words as printed, where `text` corrects a plain misprint. */
  @Column('text', { nullable: true })
  printed: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  corrected: string[];

  @Column('boolean', { default: false })
  needsReview: boolean;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { default: 'NOT_ASSESSED' })
  status: CellStatus;

  @Column('text', { default: 'NONE' })
  statusSource: StatusSource;

  /** The code of the rule that derived the status. */
  @Column('text', { nullable: true })
  statusRule: string | null;

  @Column('timestamptz', { nullable: true })
  statusAt: Date | null;

  /** Why a person declared the status. */
  @Column('text', { nullable: true })
  statusReason: string | null;

  /** The facts from which a rule derived the status, in both languages. */
  @Column('jsonb', { nullable: true })
  statusWhy: Words | null;

  /** Criteria of the column that the claim speaks of. */
  @Column('text', { array: true, default: () => `'{}'` })
  tags: string[];

  @Column('boolean', { default: false })
  followUp: boolean;

  @Column('text', { nullable: true })
  ownerCode: string | null;

  /** Raised by the database with every change, which keeps the version before in cell_revision. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  changedAt: Date;

  /** The key that made the last change; null where a rule did, or nobody yet. */
  @Column('uuid', { nullable: true })
  changedById: string | null;

  @Column('text', { nullable: true })
  changeReason: string | null;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'owner_code' })
  owner: Relation<Agency> | null;

  @ManyToOne(() => Assessment)
  @JoinColumn({ name: 'assessment_id' })
  assessment: Relation<Assessment>;
}
