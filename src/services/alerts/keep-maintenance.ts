/** Announces and ends maintenance windows: for their time nothing that they concern raises an alert. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';

export interface WantedMaintenance {
  /** Null means all, here and below. */
  readonly rule: string | null;
  readonly subjectKey: string | null;
  readonly localityCode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
}

/** Longer than this is not maintenance: switch the rule off instead. */
const LONGEST_DAYS = 31;

export function addMaintenance(
  db: DataSource,
  actor: Actor,
  wanted: WantedMaintenance,
): Promise<{ windowId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    if (!seesLocality(actor, wanted.localityCode ?? 'VN')) return refuse('OUT_OF_SCOPE');
    if (wanted.reason.trim() === '') return refuse('REASON_REQUIRED');
    const length = wanted.endsAt.getTime() - wanted.startsAt.getTime();
    if (length <= 0 || length > LONGEST_DAYS * 86_400_000) return refuse('WINDOW_INVALID');
    const known = await client.query(
      `select where ($1::text is null or exists (select from alert_rule where code = $1))
         and ($2::text is null or exists (select from locality where code = $2))`,
      [wanted.rule, wanted.localityCode],
    );
    if (known.rowCount === 0) return refuse('WINDOW_INVALID');
    const made = await client.query<{ id: string }>(
      `insert into maintenance_window (rule_code, subject_key, locality_code, starts_at, ends_at, reason, created_by_id)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        wanted.rule,
        wanted.subjectKey,
        wanted.localityCode,
        wanted.startsAt,
        wanted.endsAt,
        wanted.reason.trim(),
        actor.keyId,
      ],
    );
    const windowId = made.rows[0]!.id;
    await insertAuditEntry(client, {
      actor,
      action: 'maintenance.add',
      subject: `maintenance:${windowId}`,
      detail: { rule: wanted.rule, subject: wanted.subjectKey, locality: wanted.localityCode },
    });
    return { windowId };
  });
}

/** Mutes one alert: a window for just its rule and subject. */
export async function muteAlert(
  db: DataSource,
  actor: Actor,
  wanted: { readonly alertId: string; readonly until: Date; readonly reason: string; readonly now: Date },
): Promise<{ alertId: string } | Refusal> {
  const [alert] = await db.query<{ rule: string; subjectKey: string; localityCode: string | null }[]>(
    'select rule_code as rule, subject_key as "subjectKey", locality_code as "localityCode" from alert where id = $1',
    [wanted.alertId],
  );
  if (!alert || !seesLocality(actor, alert.localityCode ?? 'VN')) return refuse('ALERT_NOT_FOUND');
  const made = await addMaintenance(db, actor, {
    ...alert,
    startsAt: wanted.now,
    endsAt: wanted.until,
    reason: wanted.reason,
  });
  return 'refused' in made ? made : { alertId: wanted.alertId };
}

/** Ends a window that is open or still to come, at `now`. */
export function endMaintenance(
  db: DataSource,
  actor: Actor,
  { windowId, now }: { readonly windowId: string; readonly now: Date },
): Promise<{ windowId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ localityCode: string | null }>(
      `select locality_code as "localityCode" from maintenance_window where id = $1 and ends_at > $2 for update`,
      [windowId, now],
    );
    const [window] = found.rows;
    if (!window || !seesLocality(actor, window.localityCode ?? 'VN')) return refuse('WINDOW_NOT_FOUND');
    await client.query('update maintenance_window set ends_at = greatest($2, starts_at) where id = $1', [
      windowId,
      now,
    ]);
    await insertAuditEntry(client, { actor, action: 'maintenance.end', subject: `maintenance:${windowId}` });
    return { windowId };
  });
}
