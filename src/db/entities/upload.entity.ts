/** A file on its way in: announced by GraphQL, filled by PUT, and kept in parts in the database until it is imported. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ApiKey } from './api-key.entity';

@Entity()
@Check('upload_state_check', `state in ('ANNOUNCED', 'RECEIVED', 'IMPORTED')`)
export class Upload {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  filename: string;

  @Column('bigint')
  announcedBytes: string;

  @Column('bigint', { nullable: true })
  receivedBytes: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { default: 'ANNOUNCED' })
  state: 'ANNOUNCED' | 'RECEIVED' | 'IMPORTED';

  @Column('uuid')
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @ManyToOne(() => ApiKey)
  @JoinColumn({ name: 'created_by_id' })
  createdBy: Relation<ApiKey>;
}
