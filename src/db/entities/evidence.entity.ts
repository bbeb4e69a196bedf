/** What a cell's status stands on: the result of a run, or an observation of an indicator. */
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
import { Observation } from './observation.entity';
import { Run } from './run.entity';

@Entity()
@Index(['assessmentId', 'itemPath', 'columnCode', 'id'])
@Index(['runId', 'assessmentId', 'itemPath', 'columnCode'], { unique: true })
@Check('evidence_kind_check', `kind in ('RUN', 'METRIC')`)
@Check(
  'evidence_source_check',
  `(kind = 'RUN') = (run_id is not null) and (kind = 'METRIC') = (observation_id is not null)`,
)
export class Evidence {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  kind: 'RUN' | 'METRIC';

  @Column('text')
  assessmentId: string;

  @Column('text')
  itemPath: string;

  @Column('text')
  columnCode: string;

  @Column('uuid', { nullable: true })
  runId: string | null;

  @Column('bigint', { nullable: true })
  observationId: string | null;

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
  run: Relation<Run> | null;

  @ManyToOne(() => Observation)
  @JoinColumn({ name: 'observation_id' })
  observation: Relation<Observation> | null;
}
