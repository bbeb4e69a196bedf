/** In sandbox mode, gives every source of figures a schedule, so that a new hub comes to life by itself. */
import { type DataSource } from 'typeorm';
import { DELETED, scheduleIdOf } from './set-schedule';

/** IOCs are looked at often; statistics are of the last cut-off at 17:00. The hours are our own proposal. */
const DEFAULTS = [
  { connector: 'ioc', cron: '*/15 * * * *', jitterSeconds: 30 },
  { connector: 'dvc-stats', cron: '20 17 * * *', jitterSeconds: 120 },
  { connector: 'eid-stats', cron: '25 17 * * *', jitterSeconds: 120 },
  { connector: 'lodging', cron: '30 17 * * *', jitterSeconds: 120 },
  { connector: 'population-aggregates', cron: '35 17 * * *', jitterSeconds: 120 },
] as const;

/** What is there already stays as people set it, and what they deleted stays away. A new one is due at once. */
export async function seedSchedules(db: DataSource): Promise<void> {
  const rows = DEFAULTS.map((one) => ({ ...one, id: scheduleIdOf(one.connector, 'VN') }));
  await db.query(
    `insert into schedule (id, connector_key, locality_code, cron, jitter_seconds, next_at)
     select id, connector, 'VN', cron, "jitterSeconds", clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as one (id text, connector text, cron text, "jitterSeconds" int)
     where not exists (select from audit_entry where action = $2 and subject = 'schedule:' || one.id)
     on conflict do nothing`,
    [JSON.stringify(rows), DELETED],
  );
}
