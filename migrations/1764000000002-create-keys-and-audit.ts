/** Tables of who may do what, and of what was done: keys as hashes, and an audit trail that cannot be rewritten. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateKeysAndAudit1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table api_key (
        id uuid constraint api_key_pkey primary key default gen_random_uuid(),
        label text not null,
        prefix text not null,
        hash bytea not null,
        role text not null
          constraint api_key_role_check check (role in ('VIEWER', 'OPERATOR', 'STEWARD', 'ADMIN')),
        locality_code text constraint api_key_locality_code_fkey references locality,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        revoked_at timestamptz
      );
      create unique index api_key_hash_idx on api_key (hash);

      create table audit_entry (
        id bigint generated always as identity constraint audit_entry_pkey primary key,
        at timestamptz not null default clock_timestamp(),
        actor_id uuid,
        action text not null,
        subject text not null,
        detail jsonb not null default '{}',
        request_id text
      );
      create index audit_entry_subject_id_idx on audit_entry (subject, id);

      create function refuse_audit_change() returns trigger language plpgsql as $$
        begin
          raise exception 'the audit trail is append-only';
        end
      $$;
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry
        execute function refuse_audit_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit_entry, api_key;
      drop function refuse_audit_change();
    `);
  }
}
