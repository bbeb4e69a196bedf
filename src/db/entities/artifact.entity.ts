/** A file that a finished run offers: its bytes are made from the rows on demand and always hash to what is stored here. */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Run } from './run.entity';

@Entity()
@Index(['runId', 'name'], { unique: true })
export class Artifact {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  runId: string;

  @Column('text')
  name: string;

  @Column('bigint')
  bytes: string;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;
}
