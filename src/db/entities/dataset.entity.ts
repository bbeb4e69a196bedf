/** A table of residents that a data team uploaded: its columns, which of them mean what, and how its rows fared. */
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
import type { ColumnMapping } from '../../domain/column-mapping';
import { ApiKey } from './api-key.entity';
import { Locality } from './locality.entity';
import { Upload } from './upload.entity';

@Entity()
@Check('dataset_state_check', `state in ('IMPORTING', 'READY', 'FAILED')`)
export class Dataset {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid')
  uploadId: string;

  @Column('text')
  localityCode: string;

  @Column('text', { default: 'IMPORTING' })
  state: 'IMPORTING' | 'READY' | 'FAILED';

  /** Header names in file order. */
  @Column('text', { array: true })
  headers: string[];

  /** Field → zero-based column. */
  @Column('jsonb')
  mapping: ColumnMapping;

  @Column('text')
  delimiter: string;

  @Column('integer', { nullable: true })
  physicalRows: number | null;

  @Column('integer', { nullable: true })
  acceptedRows: number | null;

  @Column('integer', { nullable: true })
  rejectedRows: number | null;

  /** Its birth dates say 1 January where the day is not known; written by the import. */
  @Column('boolean', { default: false })
  januaryFirstHeaped: boolean;

  @Column('uuid')
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Index()
  createdAt: Date;

  @ManyToOne(() => Upload)
  @JoinColumn({ name: 'upload_id' })
  upload: Relation<Upload>;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;

  @ManyToOne(() => ApiKey)
  @JoinColumn({ name: 'created_by_id' })
  createdBy: Relation<ApiKey>;
}
