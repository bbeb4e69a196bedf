/** The indicators of the matrix and what was observed of them; an observation may be evidence for a cell as a run may. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateIndicators1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table indicator (
        code text constraint indicator_pkey primary key,
        template_code text not null,
        item_path text not null,
        position integer not null,
        name_vi text not null,
        name_en text not null,
        unit text not null
          constraint indicator_unit_check check (unit in ('PERCENT', 'RATIO', 'COUNT', 'DAYS', 'MINUTES')),
        numerator_vi text not null,
        numerator_en text not null,
        denominator_vi text,
        denominator_en text,
        direction text not null constraint indicator_direction_check check (direction in ('UP', 'DOWN')),
        target double precision not null,
        lower_threshold double precision not null,
        connector_key text not null,
        columns text[] not null,
        note text,
        constraint indicator_template_code_item_path_fkey
          foreign key (template_code, item_path) references matrix_item
      );

      create table observation (
        id bigint generated always as identity constraint observation_pkey primary key,
        indicator_code text not null constraint observation_indicator_code_fkey references indicator,
        locality_code text not null constraint observation_locality_code_fkey references locality,
        period_code text not null constraint observation_period_code_fkey references period,
        observed_at timestamptz not null,
        value double precision not null,
        numerator double precision,
        denominator double precision,
        run_id uuid constraint observation_run_id_fkey references run,
        source text not null,
        simulated boolean not null,
        recorded_at timestamptz not null default clock_timestamp()
      );
      create index observation_latest_idx
        on observation (indicator_code, locality_code, period_code, observed_at desc, id desc);
      create index observation_observed_at_idx on observation (observed_at);

      alter table evidence alter run_id drop not null,
        add observation_id bigint constraint evidence_observation_id_fkey references observation;
      alter table evidence drop constraint evidence_kind_check;
      alter table evidence add constraint evidence_kind_check check (kind in ('RUN', 'METRIC'));
      alter table evidence add constraint evidence_source_check
        check ((kind = 'RUN') = (run_id is not null) and (kind = 'METRIC') = (observation_id is not null));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from evidence where kind = 'METRIC';
      alter table evidence drop constraint evidence_source_check;
      alter table evidence drop constraint evidence_kind_check;
      alter table evidence add constraint evidence_kind_check check (kind in ('RUN'));
      alter table evidence drop observation_id, alter run_id set not null;
      drop table observation, indicator;
    `);
  }
}
