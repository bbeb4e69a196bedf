/** What a connector says of itself, its settings, its vital signs by worker, and the state of a chunk that waits for its source. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
  alter table connector
    add column data_class text not null default 'PERSONAL'
      constraint connector_data_class_check check (data_class in ('PERSONAL', 'AGGREGATE', 'PUBLIC')),
    add column limits jsonb not null default '{}',
    -- json, not jsonb: a form shows the settings in the order in which they were written.
    add column settings_schema json not null default '{}',
    add column settings jsonb,
    -- Sealed under the hub's secret; nothing ever reads it back to a person.
    add column sealed_secrets bytea,
    add column settings_version integer not null default 0,
    add column settings_problem text,
    add column resting_until timestamptz,
    add column conformance jsonb,
    add column conformance_at timestamptz;

  create table connector_vitals (
    connector_key text not null constraint connector_vitals_connector_key_fkey references connector on delete cascade,
    worker_id text not null,
    breaker text not null
      constraint connector_vitals_breaker_check check (breaker in ('CLOSED', 'HALF_OPEN', 'OPEN')),
    calls integer not null,
    failures integer not null,
    retries integer not null,
    p50_ms double precision,
    p95_ms double precision,
    p99_ms double precision,
    quota_left integer,
    last_error text,
    seen_at timestamptz not null default clock_timestamp(),
    constraint connector_vitals_pkey primary key (connector_key, worker_id)
  );

  alter table chunk
    add column faults integer not null default 0,
    drop constraint chunk_state_check,
    add constraint chunk_state_check check (state in ('BLOCKED', 'READY', 'WAITING_CONNECTOR', 'LEASED', 'DONE',
      'SPLIT', 'QUARANTINED', 'CANCELLED'));
  drop index chunk_open_idx;
  create index chunk_open_idx on chunk (state, lease_until) where state in ('READY', 'WAITING_CONNECTOR', 'LEASED');
`;

const DOWN = `
  update chunk set state = 'READY' where state = 'WAITING_CONNECTOR';
  drop index chunk_open_idx;
  create index chunk_open_idx on chunk (state, lease_until) where state in ('READY', 'LEASED');
  alter table chunk
    drop column faults,
    drop constraint chunk_state_check,
    add constraint chunk_state_check check (state in ('BLOCKED', 'READY', 'LEASED', 'DONE', 'SPLIT', 'QUARANTINED',
      'CANCELLED'));
  drop table connector_vitals;
  alter table connector
    drop column data_class, drop column limits, drop column settings_schema, drop column settings,
    drop column sealed_secrets, drop column settings_version, drop column settings_problem,
    drop column resting_until, drop column conformance, drop column conformance_at;
`;

export class DeepenConnectors1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}
