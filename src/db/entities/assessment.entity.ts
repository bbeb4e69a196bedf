/** The matrix of one locality for one period. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { AssessmentState } from '../../domain/matrix/assessment-state';
import { Locality } from './locality.entity';
import { MatrixTemplate } from './matrix-template.entity';
import { Period } from './period.entity';

@Entity()
@Index(['localityCode', 'periodCode'], { unique: true })
@Check('assessment_state_check', `state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'PUBLISHED')`)
export class Assessment {
  /** `VN.2025-H2`: locality and period. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  templateCode: string;

  @Column('text')
  localityCode: string;

  @Column('text')
  periodCode: string;

  @Column('text', { default: 'DRAFT' })
  state: AssessmentState;

  /** Counts the steps of its way to publication. */
  @Column('integer', { default: 1 })
  version: number;

  @ManyToOne(() => MatrixTemplate)
  @JoinColumn({ name: 'template_code' })
  template: Relation<MatrixTemplate>;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => Period)
  @JoinColumn({ name: 'period_code' })
  period: Relation<Period>;
}
