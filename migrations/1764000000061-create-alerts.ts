/** Tables of watching: alert rules, alerts and what happened to them, maintenance windows, webhooks and their deliveries. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const RULES = `
  create table alert_rule (
    code text constraint alert_rule_pkey primary key,
    subject text not null
      constraint alert_rule_subject_check check (subject in ('CONNECTOR', 'IOC_NODE', 'SCHEDULE', 'RUN')),
    title_vi text not null,
    title_en text not null,
    unit_vi text,
    unit_en text,
    worse text not null constraint alert_rule_worse_check check (worse in ('ABOVE', 'BELOW')),
    severity text not null
      constraint alert_rule_severity_check check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    raise_at double precision not null,
    clear_at double precision not null,
    raise_after integer not null,
    clear_after integer not null,
    enabled boolean not null default true,
    constraint alert_rule_marks_check check (case worse when 'ABOVE' then clear_at <= raise_at else clear_at >= raise_at end)
  );
`;

const ALERTS = `
  create table alert (
    id uuid constraint alert_pkey primary key default gen_random_uuid(),
    rule_code text not null constraint alert_rule_code_fkey references alert_rule,
    subject_key text not null,
    subject_vi text not null,
    subject_en text not null,
    -- Null where it concerns the whole hub, such as a connector.
    locality_code text constraint alert_locality_code_fkey references locality,
    state text not null
      constraint alert_state_check check (state in ('PENDING', 'OPEN', 'ACKNOWLEDGED', 'CLEARED')),
    severity text not null,
    value double precision,
    since timestamptz not null,
    good_since timestamptz,
    raised_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by_id uuid constraint alert_acknowledged_by_id_fkey references api_key,
    note text,
    cleared_at timestamptz,
    simulated boolean not null,
    changed_at timestamptz not null default clock_timestamp()
  );
  -- One living alert for each rule and subject, however many workers look at once.
  create unique index alert_living_idx on alert (rule_code, subject_key) where state <> 'CLEARED';
  create index alert_changed_at_idx on alert (changed_at);
  create index alert_raised_at_id_idx on alert (raised_at, id);

  create table alert_event (
    id bigint generated always as identity constraint alert_event_pkey primary key,
    alert_id uuid not null constraint alert_event_alert_id_fkey references alert,
    at timestamptz not null,
    event text not null
      constraint alert_event_event_check check (event in ('RAISED', 'ACKNOWLEDGED', 'CLEARED')),
    value double precision,
    actor_id uuid constraint alert_event_actor_id_fkey references api_key,
    note text
  );
  create index alert_event_alert_id_id_idx on alert_event (alert_id, id);

  create table maintenance_window (
    id uuid constraint maintenance_window_pkey primary key default gen_random_uuid(),
    rule_code text constraint maintenance_window_rule_code_fkey references alert_rule,
    subject_key text,
    locality_code text constraint maintenance_window_locality_code_fkey references locality,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    created_by_id uuid not null constraint maintenance_window_created_by_id_fkey references api_key,
    created_at timestamptz not null default clock_timestamp(),
    constraint maintenance_window_ends_at_check check (ends_at >= starts_at)
  );
  create index maintenance_window_ends_at_idx on maintenance_window (ends_at);
`;

const WEBHOOKS = `
  create table webhook (
    id uuid constraint webhook_pkey primary key default gen_random_uuid(),
    label text not null,
    url text not null,
    -- Sealed under the hub's secret; nothing ever reads it back to a person.
    sealed_secret bytea not null,
    least_severity text not null default 'WARNING'
      constraint webhook_least_severity_check check (least_severity in ('INFO', 'WARNING', 'CRITICAL')),
    locality_code text constraint webhook_locality_code_fkey references locality,
    enabled boolean not null default true,
    created_by_id uuid constraint webhook_created_by_id_fkey references api_key,
    created_at timestamptz not null default clock_timestamp()
  );

  create table webhook_delivery (
    id uuid constraint webhook_delivery_pkey primary key default gen_random_uuid(),
    webhook_id uuid not null constraint webhook_delivery_webhook_id_fkey references webhook on delete cascade,
    -- Null for a trial.
    alert_event_id bigint constraint webhook_delivery_alert_event_id_fkey references alert_event,
    state text not null default 'WAITING'
      constraint webhook_delivery_state_check check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts integer not null default 0,
    not_before timestamptz not null default clock_timestamp(),
    last_status integer,
    last_error text,
    created_at timestamptz not null default clock_timestamp(),
    delivered_at timestamptz
  );
  create unique index webhook_delivery_webhook_id_alert_event_id_idx on webhook_delivery (webhook_id, alert_event_id);
  create index webhook_delivery_waiting_idx on webhook_delivery (not_before) where state = 'WAITING';
`;

export class CreateAlerts1764000000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RULES + ALERTS + WEBHOOKS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table webhook_delivery, webhook, maintenance_window, alert_event, alert, alert_rule',
    );
  }
}
