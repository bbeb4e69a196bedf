/** A step of a province's IOC from one stage to another, and why: the history behind the board. */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { IocStage, StageReason } from '../../domain/ioc/ioc-stage';
import { Locality } from './locality.entity';
import { Run } from './run.entity';

@Entity()
@Index(['localityCode', 'id'])
export class IocStageChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  localityCode: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  fromStage: IocStage;

  @Column('text')
  toStage: IocStage;

  @Column('text')
  why: StageReason;

  @Column('uuid', { nullable: true })
  runId: string | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run> | null;
}
