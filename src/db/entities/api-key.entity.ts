/** A key that a client signs in with: only a keyed hash of it is stored, so a copy of the database opens nothing. */
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
import type { Role } from '../../domain/actor';
import { Locality } from './locality.entity';

@Entity()
@Check('api_key_role_check', `role in ('VIEWER', 'OPERATOR', 'STEWARD', 'ADMIN')`)
export class ApiKey {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  label: string;

  /** The first characters of the key, to tell keys apart in lists and audit rows. */
  @Column('text')
  prefix: string;

  /** HMAC-SHA-256 of the key under the hub's secret. */
  @Column('bytea')
  @Index({ unique: true })
  hash: Buffer;

  @Column('text')
  role: Role;

  /** The locality that the key is limited to; null means the whole nation. */
  @Column('text', { nullable: true })
  localityCode: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality> | null;
}
