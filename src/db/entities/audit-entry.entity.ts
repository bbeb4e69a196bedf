/** One line of the append-only audit trail, written in the same transaction as the act it tells of. */
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
@Index(['subject', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;

  /** The API key that acted, or null where the hub itself did. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  /** `run:<id>`, `dataset:<id>` … */
  @Column('text')
  subject: string;

  /** Codes and counts only; never a personal value. */
  @Column('jsonb', { default: () => `'{}'` })
  detail: Record<string, unknown>;

  @Column('text', { nullable: true })
  requestId: string | null;
}
