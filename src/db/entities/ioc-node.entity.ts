/** The IOC of a province as the hub last saw it: how far its connection is, when it was heard of, and why it stands so. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { IocStage, StageReason } from '../../domain/ioc/ioc-stage';
import { Locality } from './locality.entity';
import { Run } from './run.entity';

@Entity()
@Check('ioc_node_stage_check', `stage in ('NOT_STARTED', 'TRIAL', 'CONNECTED', 'DEGRADED', 'STALE')`)
export class IocNode {
  @PrimaryColumn('text')
  localityCode: string;

  @Column('text', { default: 'NOT_STARTED' })
  stage: IocStage;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  stageSince: Date;

  @Column('text', { default: 'NEVER_SYNCED' })
  why: StageReason;

  /** As the node itself says: to the Government's centre, and to the national population database. */
  @Column('boolean', { default: false })
  connectedToCentre: boolean;

  @Column('boolean', { default: false })
  connectedToRegister: boolean;

  @Column('timestamptz', { nullable: true })
  lastHeartbeatAt: Date | null;

  /** When the hub last brought in what it offers; `lastAttemptAt` counts failures too. */
  @Column('timestamptz', { nullable: true })
  lastSyncAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastAttemptAt: Date | null;

  /** The end of the last reporting day that was due when it was synchronised. */
  @Column('timestamptz', { nullable: true })
  cutOffAt: Date | null;

  /** Minutes that the newest record was old when it arrived. */
  @Column('double precision', { nullable: true })
  lagMinutes: number | null;

  @Column('integer', { default: 0 })
  consecutiveFailures: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('uuid', { nullable: true })
  lastRunId: string | null;

  @Column('boolean', { default: false })
  simulated: boolean;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'last_run_id' })
  lastRun: Relation<Run> | null;
}
