/** What a person said about a suggestion of a cleansing: taken or not, by whom and why. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ApiKey } from './api-key.entity';
import { Run } from './run.entity';

@Entity()
export class ChangeDecision {
  @PrimaryColumn('uuid')
  runId: string;

  @PrimaryColumn('integer')
  rowSeq: number;

  @PrimaryColumn('text')
  field: string;

  @PrimaryColumn('smallint')
  no: number;

  @Column('boolean')
  accepted: boolean;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  decidedById: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  decidedAt: Date;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;

  @ManyToOne(() => ApiKey)
  @JoinColumn({ name: 'decided_by_id' })
  decidedBy: Relation<ApiKey>;
}
