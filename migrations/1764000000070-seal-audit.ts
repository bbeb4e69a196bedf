/** Seals over stretches of the audit trail: each vouches for its entries and for the seal before, by the hub's secret. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class SealAudit1764000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_seal (
        id bigint generated always as identity constraint audit_seal_pkey primary key,
        from_id bigint not null,
        to_id bigint not null,
        entries integer not null,
        mac bytea not null,
        sealed_at timestamptz not null default clock_timestamp(),
        constraint audit_seal_stretch_check check (entries > 0 and from_id <= to_id)
      );
      create unique index audit_seal_to_id_idx on audit_seal (to_id);
      create trigger audit_seal_append_only before update or delete or truncate on audit_seal
        execute function refuse_audit_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table audit_seal');
  }
}
