/** Views for reporting tools that speak SQL only: a schema of their own, and a role that reads it and nothing else. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CODE_LISTS = `
  create view bi.localities as
    select code, name_vi, name_en, level, scheme, valid_from, valid_to from locality;
  create view bi.periods as
    select code, label_vi, label_en, starts_on, ends_on from period;
  create view bi.items as
    select template_code, path as item, group_code as "group", position, printed_no, title_vi, title_en, blank from matrix_item;
  create view bi.indicators as
    select code as indicator, item_path as item, name_vi, name_en, unit, direction, target, lower_threshold,
      connector_key as connector, status_rule from indicator;
`;

const MATRIX = `
  create view bi.cells as
    select a.locality_code as locality, l.name_vi as locality_name, a.period_code as period, a.state as assessment_state,
      i.group_code as "group", c.item_path as item, i.title_vi as item_title, c.column_code as "column",
      m.title_vi as column_title, c.text_state, c.text, c.status, c.status_source, c.status_rule,
      c.status_why ->> 'vi' as status_why_vi, c.status_why ->> 'en' as status_why_en, c.status_at, c.follow_up,
      c.owner_code as owner, c.version, c.changed_at,
      case c.status when 'BENEFITING' then 1.0 when 'PARTIAL' then 0.5 when 'NOT_YET' then 0.0 end as score
    from matrix_cell c join assessment a on a.id = c.assessment_id join locality l on l.code = a.locality_code
    join matrix_item i on i.template_code = a.template_code and i.path = c.item_path and not i.blank
    join matrix_column m on m.template_code = a.template_code and m.code = c.column_code;
  create view bi.evidence as
    select e.assessment_id, e.item_path as item, e.column_code as "column", e.kind, e.observed_at, e.simulated,
      e.summary_vi, e.summary_en from evidence e;
  create view bi.observations as
    select o.indicator_code as indicator, i.item_path as item, o.locality_code as locality, l.name_vi as locality_name,
      o.period_code as period, o.observed_at, o.value, o.numerator, o.denominator, i.unit, i.target, o.simulated,
      row_number() over (partition by o.indicator_code, o.locality_code, o.period_code
        order by o.observed_at desc, o.id desc) = 1 as newest
    from observation o join indicator i on i.code = o.indicator_code join locality l on l.code = o.locality_code;
`;

const WORK = `
  create view bi.runs as
    select r.id, r.kind, r.state, r.connector_key as connector, coalesce(r.locality_code, d.locality_code) as locality,
      r.rows_total, r.simulated, r.error_code, r.created_at, r.started_at, r.finished_at
    from run r left join dataset d on d.id = r.dataset_id;
  create view bi.verdict_counts as
    select r.id as run_id, r.connector_key as connector, d.locality_code as locality, r.finished_at, r.simulated,
      counted.key as verdict, sum(counted.value::bigint)::bigint as records
    from run r join dataset d on d.id = r.dataset_id join chunk c on c.run_id = r.id and c.step = 'WORK' and c.state = 'DONE'
    cross join lateral jsonb_each_text(c.counts) as counted
    where r.kind = 'VERIFY' and counted.value ~ '^[0-9]+$'
    group by 1, 2, 3, 4, 5, 6;
  create view bi.connectors as
    select key as connector, title_vi, title_en, data_class, simulated, health, last_error, settings_problem,
      health_checked_at from connector;
  create view bi.ioc_nodes as
    select n.locality_code as locality, l.name_vi as locality_name, n.stage, n.stage_since, n.why, n.connected_to_centre,
      n.connected_to_register, n.last_heartbeat_at, n.last_sync_at, n.last_attempt_at, n.cut_off_at, n.lag_minutes,
      n.consecutive_failures, n.last_error, n.simulated
    from ioc_node n join locality l on l.code = n.locality_code;
  create view bi.ioc_feeds as
    select locality_code as locality, feed_code as feed, offered, accepted, rejected, deduplicated, correct, complete,
      clean, live, consistent, last_record_at, last_received_at, last_error from ioc_feed;
  create view bi.alerts as
    select a.id, a.rule_code as rule, r.title_vi, r.title_en, r.subject as subject_kind, a.subject_key, a.subject_vi,
      a.subject_en, a.locality_code as locality, a.severity, a.state, a.value, r.unit_vi, r.unit_en, a.since, a.raised_at,
      a.acknowledged_at, a.cleared_at, a.simulated
    from alert a join alert_rule r on r.code = a.rule_code where a.state <> 'PENDING';
`;

/** A role belongs to the whole server: it may be there already, and whoever migrates may not be allowed to make one. */
const ROLE = `
  do $$
  begin
    if not exists (select from pg_roles where rolname = 'hub06_bi') then
      begin
        create role hub06_bi nologin;
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise notice 'the role hub06_bi was not made: see docs/bi.md for the three statements that make it';
      end;
    end if;
    if exists (select from pg_roles where rolname = 'hub06_bi') then
      grant usage on schema bi to hub06_bi;
      grant select on all tables in schema bi to hub06_bi;
    end if;
  end
  $$;
`;

export class CreateBiViews1764000000062 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema bi; ${CODE_LISTS} ${MATRIX} ${WORK} ${ROLE}`);
  }

  /** The role stays: other databases of the server may use it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema bi cascade');
  }
}
