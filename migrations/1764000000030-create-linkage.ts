/** Tables of linkage: the pairs that a run found, with their parts; the clusters; and the account of what was compared. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateLinkage1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table linked_pair (
        run_id uuid not null constraint linked_pair_run_id_fkey references run,
        no integer not null,
        left_file smallint not null,
        left_seq integer not null,
        right_file smallint not null,
        right_seq integer not null,
        decision text not null constraint linked_pair_decision_check check (decision in ('LINK', 'REVIEW')),
        -- Hundredths of a bit: the prior and the parts add up to the weight exactly.
        weight_units integer not null,
        prior_units integer not null,
        -- Per comparison of the model, in its order: the level (0 for missing) and its units.
        levels smallint[] not null,
        units integer[] not null,
        constraint linked_pair_pkey primary key (run_id, no)
      );
      -- Few pairs wait for a person; those are the ones that people page through.
      create index linked_pair_review_idx on linked_pair (run_id, no) where decision = 'REVIEW';

      create table linked_row (
        run_id uuid not null constraint linked_row_run_id_fkey references run,
        file smallint not null,
        seq integer not null,
        cluster integer not null,
        cluster_size integer not null,
        constraint linked_row_pkey primary key (run_id, file, seq)
      );

      create table linkage_report (
        run_id uuid constraint linkage_report_pkey primary key constraint linkage_report_run_id_fkey references run,
        -- The model that was used, weights as they were learnt: without it no pair can be explained.
        model jsonb not null,
        report jsonb not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table linkage_report, linked_row, linked_pair');
  }
}
