/** What an indicator was found to be, for a locality and period, at a moment. A later finding is a further row. */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Indicator } from './indicator.entity';
import { Locality } from './locality.entity';
import { Period } from './period.entity';
import { Run } from './run.entity';

@Entity()
@Index('observation_latest_idx', ['indicatorCode', 'localityCode', 'periodCode', 'observedAt', 'id'])
@Index(['observedAt'])
export class Observation {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  indicatorCode: string;

  @Column('text')
  localityCode: string;

  @Column('text')
  periodCode: string;

  @Column('timestamptz')
  observedAt: Date;

  @Column('double precision')
  value: number;

  @Column('double precision', { nullable: true })
  numerator: number | null;

  @Column('double precision', { nullable: true })
  denominator: number | null;

  @Column('uuid', { nullable: true })
  runId: string | null;

  /** `run` or `csv`: the way it came in. */
  @Column('text')
  source: string;

  @Column('boolean')
  simulated: boolean;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @ManyToOne(() => Indicator)
  @JoinColumn({ name: 'indicator_code' })
  indicator: Relation<Indicator>;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => Period)
  @JoinColumn({ name: 'period_code' })
  period: Relation<Period>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run> | null;
}
