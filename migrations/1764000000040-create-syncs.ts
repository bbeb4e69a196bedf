/** Tables of synchronisation: the IOC of each province with its feeds and their records, schedules, and runs without a dataset. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const RUNS = `
  -- A synchronisation works on localities and not on a dataset, and one that a schedule starts is asked for by nobody's key.
  alter table run alter dataset_id drop not null, alter requested_by_id drop not null,
    add locality_code text constraint run_locality_code_fkey references locality,
    add constraint run_subject_check check ((dataset_id is null) = (locality_code is not null));
  create unique index run_scheduled_idx on run (idempotency_key) where requested_by_id is null;
  create index run_open_sync_idx on run (connector_key) where kind = 'SYNC' and state in ('QUEUED', 'RUNNING');
`;

const NODES = `
  create table ioc_node (
    locality_code text constraint ioc_node_pkey primary key constraint ioc_node_locality_code_fkey references locality,
    stage text not null default 'NOT_STARTED' constraint ioc_node_stage_check
      check (stage in ('NOT_STARTED', 'TRIAL', 'CONNECTED', 'DEGRADED', 'STALE')),
    stage_since timestamptz not null default clock_timestamp(),
    why text not null default 'NEVER_SYNCED',
    connected_to_centre boolean not null default false,
    connected_to_register boolean not null default false,
    last_heartbeat_at timestamptz,
    last_sync_at timestamptz,
    last_attempt_at timestamptz,
    cut_off_at timestamptz,
    lag_minutes double precision,
    consecutive_failures integer not null default 0,
    last_error text,
    last_run_id uuid constraint ioc_node_last_run_id_fkey references run,
    simulated boolean not null default false
  );

  create table ioc_stage_change (
    id bigint generated always as identity constraint ioc_stage_change_pkey primary key,
    locality_code text not null constraint ioc_stage_change_locality_code_fkey references locality,
    at timestamptz not null,
    from_stage text not null,
    to_stage text not null,
    why text not null,
    run_id uuid constraint ioc_stage_change_run_id_fkey references run
  );
  create index ioc_stage_change_locality_code_id_idx on ioc_stage_change (locality_code, id);
`;

const FEEDS = `
  create table ioc_feed (
    locality_code text not null constraint ioc_feed_locality_code_fkey references locality,
    feed_code text not null,
    offered integer not null default 0,
    accepted integer not null default 0,
    rejected integer not null default 0,
    deduplicated integer not null default 0,
    correct double precision,
    complete double precision,
    clean double precision,
    live double precision,
    consistent double precision,
    expected_per_day integer,
    last_version integer,
    last_record_at timestamptz,
    last_received_at timestamptz,
    cursor text,
    last_error text,
    constraint ioc_feed_pkey primary key (locality_code, feed_code),
    constraint ioc_feed_counts_check check (offered = accepted + rejected and deduplicated <= accepted)
  );

  create table feed_record (
    locality_code text not null,
    feed_code text not null,
    receiver_key text not null,
    version integer not null,
    reporting_day date not null,
    issued_at timestamptz not null,
    numerator double precision not null,
    denominator double precision,
    delivery text not null constraint feed_record_delivery_check check (delivery in ('SYNC', 'PUSH')),
    received_at timestamptz not null default clock_timestamp(),
    constraint feed_record_pkey primary key (locality_code, feed_code, receiver_key),
    constraint feed_record_locality_code_feed_code_fkey foreign key (locality_code, feed_code) references ioc_feed
  );
  create index feed_record_day_idx on feed_record (locality_code, feed_code, reporting_day);
`;

const SCHEDULES = `
  create table schedule (
    id text constraint schedule_pkey primary key,
    connector_key text not null,
    locality_code text not null constraint schedule_locality_code_fkey references locality,
    cron text not null,
    jitter_seconds integer not null default 0,
    catch_up text not null default 'ONCE' constraint schedule_catch_up_check check (catch_up in ('ONCE', 'SKIP')),
    paused boolean not null default false,
    next_at timestamptz not null,
    last_fired_at timestamptz,
    last_outcome text,
    last_run_id uuid constraint schedule_last_run_id_fkey references run,
    constraint schedule_connector_key_locality_code_key unique (connector_key, locality_code)
  );
`;

export class CreateSyncs1764000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RUNS + NODES + FEEDS + SCHEDULES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table schedule, feed_record, ioc_feed, ioc_stage_change, ioc_node;
      delete from evidence where observation_id in
        (select o.id from observation o join run r on r.id = o.run_id where r.kind = 'SYNC');
      delete from observation where run_id in (select id from run where kind = 'SYNC');
      delete from chunk where run_id in (select id from run where kind = 'SYNC');
      delete from run_event where run_id in (select id from run where kind = 'SYNC');
      delete from run where kind = 'SYNC';
      drop index run_scheduled_idx, run_open_sync_idx;
      alter table run drop constraint run_subject_check, drop locality_code, alter dataset_id set not null,
        alter requested_by_id set not null;
    `);
  }
}
