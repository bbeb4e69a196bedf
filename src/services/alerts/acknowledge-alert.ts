/** Takes note of an alert: somebody has seen it and looks after it, which everybody else may know. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { ALERT_TRANSITIONS, AlertState } from '../../domain/alert/alert';
import { seesLocality, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { tellWebhooks } from './tell-webhooks';

export function acknowledgeAlert(
  db: DataSource,
  actor: Actor,
  { alertId, note }: { readonly alertId: string; readonly note: string | null },
): Promise<{ alertId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const found = await client.query<{ state: AlertState; localityCode: string | null }>(
      'select state, locality_code as "localityCode" from alert where id = $1 for update',
      [alertId],
    );
    const [alert] = found.rows;
    if (!alert || !seesLocality(actor, alert.localityCode ?? 'VN')) return refuse('ALERT_NOT_FOUND');
    const next: readonly AlertState[] = ALERT_TRANSITIONS[alert.state];
    if (!next.includes(AlertState.ACKNOWLEDGED)) return refuse('ALERT_NOT_OPEN');
    await client.query(
      `update alert set state = 'ACKNOWLEDGED', acknowledged_at = clock_timestamp(), acknowledged_by_id = $2, note = $3,
         changed_at = clock_timestamp() where id = $1`,
      [alertId, actor.keyId, note],
    );
    const event = await client.query<{ id: string }>(
      `insert into alert_event (alert_id, at, event, value, actor_id, note)
       select id, clock_timestamp(), 'ACKNOWLEDGED', value, $2, $3 from alert where id = $1 returning id::text`,
      [alertId, actor.keyId, note],
    );
    await tellWebhooks(client, [event.rows[0]!.id]);
    await insertAuditEntry(client, { actor, action: 'alert.acknowledge', subject: `alert:${alertId}` });
    return { alertId };
  });
}
