/** Makes, changes and removes webhooks; the signing secret is made here, shown once, and stored sealed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type AlertSeverity } from '../../domain/alert/alert';
import { type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { findUrlProblem, type AllowedHosts } from '../../domain/alert/webhook-url';
import { inTransaction } from '../in-transaction';
import { seal } from '../keys/seal';

export interface WantedWebhook {
  /** Null makes one. */
  readonly id: string | null;
  readonly label: string;
  readonly url: string;
  readonly leastSeverity: AlertSeverity;
  readonly localityCode: string | null;
  readonly enabled: boolean;
}

export const sealingPlace = (webhookId: string) => `webhook:${webhookId}`;

/** Gives the secret of a new webhook; null for one that only changed. `actor` is null on the command line. */
export function keepWebhook(
  db: DataSource,
  surroundings: { readonly secret: string; readonly allowedHosts: AllowedHosts },
  actor: Actor | null,
  wanted: WantedWebhook,
): Promise<{ webhookId: string; secret: string | null } | Refusal> {
  if (!URL.canParse(wanted.url) || findUrlProblem(new URL(wanted.url), surroundings.allowedHosts) !== null) {
    return Promise.resolve(refuse('WEBHOOK_URL_REFUSED'));
  }
  return inTransaction(db, async ({ client }) => {
    const webhookId = wanted.id ?? randomUUID();
    const secret = wanted.id === null ? `whsec_${randomBytes(32).toString('base64url')}` : null;
    const values = [
      webhookId,
      wanted.label.trim(),
      wanted.url,
      wanted.leastSeverity,
      wanted.localityCode,
      wanted.enabled,
    ];
    if (secret === null) {
      const changed = await client.query(
        `update webhook set label = $2, url = $3, least_severity = $4, locality_code = $5, enabled = $6 where id = $1`,
        values,
      );
      if (changed.rowCount === 0) return refuse('WEBHOOK_NOT_FOUND');
    } else {
      await client.query(
        `insert into webhook (id, label, url, least_severity, locality_code, enabled, sealed_secret, created_by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...values, seal(surroundings.secret, sealingPlace(webhookId), secret), actor?.keyId ?? null],
      );
    }
    await insertAuditEntry(client, {
      actor,
      action: secret === null ? 'webhook.change' : 'webhook.add',
      subject: `webhook:${webhookId}`,
      detail: { host: new URL(wanted.url).host, severity: wanted.leastSeverity },
    });
    return { webhookId, secret };
  });
}

export function removeWebhook(
  db: DataSource,
  actor: Actor | null,
  webhookId: string,
): Promise<{ webhookId: string } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const removed = await client.query('delete from webhook where id = $1', [webhookId]);
    if (removed.rowCount === 0) return refuse('WEBHOOK_NOT_FOUND');
    await insertAuditEntry(client, { actor, action: 'webhook.remove', subject: `webhook:${webhookId}` });
    return { webhookId };
  });
}

/** Puts a trial delivery into line, so that one sees whether a webhook arrives before anything is wrong. */
export async function tryWebhook(
  db: DataSource,
  webhookId: string,
): Promise<{ webhookId: string } | Refusal> {
  const made = await db.query<object[]>(
    'insert into webhook_delivery (webhook_id) select id from webhook where id = $1 returning id',
    [webhookId],
  );
  return made.length > 0 ? { webhookId } : refuse('WEBHOOK_NOT_FOUND');
}
