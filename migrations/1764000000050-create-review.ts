/** Tables of the review: candidates side by side, what people decided, and what a run that asks again took over. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const REVIEW = `
  alter table run
    -- Fixed when the run starts: a policy that changes later does not change what was accepted.
    add accepts_probable boolean not null default false,
    add policy_version text,
    -- Until then the source may not know what it will know: who was not found is asked for again.
    add not_found_until timestamptz;

  alter table verdict add carried_over boolean not null default false;
  create index verdict_review_idx on verdict (run_id, seq) where verdict in ('REVIEW', 'AMBIGUOUS', 'PROBABLE');

  -- The candidates of rows that more than one person may fit: classes and weights, and a token for the person.
  create table verdict_candidate (
    run_id uuid not null,
    seq integer not null,
    no smallint not null,
    token text not null,
    class_number text not null,
    class_name text not null,
    class_birth_date text not null,
    class_sex text not null,
    weight_bits double precision not null,
    explanation text not null,
    constraint verdict_candidate_pkey primary key (run_id, seq, no)
  );

  create table review_decision (
    run_id uuid not null constraint review_decision_run_id_fkey references run,
    seq integer not null,
    decision text not null
      constraint review_decision_decision_check check (decision in ('SAME_PERSON', 'OTHER_PERSON', 'UNDECIDED')),
    candidate_no smallint,
    reason text not null,
    decided_by_id uuid not null constraint review_decision_decided_by_id_fkey references api_key,
    decided_at timestamptz not null default clock_timestamp(),
    constraint review_decision_pkey primary key (run_id, seq)
  );
`;

export class CreateReview1764000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(REVIEW);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table review_decision, verdict_candidate;
      drop index verdict_review_idx;
      alter table verdict drop carried_over;
      alter table run drop accepts_probable, drop policy_version, drop not_found_until;
    `);
  }
}
