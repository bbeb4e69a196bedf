/** A slice of a run that one worker at a time may hold: the row is the work, the queue is only its doorbell. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ChunkState, ChunkStep } from '../../domain/run/run-state';
import { Run } from './run.entity';

@Entity()
@Index('chunk_open_idx', ['state', 'leaseUntil'], {
  where: `state in ('READY', 'WAITING_CONNECTOR', 'LEASED')`,
})
@Check('chunk_step_check', `step in ('WORK', 'FINISH')`)
@Check(
  'chunk_state_check',
  `state in ('BLOCKED', 'READY', 'WAITING_CONNECTOR', 'LEASED', 'DONE', 'SPLIT', 'QUARANTINED', 'CANCELLED')`,
)
export class Chunk {
  @PrimaryColumn('uuid')
  runId: string;

  @PrimaryColumn('integer')
  no: number;

  @Column('text', { default: 'WORK' })
  step: ChunkStep;

  @Column('integer')
  firstSeq: number;

  @Column('integer')
  lastSeq: number;

  @Column('text', { default: 'READY' })
  state: ChunkState;

  /** Raised by every claim; a commit that names an older epoch is refused. */
  @Column('integer', { default: 0 })
  epoch: number;

  /** How many holders vanished without giving the chunk back. */
  @Column('integer', { default: 0 })
  crashes: number;

  /** How often the chunk was given back because its source could not answer. */
  @Column('integer', { default: 0 })
  retries: number;

  /** How often the chunk failed for a reason that waiting does not cure. */
  @Column('integer', { default: 0 })
  faults: number;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  /** Not to be claimed before this time (a source asked for patience). */
  @Column('timestamptz', { nullable: true })
  notBefore: Date | null;

  /** Verdict → number of rows, written by the commit. */
  @Column('jsonb', { nullable: true })
  counts: Record<string, number> | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;
}
