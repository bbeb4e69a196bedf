/** How watching is set up: the rules, the maintenance windows, the webhooks and how their deliveries go. */
import { type DataSource } from 'typeorm';
import { type AlertSeverity, type AlertSubject, type AlertThresholds } from '../../../domain/alert/alert';
import { type Scope } from '../list-runs';

export interface AlertRuleRow extends AlertThresholds {
  readonly code: string;
  readonly subject: AlertSubject;
  readonly title: { readonly vi: string; readonly en: string };
  readonly unit: { readonly vi: string; readonly en: string } | null;
  readonly severity: AlertSeverity;
  readonly enabled: boolean;
}

export function listAlertRules(
  db: DataSource,
  codes: readonly string[] | null = null,
): Promise<AlertRuleRow[]> {
  return db.query(
    `select code, subject, json_build_object('vi', title_vi, 'en', title_en) as title,
       case when unit_vi is not null then json_build_object('vi', unit_vi, 'en', unit_en) end as unit, severity, enabled,
       worse, raise_at as "raiseAt", clear_at as "clearAt", raise_after as "raiseAfter", clear_after as "clearAfter"
     from alert_rule where $1::text[] is null or code = any($1) order by subject, code`,
    [codes],
  );
}

export interface MaintenanceRow {
  readonly id: string;
  readonly rule: string | null;
  readonly subjectKey: string | null;
  readonly localityCode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
  readonly by: string;
}

/** Those that are open or still to come, and those that ended within a week. */
export function listMaintenance(
  db: DataSource,
  scope: Scope,
  ids: readonly string[] | null = null,
): Promise<MaintenanceRow[]> {
  return db.query(
    `select w.id, w.rule_code as rule, w.subject_key as "subjectKey", w.locality_code as "localityCode",
       w.starts_at as "startsAt", w.ends_at as "endsAt", w.reason, k.label as by
     from maintenance_window w join api_key k on k.id = w.created_by_id
     where ($1::text is null or w.locality_code is null or w.locality_code = $1)
       and ($2::uuid[] is null or w.id = any($2)) and w.ends_at > clock_timestamp() - interval '7 days'
     order by w.starts_at desc, w.id limit 200`,
    [scope.localityCode, ids],
  );
}

export interface WebhookRow {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly leastSeverity: AlertSeverity;
  readonly localityCode: string | null;
  readonly enabled: boolean;
  readonly delivered: number;
  readonly waiting: number;
  readonly givenUp: number;
  readonly lastDeliveredAt: Date | null;
  /** Of the newest delivery that failed and was not made good since. */
  readonly lastError: string | null;
  readonly lastStatus: number | null;
}

export function listWebhooks(db: DataSource, ids: readonly string[] | null = null): Promise<WebhookRow[]> {
  return db.query(
    `select w.id, w.label, w.url, w.least_severity as "leastSeverity", w.locality_code as "localityCode", w.enabled,
       coalesce(d.delivered, 0) as delivered, coalesce(d.waiting, 0) as waiting, coalesce(d.given_up, 0) as "givenUp",
       d.last_delivered_at as "lastDeliveredAt", latest.last_error as "lastError", latest.last_status as "lastStatus"
     from webhook w
     left join (
       select webhook_id, (count(*) filter (where state = 'DELIVERED'))::int as delivered,
         (count(*) filter (where state = 'WAITING'))::int as waiting,
         (count(*) filter (where state = 'GIVEN_UP'))::int as given_up, max(delivered_at) as last_delivered_at
       from webhook_delivery group by 1
     ) d on d.webhook_id = w.id
     left join lateral (
       select one.last_error, one.last_status from webhook_delivery one
       where one.webhook_id = w.id and one.attempts > 0 order by one.created_at desc, one.id limit 1
     ) latest on true
     where $1::uuid[] is null or w.id = any($1) order by w.label, w.id`,
    [ids],
  );
}
