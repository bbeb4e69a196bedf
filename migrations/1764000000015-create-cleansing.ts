/** How a file is read (encoding, header, sheet), what a run was asked to do, and the tables of changes, decisions and profiles. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const READING = `
  alter table dataset
    add format text not null default 'CSV'
      constraint dataset_format_check check (format in ('CSV', 'XLSX')),
    add file_encoding text not null default 'UTF8',
    add sheet text,
    add header_line integer not null default 1,
    add first_line integer not null default 2,
    -- For each column: its encoding, and how surely it was found out.
    add encodings jsonb not null default '[]',
    add mapping_source text not null default 'ALIASES'
      constraint dataset_mapping_source_check check (mapping_source in ('ALIASES', 'GIVEN', 'SAVED')),
    -- What only the whole file shows, such as the order of day and month; gathered while it is read.
    add facts jsonb;

  -- The mapping that an agency's key gave for headers like these, so that it need not be given again.
  create table saved_mapping (
    api_key_id uuid not null constraint saved_mapping_api_key_id_fkey references api_key,
    headers_key text not null,
    mapping jsonb not null,
    saved_at timestamptz not null default now(),
    constraint saved_mapping_pkey primary key (api_key_id, headers_key)
  );
`;

const CLEANSING = `
  alter table run
    add settings jsonb not null default '{}',
    add based_on_id uuid constraint run_based_on_id_fkey references run;

  -- One partition a run, attached when the run is cut: the rows of a run come and go together.
  create table change (
    run_id uuid not null,
    row_seq integer not null,
    field text not null,
    no smallint not null,
    rule text not null,
    version smallint not null,
    mode text not null constraint change_mode_check check (mode in ('AUTO', 'SUGGEST', 'FLAG')),
    before text,
    after text,
    lossless boolean not null,
    confidence real not null,
    constraint change_pkey primary key (run_id, row_seq, field, no)
  ) partition by list (run_id);
  create index change_run_id_rule_idx on change (run_id, rule, row_seq);

  -- What a person said about a suggestion; the suggestion itself is never altered.
  create table change_decision (
    run_id uuid not null constraint change_decision_run_id_fkey references run,
    row_seq integer not null,
    field text not null,
    no smallint not null,
    accepted boolean not null,
    reason text,
    decided_by_id uuid not null constraint change_decision_decided_by_id_fkey references api_key,
    decided_at timestamptz not null default clock_timestamp(),
    constraint change_decision_pkey primary key (run_id, row_seq, field, no)
  );

  create table dataset_profile (
    dataset_id uuid not null constraint dataset_profile_dataset_id_fkey references dataset on delete cascade,
    run_id uuid not null constraint dataset_profile_run_id_fkey references run,
    profile jsonb not null,
    constraint dataset_profile_pkey primary key (dataset_id)
  );
`;

export class CreateCleansing1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(READING + CLEANSING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table dataset_profile, change_decision, change, saved_mapping;
      alter table run drop settings, drop based_on_id;
      alter table dataset drop format, drop file_encoding, drop sheet, drop header_line, drop first_line,
        drop encodings, drop mapping_source, drop facts;
    `);
  }
}
