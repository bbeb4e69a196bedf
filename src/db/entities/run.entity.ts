/** A run: one piece of work that somebody asked for, cut into chunks; this row is the truth about it. */
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
import type { RunKind, RunState } from '../../domain/run/run-state';
import { ApiKey } from './api-key.entity';
import { Dataset } from './dataset.entity';
import { Locality } from './locality.entity';

@Entity()
@Index(['createdAt', 'id'])
@Index(['datasetId'])
@Index(['requestedById', 'idempotencyKey'], { unique: true })
@Index('run_scheduled_idx', ['idempotencyKey'], { unique: true, where: 'requested_by_id IS NULL' })
@Index('run_open_sync_idx', ['connectorKey'], {
  where: `kind = 'SYNC' and state in ('QUEUED', 'RUNNING')`,
})
@Index('run_retry_idx', ['retryAt'], { where: 'retry_at IS NOT NULL' })
@Check('run_subject_check', '(dataset_id is null) = (locality_code is not null)')
@Check(
  'run_state_check',
  `state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'SUCCEEDED_WITH_ISSUES', 'FAILED_CONFIG', 'FAILED_SYSTEM', 'CANCELLED')`,
)
export class Run {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  kind: RunKind;

  @Column('text', { default: 'QUEUED' })
  state: RunState;

  @Column('uuid', { nullable: true })
  datasetId: string | null;

  /** What a synchronisation is about: a province, or VN for all of them. Runs on a dataset belong where it does. */
  @Column('text', { nullable: true })
  localityCode: string | null;

  @Column('text', { nullable: true })
  connectorKey: string | null;

  /** Why the register is asked: goes into every request and into the audit trail. */
  @Column('text', { nullable: true })
  purpose: string | null;

  @Column('text')
  idempotencyKey: string;

  /** What the run was asked to do, beyond its kind: for a cleansing the rules and their modes. */
  @Column('jsonb', { default: {} })
  settings: object;

  /** The run that this one makes again with other settings. */
  @Column('uuid', { nullable: true })
  basedOnId: string | null;

  /** Whether PROBABLE will do for the purpose, as the policies said when the run started. */
  @Column('boolean', { default: false })
  acceptsProbable: boolean;

  @Column('text', { nullable: true })
  policyVersion: string | null;

  /** Until then the source may not know what it will know; null when it knows at once. */
  @Column('timestamptz', { nullable: true })
  notFoundUntil: Date | null;

  /** When the rows not found are asked about again without anybody's doing; null when they are not. */
  @Column('timestamptz', { nullable: true })
  retryAt: Date | null;

  /** Null when a schedule asked, or the hub itself. */
  @Column('uuid', { nullable: true })
  requestedById: string | null;

  @Column('integer', { nullable: true })
  rowsTotal: number | null;

  @Column('boolean')
  simulated: boolean;

  /** Which rules judged: a verdict can be explained only with them. */
  @Column('text')
  engineVersion: string;

  /** Why a run failed, as a code. */
  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @ManyToOne(() => Dataset)
  @JoinColumn({ name: 'dataset_id' })
  dataset: Relation<Dataset> | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality> | null;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'based_on_id' })
  basedOn: Relation<Run> | null;

  @ManyToOne(() => ApiKey)
  @JoinColumn({ name: 'requested_by_id' })
  requestedBy: Relation<ApiKey> | null;
}
