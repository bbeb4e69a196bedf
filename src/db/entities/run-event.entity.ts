/** A line of a run's timeline: what happened, when, in codes and counts. */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Run } from './run.entity';

@Entity()
@Index(['runId', 'id'])
export class RunEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  runId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;

  @Column('text')
  event: string;

  @Column('jsonb', { default: () => `'{}'` })
  detail: Record<string, string | number>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;
}
