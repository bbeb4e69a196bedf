/** The latest profile of a dataset: figures about its columns, and patterns; values only where many rows share them. */
import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Dataset } from './dataset.entity';
import { Run } from './run.entity';

@Entity()
export class DatasetProfile {
  @PrimaryColumn('uuid')
  datasetId: string;

  @Column('uuid')
  runId: string;

  @Column('jsonb')
  profile: object;

  @OneToOne(() => Dataset, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'dataset_id' })
  dataset: Relation<Dataset>;

  @ManyToOne(() => Run)
  @JoinColumn({ name: 'run_id' })
  run: Relation<Run>;
}
