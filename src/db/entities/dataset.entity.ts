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
import type { ColumnMapping } from '../../domain/table/column-mapping';
import type { EncodingGuess } from '../../domain/encoding/detect-encoding';
import type { FileEncoding } from '../../domain/encoding/file-encoding';
import { ApiKey } from './api-key.entity';
import { Locality } from './locality.entity';
import { Upload } from './upload.entity';

export type MappingSource = 'ALIASES' | 'GIVEN' | 'SAVED';

@Entity()
@Check('dataset_state_check', `state in ('IMPORTING', 'READY', 'FAILED')`)
@Check('dataset_format_check', `format in ('CSV', 'XLSX')`)
@Check('dataset_mapping_source_check', `mapping_source in ('ALIASES', 'GIVEN', 'SAVED')`)
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

  /** Where the mapping comes from: header names, the person who brought the file, or an earlier file with the same headers. */
  @Column('text', { default: 'ALIASES' })
  mappingSource: MappingSource;

  @Column('text', { default: 'CSV' })
  format: 'CSV' | 'XLSX';

  @Column('text')
  delimiter: string;

  @Column('text', { default: 'UTF8' })
  fileEncoding: FileEncoding;

  @Column('text', { nullable: true })
  sheet: string | null;

  /** Line of the header and of the first row of data, counted from 1. */
  @Column('integer', { default: 1 })
  headerLine: number;

  @Column('integer', { default: 2 })
  firstLine: number;

  /** The encoding of each column's text, in file order, and how surely it was found out. */
  @Column('jsonb', { default: [] })
  encodings: readonly EncodingGuess[];

  /** What only the whole file shows; null until it is read. */
  @Column('jsonb', { nullable: true })
  facts: object | null;

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
