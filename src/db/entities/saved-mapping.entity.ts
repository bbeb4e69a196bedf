/** The column mapping that a key gave for certain headers, kept for the next file that has them. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Field } from '../../domain/table/column-mapping';
import { ApiKey } from './api-key.entity';

@Entity()
export class SavedMapping {
  @PrimaryColumn('uuid')
  apiKeyId: string;

  /** The headers of the file in the form in which headers are compared. */
  @PrimaryColumn('text')
  headersKey: string;

  /** Field → header. */
  @Column('jsonb')
  mapping: Partial<Record<Field, string>>;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;

  @ManyToOne(() => ApiKey)
  @JoinColumn({ name: 'api_key_id' })
  apiKey: Relation<ApiKey>;
}
