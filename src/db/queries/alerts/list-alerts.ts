/** Alerts as a caller may see them: filtered and paged, by id, lately changed; and what happened to each. */
import { type DataSource } from 'typeorm';
import { type AlertSeverity, type AlertState, type AlertSubject } from '../../../domain/alert/alert';
import { type Scope } from '../list-runs';
import { whereToSql, type Where, type WhereColumns } from '../../where-sql';

export interface AlertRow {
  readonly id: string;
  readonly rule: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly unit: { readonly vi: string; readonly en: string } | null;
  readonly subjectKind: AlertSubject;
  readonly subjectKey: string;
  readonly subject: { readonly vi: string; readonly en: string };
  readonly localityCode: string | null;
  readonly severity: AlertSeverity;
  readonly state: AlertState;
  readonly value: number | null;
  readonly since: Date;
  readonly raisedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
  readonly clearedAt: Date | null;
  readonly muted: boolean;
  readonly simulated: boolean;
  readonly changedAt: Date;
  /** To the microsecond, which a Date cannot hold: what a cursor needs. */
  readonly sinceText: string;
}

export interface AlertEventRow {
  readonly alertId: string;
  readonly at: Date;
  readonly event: 'RAISED' | 'ACKNOWLEDGED' | 'CLEARED';
  readonly value: number | null;
  readonly by: string | null;
  readonly note: string | null;
}

const COLUMNS = `a.id, a.rule_code as rule, json_build_object('vi', r.title_vi, 'en', r.title_en) as title,
  case when r.unit_vi is not null then json_build_object('vi', r.unit_vi, 'en', r.unit_en) end as unit,
  r.subject as "subjectKind", a.subject_key as "subjectKey",
  json_build_object('vi', a.subject_vi, 'en', a.subject_en) as subject, a.locality_code as "localityCode", a.severity,
  a.state, a.value, a.since, a.raised_at as "raisedAt", a.acknowledged_at as "acknowledgedAt",
  k.label as "acknowledgedBy", a.note, a.cleared_at as "clearedAt", a.simulated, a.changed_at as "changedAt",
  a.since::text as "sinceText", exists (
    select from maintenance_window w
    where w.starts_at <= clock_timestamp() and w.ends_at > clock_timestamp()
      and (w.rule_code is null or w.rule_code = a.rule_code) and (w.subject_key is null or w.subject_key = a.subject_key)
      and (w.locality_code is null or w.locality_code = a.locality_code)
  ) as muted`;

/** What concerns the whole hub everybody may see. */
const VISIBLE = `from alert a join alert_rule r on r.code = a.rule_code left join api_key k on k.id = a.acknowledged_by_id
  where ($1::text is null or a.locality_code is null or a.locality_code = $1)`;

const WHERE_COLUMNS: WhereColumns = {
  state: { sql: 'a.state', type: 'text' },
  severity: { sql: 'a.severity', type: 'text' },
  rule: { sql: 'a.rule_code', type: 'text' },
  subject: { sql: 'a.subject_key', type: 'text' },
  locality: { sql: 'a.locality_code', type: 'text' },
  raisedAt: { sql: 'a.raised_at', type: 'timestamptz' },
  changedAt: { sql: 'a.changed_at', type: 'timestamptz' },
};

/** Newest first, one row more than `first` when there are more. @throws UnusableWhere */
export function listAlerts(
  db: DataSource,
  scope: Scope,
  where: Where | null,
  page: {
    readonly first: number;
    readonly after: { readonly sinceText: string; readonly id: string } | null;
  },
): Promise<AlertRow[]> {
  const parameters = [
    scope.localityCode,
    page.first + 1,
    page.after?.sinceText ?? null,
    page.after?.id ?? null,
  ];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  return db.query(
    `select ${COLUMNS} ${VISIBLE} and ${condition}
       and ($3::timestamptz is null or (a.since, a.id) < ($3::timestamptz, $4::uuid))
     order by a.since desc, a.id desc limit $2`,
    parameters,
  );
}

/** @throws UnusableWhere */
export async function countAlerts(db: DataSource, scope: Scope, where: Where | null): Promise<number> {
  const parameters: unknown[] = [scope.localityCode];
  const condition = whereToSql(where, WHERE_COLUMNS, parameters);
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count ${VISIBLE} and ${condition}`,
    parameters,
  );
  return row?.count ?? 0;
}

export function listAlertsById(db: DataSource, scope: Scope, ids: readonly string[]): Promise<AlertRow[]> {
  return db.query(`select ${COLUMNS} ${VISIBLE} and a.id = any($2::uuid[])`, [scope.localityCode, ids]);
}

/** For every locality: whoever tells of them looks at whom he tells. */
export function listFreshAlerts(db: DataSource): Promise<AlertRow[]> {
  return db.query(
    `select ${COLUMNS} ${VISIBLE} and a.changed_at > clock_timestamp() - interval '10 minutes' order by a.changed_at`,
    [null],
  );
}

export function listAlertEvents(db: DataSource, alertIds: readonly string[]): Promise<AlertEventRow[]> {
  return db.query(
    `select e.alert_id as "alertId", e.at, e.event, e.value, k.label as by, e.note
     from alert_event e left join api_key k on k.id = e.actor_id
     where e.alert_id = any($1::uuid[]) order by e.alert_id, e.id`,
    [alertIds],
  );
}
