/** What people do with an assessment: edits that keep every earlier version, comments, commitments, and its way to publication. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const AGENCIES = `
  create table agency (
    code text constraint agency_pkey primary key,
    name_vi text not null,
    name_en text not null,
    kind text not null
      constraint agency_kind_check check (kind in ('MINISTRY', 'DEPARTMENT', 'PROVINCE', 'COMMUNE', 'OTHER')),
    locality_code text constraint agency_locality_code_fkey references locality
  );
`;

const CELLS = `
  alter table assessment add version integer not null default 1;
  alter table matrix_cell
    add version integer not null default 1,
    add status_reason text,
    add tags text[] not null default '{}',
    add follow_up boolean not null default false,
    add owner_code text constraint matrix_cell_owner_code_fkey references agency,
    add changed_at timestamptz not null default clock_timestamp(),
    add changed_by_id uuid,
    add change_reason text;

  create table cell_revision (
    assessment_id text not null,
    item_path text not null,
    column_code text not null,
    version integer not null,
    text_state text not null,
    text text,
    status text not null,
    status_source text not null,
    status_rule text,
    status_reason text,
    tags text[] not null,
    follow_up boolean not null,
    owner_code text,
    printed text,
    corrected text[] not null,
    note text,
    changed_at timestamptz not null,
    changed_by_id uuid,
    change_reason text,
    constraint cell_revision_pkey primary key (assessment_id, item_path, column_code, version),
    constraint cell_revision_assessment_id_item_path_column_code_fkey
      foreign key (assessment_id, item_path, column_code) references matrix_cell
  );

  -- Here and not in the services, so that no path of writing, a rule's included, can overwrite a claim silently.
  create function keep_cell_revision() returns trigger language plpgsql as $$
    begin
      if (new.text_state, new.text, new.status, new.status_source, new.status_rule, new.status_reason, new.tags,
          new.follow_up, new.owner_code)
        is not distinct from (old.text_state, old.text, old.status, old.status_source, old.status_rule,
          old.status_reason, old.tags, old.follow_up, old.owner_code) then
        return new;
      end if;
      insert into cell_revision values (old.assessment_id, old.item_path, old.column_code, old.version, old.text_state,
        old.text, old.status, old.status_source, old.status_rule, old.status_reason, old.tags, old.follow_up,
        old.owner_code, old.printed, old.corrected, old.note, old.changed_at, old.changed_by_id, old.change_reason);
      new.version := old.version + 1;
      new.changed_at := clock_timestamp();
      -- Set by whoever acts, for the transaction only; a rule leaves both empty.
      new.changed_by_id := nullif(current_setting('hub06.actor', true), '')::uuid;
      new.change_reason := nullif(current_setting('hub06.reason', true), '');
      return new;
    end
  $$;
  create trigger matrix_cell_keep_revision before update on matrix_cell
    for each row execute function keep_cell_revision();
`;

/** Locale C lowers ASCII only, so đ is folded by hand; after NFD every other Vietnamese letter has an ASCII base. */
const SEARCH = `
  create function fold_vi(words text) returns text language sql immutable parallel safe return
    lower(translate(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]', '', 'g'), 'Đđ', 'dd'));
  create index matrix_cell_words_idx on matrix_cell using gin (to_tsvector('simple', fold_vi(coalesce(text, ''))));
`;

const WORK = `
  create table assessment_event (
    id bigint generated always as identity constraint assessment_event_pkey primary key,
    assessment_id text not null constraint assessment_event_assessment_id_fkey references assessment,
    at timestamptz not null default clock_timestamp(),
    actor_id uuid not null constraint assessment_event_actor_id_fkey references api_key,
    from_state text not null,
    to_state text not null,
    reason text
  );
  create index assessment_event_assessment_id_id_idx on assessment_event (assessment_id, id);

  create table cell_comment (
    id bigint generated always as identity constraint cell_comment_pkey primary key,
    assessment_id text not null,
    item_path text not null,
    column_code text not null,
    at timestamptz not null default clock_timestamp(),
    author_id uuid not null constraint cell_comment_author_id_fkey references api_key,
    text text not null,
    constraint cell_comment_assessment_id_item_path_column_code_fkey
      foreign key (assessment_id, item_path, column_code) references matrix_cell
  );
  create index cell_comment_cell_idx on cell_comment (assessment_id, item_path, column_code, id);

  create table commitment (
    id uuid constraint commitment_pkey primary key default gen_random_uuid(),
    assessment_id text not null constraint commitment_assessment_id_fkey references assessment,
    item_path text not null,
    action text not null,
    dimension text not null,
    person text,
    lead_code text constraint commitment_lead_code_fkey references agency,
    due_on date,
    product text,
    authority text,
    state text not null default 'PLANNED'
      constraint commitment_state_check check (state in ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED')),
    evidence text,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    changed_by_id uuid not null constraint commitment_changed_by_id_fkey references api_key
  );
  create index commitment_assessment_id_item_path_idx on commitment (assessment_id, item_path);
`;

export class CreateAssessmentWork1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(AGENCIES + CELLS + SEARCH + WORK);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table commitment, cell_comment, assessment_event, cell_revision;
      drop trigger matrix_cell_keep_revision on matrix_cell;
      drop function keep_cell_revision();
      drop index matrix_cell_words_idx;
      drop function fold_vi(text);
      alter table matrix_cell drop version, drop status_reason, drop tags, drop follow_up, drop owner_code,
        drop changed_at, drop changed_by_id, drop change_reason;
      alter table assessment drop version;
      drop table agency;
    `);
  }
}
