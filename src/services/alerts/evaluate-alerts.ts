/** Looks at everything that alert rules watch, once: raises, clears and forgets alerts, and has the webhooks told. */
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { listConnectorReadings, listRunReadings } from '../../db/queries/alerts/list-hub-readings';
import { listIocReadings, listScheduleReadings } from '../../db/queries/alerts/list-ioc-readings';
import {
  planAlerts,
  type AlertPlan,
  type AlertRule,
  type KnownAlert,
  type Maintenance,
} from '../../domain/alert/plan-alerts';
import { tryLock } from '../hub-lock';
import { inTransaction } from '../in-transaction';
import { tellWebhooks } from './tell-webhooks';

/** Gives how many were raised and cleared; null when another worker is looking already. */
export function evaluateAlerts(
  db: DataSource,
  now: Date,
): Promise<{ readonly raised: number; readonly cleared: number } | null> {
  return inTransaction(db, async ({ client }) => {
    if (!(await tryLock(client, 'ALERTS'))) return null;
    const readings = [
      ...(await listConnectorReadings(client, now)),
      ...(await listRunReadings(client, now)),
      ...(await listIocReadings(client)),
      ...(await listScheduleReadings(client, now)),
    ];
    const plan = planAlerts(await listRules(client), readings, await listLiving(client), {
      now: now.getTime(),
      maintenance: await listMaintenance(client, now),
    });
    const events = await applyPlan(client, plan, now);
    await tellWebhooks(client, events);
    return { raised: plan.kept.filter(({ raised }) => raised).length, cleared: plan.cleared.length };
  });
}

async function listRules(client: ClientBase): Promise<AlertRule[]> {
  const found = await client.query<AlertRule>(
    `select code, severity, enabled, worse, raise_at as "raiseAt", clear_at as "clearAt", raise_after as "raiseAfter",
       clear_after as "clearAfter" from alert_rule`,
  );
  return found.rows;
}

/** Locked, so that nobody takes note of an alert between reading and writing it. */
async function listLiving(client: ClientBase): Promise<KnownAlert[]> {
  const found = await client.query<
    Omit<KnownAlert, 'since' | 'goodSince'> & { since: Date; goodSince: Date | null }
  >(
    `select id, rule_code as rule, subject_key as "subjectKey", locality_code as "localityCode", state, since,
       good_since as "goodSince" from alert where state <> 'CLEARED' order by id for update`,
  );
  return found.rows.map((row) => ({
    ...row,
    since: row.since.getTime(),
    goodSince: row.goodSince?.getTime() ?? null,
  }));
}

async function listMaintenance(client: ClientBase, now: Date): Promise<Maintenance[]> {
  const found = await client.query<Maintenance>(
    `select rule_code as rule, subject_key as "subjectKey", locality_code as "localityCode" from maintenance_window
     where starts_at <= $1 and ends_at > $1`,
    [now],
  );
  return found.rows;
}

/** Gives the ids of the events that somebody should hear of. */
async function applyPlan(client: ClientBase, plan: AlertPlan, now: Date): Promise<string[]> {
  await keep(client, plan, now);
  if (plan.forgotten.length > 0) {
    await client.query(`delete from alert where id = any($1::uuid[]) and state = 'PENDING'`, [
      plan.forgotten,
    ]);
  }
  if (plan.cleared.length > 0) {
    await client.query(
      `update alert set state = 'CLEARED', cleared_at = $2, changed_at = clock_timestamp()
       where id = any($1::uuid[])`,
      [plan.cleared, now],
    );
  }
  const raised = plan.kept.filter((one) => one.raised);
  const events = await client.query<{ id: string }>(
    `insert into alert_event (alert_id, at, event, value)
     select a.id, $4, case a.state when 'CLEARED' then 'CLEARED' else 'RAISED' end, a.value from alert a
     where a.id = any($1::uuid[]) or (a.state = 'OPEN' and (a.rule_code, a.subject_key) in
       (select * from unnest($2::text[], $3::text[])))
     order by a.rule_code, a.subject_key returning id::text`,
    [plan.cleared, raised.map(({ rule }) => rule), raised.map(({ subjectKey }) => subjectKey), now],
  );
  return events.rows.map(({ id }) => id);
}

async function keep(client: ClientBase, { kept }: AlertPlan, now: Date): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ alert, raised, ...reading }) => ({
    ...reading,
    state: alert.state,
    since: new Date(alert.since),
    goodSince: alert.goodSince === null ? null : new Date(alert.goodSince),
    raisedAt: raised ? now : null,
  }));
  await client.query(
    `insert into alert (rule_code, subject_key, subject_vi, subject_en, locality_code, state, severity, value, since,
       good_since, raised_at, simulated)
     select rule, "subjectKey", subject ->> 'vi', subject ->> 'en', "localityCode", state, severity, value, since,
       "goodSince", "raisedAt", simulated
     from jsonb_to_recordset($1::jsonb) as now (rule text, "subjectKey" text, subject jsonb, "localityCode" text,
       state text, severity text, value float8, since timestamptz, "goodSince" timestamptz, "raisedAt" timestamptz,
       simulated boolean)
     on conflict (rule_code, subject_key) where state <> 'CLEARED' do update set
       state = excluded.state, severity = excluded.severity, value = coalesce(excluded.value, alert.value),
       good_since = excluded.good_since, raised_at = coalesce(alert.raised_at, excluded.raised_at),
       changed_at = case when alert.state <> excluded.state then clock_timestamp() else alert.changed_at end
     where (alert.state, alert.severity, alert.value, alert.good_since) is distinct from
       (excluded.state, excluded.severity, coalesce(excluded.value, alert.value), excluded.good_since)`,
    [JSON.stringify(rows)],
  );
}
