/** Tables of the work: uploads and datasets coming in, runs cut into chunks, verdicts and evidence going out. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const INCOMING = `
  create table upload (
    id uuid constraint upload_pkey primary key default gen_random_uuid(),
    filename text not null,
    announced_bytes bigint not null,
    received_bytes bigint,
    sha256 text,
    state text not null default 'ANNOUNCED'
      constraint upload_state_check check (state in ('ANNOUNCED', 'RECEIVED', 'IMPORTED')),
    created_by_id uuid not null constraint upload_created_by_id_fkey references api_key,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  -- The bytes wait here and not in a folder, so that any gateway may receive them and any worker may read them.
  create table upload_part (
    upload_id uuid not null constraint upload_part_upload_id_fkey references upload on delete cascade,
    no integer not null,
    bytes bytea not null,
    constraint upload_part_pkey primary key (upload_id, no)
  );
  alter table upload_part alter column bytes set storage external;

  create table dataset (
    id uuid constraint dataset_pkey primary key default gen_random_uuid(),
    name text not null,
    upload_id uuid not null constraint dataset_upload_id_fkey references upload,
    locality_code text not null constraint dataset_locality_code_fkey references locality,
    state text not null default 'IMPORTING'
      constraint dataset_state_check check (state in ('IMPORTING', 'READY', 'FAILED')),
    headers text[] not null,
    mapping jsonb not null,
    delimiter text not null,
    physical_rows integer,
    accepted_rows integer,
    rejected_rows integer,
    january_first_heaped boolean not null default false,
    created_by_id uuid not null constraint dataset_created_by_id_fkey references api_key,
    created_at timestamptz not null default now()
  );
  create index dataset_created_at_idx on dataset (created_at);

  -- One partition a dataset, attached when its import is complete: a half-read file is never seen, and deleting
  -- a dataset is dropping a table.
  create table dataset_row (
    dataset_id uuid not null,
    seq integer not null,
    line integer not null,
    cells text[] not null,
    constraint dataset_row_pkey primary key (dataset_id, seq)
  ) partition by list (dataset_id);

  -- Line and reason only: the refused text itself may be a person's data in any shape.
  create table rejected_row (
    dataset_id uuid not null constraint rejected_row_dataset_id_fkey references dataset on delete cascade,
    line integer not null,
    code text not null,
    constraint rejected_row_pkey primary key (dataset_id, line)
  );
`;

const RUNS = `
  create table run (
    id uuid constraint run_pkey primary key default gen_random_uuid(),
    kind text not null,
    state text not null default 'QUEUED'
      constraint run_state_check check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'SUCCEEDED_WITH_ISSUES',
        'FAILED_CONFIG', 'FAILED_SYSTEM', 'CANCELLED')),
    dataset_id uuid not null constraint run_dataset_id_fkey references dataset,
    connector_key text,
    purpose text,
    idempotency_key text not null,
    requested_by_id uuid not null constraint run_requested_by_id_fkey references api_key,
    rows_total integer,
    simulated boolean not null,
    engine_version text not null,
    error_code text,
    created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz
  );
  create unique index run_requested_by_id_idempotency_key_idx on run (requested_by_id, idempotency_key);
  create index run_dataset_id_idx on run (dataset_id);
  create index run_created_at_id_idx on run (created_at, id);

  create table chunk (
    run_id uuid not null constraint chunk_run_id_fkey references run,
    no integer not null,
    step text not null default 'WORK' constraint chunk_step_check check (step in ('WORK', 'FINISH')),
    first_seq integer not null,
    last_seq integer not null,
    state text not null default 'READY'
      constraint chunk_state_check check (state in ('BLOCKED', 'READY', 'LEASED', 'DONE', 'SPLIT', 'QUARANTINED',
        'CANCELLED')),
    epoch integer not null default 0,
    crashes integer not null default 0,
    retries integer not null default 0,
    lease_until timestamptz,
    not_before timestamptz,
    counts jsonb,
    last_error text,
    done_at timestamptz,
    constraint chunk_pkey primary key (run_id, no)
  );
  create index chunk_open_idx on chunk (state, lease_until) where state in ('READY', 'LEASED');

  create table run_event (
    id bigint generated always as identity constraint run_event_pkey primary key,
    run_id uuid not null constraint run_event_run_id_fkey references run,
    at timestamptz not null default clock_timestamp(),
    event text not null,
    detail jsonb not null default '{}'
  );
  create index run_event_run_id_id_idx on run_event (run_id, id);
`;

const RESULTS = `
  create table verdict (
    run_id uuid not null,
    seq integer not null,
    verdict text not null,
    underlying text,
    reasons text[] not null,
    confidence double precision not null,
    weight_bits double precision not null,
    class_number text not null,
    class_name text not null,
    class_birth_date text not null,
    class_sex text not null,
    -- Per field: the bits of weight, the kind of closeness, the rules that fired.
    explanation text not null,
    -- A second application of the same chunk cannot insert: the last guard behind the fence.
    constraint verdict_pkey primary key (run_id, seq)
  );
  -- Most rows are VERIFIED; the few that are not are the ones that people page through.
  create index verdict_attention_idx on verdict (run_id, verdict, seq) where verdict <> 'VERIFIED';

  create table artifact (
    id uuid constraint artifact_pkey primary key default gen_random_uuid(),
    run_id uuid not null constraint artifact_run_id_fkey references run,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    created_at timestamptz not null default now()
  );
  create unique index artifact_run_id_name_idx on artifact (run_id, name);

  create table connector (
    key text constraint connector_pkey primary key,
    title_vi text not null,
    title_en text not null,
    capabilities text[] not null,
    simulated boolean not null,
    health text not null default 'UNKNOWN'
      constraint connector_health_check check (health in ('UNKNOWN', 'UP', 'DOWN')),
    last_error text,
    health_checked_at timestamptz
  );

  create table evidence (
    id bigint generated always as identity constraint evidence_pkey primary key,
    kind text not null constraint evidence_kind_check check (kind in ('RUN')),
    assessment_id text not null,
    item_path text not null,
    column_code text not null,
    run_id uuid not null constraint evidence_run_id_fkey references run,
    observed_at timestamptz not null,
    simulated boolean not null,
    summary_vi text not null,
    summary_en text not null,
    constraint evidence_assessment_id_item_path_column_code_fkey
      foreign key (assessment_id, item_path, column_code) references matrix_cell
  );
  create index evidence_assessment_id_item_path_column_code_id_idx
    on evidence (assessment_id, item_path, column_code, id);
  create unique index evidence_run_id_assessment_id_item_path_column_code_idx
    on evidence (run_id, assessment_id, item_path, column_code);
`;

/** Makes any text safe to open in a spreadsheet: a cell that begins like a formula gets an apostrophe before it. */
const SAFE_CELL = `
  create function safe_cell(cell text) returns text language sql immutable parallel safe return
    case when cell ~ E'^[=+\\\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]' then '''' || cell else cell end;
`;

export class CreateRuns1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(INCOMING + RUNS + RESULTS + SAFE_CELL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function safe_cell(text);
      drop table evidence, connector, artifact, verdict, run_event, chunk, run, rejected_row, dataset_row, dataset,
        upload_part, upload;
    `);
  }
}
