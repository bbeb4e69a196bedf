/** Tables of the matrix: localities with their lineage, periods, the official form, and one cell a row. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateMatrix1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table locality (
        code text constraint locality_pkey primary key,
        name_vi text not null,
        name_en text not null,
        level text not null,
        scheme text not null,
        valid_from date not null,
        valid_to date
      );
      create table locality_lineage (
        predecessor_code text not null constraint locality_lineage_predecessor_code_fkey references locality,
        successor_code text not null constraint locality_lineage_successor_code_fkey references locality,
        constraint locality_lineage_pkey primary key (predecessor_code, successor_code)
      );
      create index locality_lineage_successor_code_idx on locality_lineage (successor_code);

      create table period (
        code text constraint period_pkey primary key,
        label_vi text not null,
        label_en text not null,
        starts_on date not null,
        ends_on date not null
      );

      create table matrix_template (
        code text constraint matrix_template_pkey primary key,
        version integer not null,
        title_vi text not null,
        title_en text not null,
        provenance text not null
      );
      create table matrix_column (
        template_code text not null constraint matrix_column_template_code_fkey references matrix_template,
        code text not null,
        position integer not null,
        band_vi text not null,
        band_en text not null,
        title_vi text not null,
        title_en text not null,
        question text not null,
        criteria text[] not null,
        printed text,
        note text,
        constraint matrix_column_pkey primary key (template_code, code)
      );
      create table matrix_group (
        template_code text not null constraint matrix_group_template_code_fkey references matrix_template,
        code text not null,
        position integer not null,
        title_vi text not null,
        title_en text not null,
        constraint matrix_group_pkey primary key (template_code, code)
      );
      create table matrix_item (
        template_code text not null,
        path text not null,
        group_code text not null,
        position integer not null,
        printed_no text not null,
        title_vi text not null,
        title_en text not null,
        blank boolean not null,
        parent_path text,
        constraint matrix_item_pkey primary key (template_code, path),
        constraint matrix_item_template_code_group_code_fkey
          foreign key (template_code, group_code) references matrix_group (template_code, code)
      );

      create table assessment (
        id text constraint assessment_pkey primary key,
        template_code text not null constraint assessment_template_code_fkey references matrix_template,
        locality_code text not null constraint assessment_locality_code_fkey references locality,
        period_code text not null constraint assessment_period_code_fkey references period,
        state text not null default 'DRAFT'
          constraint assessment_state_check check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'PUBLISHED'))
      );
      create unique index assessment_locality_code_period_code_idx on assessment (locality_code, period_code);

      create table matrix_cell (
        assessment_id text not null constraint matrix_cell_assessment_id_fkey references assessment,
        item_path text not null,
        column_code text not null,
        text_state text not null default 'EMPTY'
          constraint matrix_cell_text_state_check check (text_state in ('EMPTY', 'DASH', 'TEXT', 'MERGED')),
        text text,
        row_span integer not null default 1,
        merged_from text,
        printed text,
        corrected text[] not null default '{}',
        needs_review boolean not null default false,
        note text,
        status text not null default 'NOT_ASSESSED',
        status_source text not null default 'NONE',
        status_rule text,
        status_at timestamptz,
        constraint matrix_cell_pkey primary key (assessment_id, item_path, column_code),
        constraint matrix_cell_text_check check ((text_state = 'TEXT') = (text is not null))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table matrix_cell, assessment, matrix_item, matrix_group, matrix_column, matrix_template,
        period, locality_lineage, locality;
    `);
  }
}
