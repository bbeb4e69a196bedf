/** What a cell's status stands on: today the result of a run; indicators and documents come beside it. */
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { MatrixCell } from './matrix-cell.entity';
import { Run } from './run.entity';

@Entity()
@Index(['assessmentId', 'itemPath', 'columnCode', 'id'])
@Index(['runId', 'assessmentId', 'itemPath', 'columnCode'], { unique: true })
@Check('evidence_kind_check', `kind in ('RUN')`)
export class Evidence {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  kind: 'RUN';

  @Column('text')
  assessmentId: string;

  @Column('text')
  itemPath: string;

  @Column('text')
  columnCode: string;

  @Column('uuid')
  runId: string;

  @Column('timestamptz')
  observedAt: Date;

  @Column('boolean')
  simulated: boolean;

  @Column('text')
  summaryVi: string;

  @Column('text')
  summaryEn: string;

  @ManyToOne(() => MatrixCell)
  @JoinColumn([
    { name: 'assessment_id', referencedColumnName: 'assessmentId' },
    { name: 'item_path', referencedColumnName: 'itemPath' },
    { name: 'column_code', referencedColumnName: 'columnCode' },
  ])
  cell: Relation<MatrixCell>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;
}
