/** When a connector is synchronised by itself: this row is the schedule, the queue's own is only its alarm clock. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import type { CatchUp, ScheduleOutcome } from '../../domain/run/schedule';
import { Locality } from './locality.entity';
import { Run } from './run.entity';

@Entity()
@Unique(['connectorKey', 'localityCode'])
@Check('schedule_catch_up_check', `catch_up in ('ONCE', 'SKIP')`)
export class Schedule {
  /** `sync-<connector>-<locality>` */
  @PrimaryColumn('text')
  id: string;

  /** It may not be registered yet. */
  @Column('text')
  connectorKey: string;

  /** VN for all provinces. */
  @Column('text')
  localityCode: string;

  /** Five fields, in the time of Viet Nam. */
  @Column('text')
  cron: string;

  /** Each slot is put off by a part of this, always the same for the same slot. */
  @Column('integer', { default: 0 })
  jitterSeconds: number;

  /** What becomes of slots that passed while the hub was away. */
  @Column('text', { default: 'ONCE' })
  catchUp: CatchUp;

  @Column('boolean', { default: false })
  paused: boolean;

  @Column('timestamptz')
  nextAt: Date;

  @Column('timestamptz', { nullable: true })
  lastFiredAt: Date | null;

  @Column('text', { nullable: true })
  lastOutcome: ScheduleOutcome | null;

  @Column('uuid', { nullable: true })
  lastRunId: string | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'last_run_id' })
  lastRun: Relation<Run> | null;
}
