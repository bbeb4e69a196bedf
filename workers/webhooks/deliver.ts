/** Tells webhooks what happened: signed, within a deadline, to public addresses only, again and again until they take it. */
import { request, type Dispatcher } from 'undici';
import { type DataSource } from 'typeorm';
import { findUrlProblem, isAllowedHost, type AllowedHosts } from '../../src/domain/alert/webhook-url';
import { type Log } from '../../src/log';
import {
  claimDeliveries,
  settleDelivery,
  type Attempt,
  type ClaimedDelivery,
} from '../../src/services/alerts/claim-deliveries';
import { sealingPlace } from '../../src/services/alerts/keep-webhook';
import { Unsealable, unseal } from '../../src/services/keys/seal';
import { signWebhook } from '../../src/services/alerts/webhook-signature';
import { ForbiddenAddress, openGuardedAgent, openPlainAgent } from './guarded-agent';

export interface WebhookSurroundings {
  readonly db: DataSource;
  readonly log: Log;
  readonly getSecret: () => string;
  readonly allowedHosts: AllowedHosts;
}

export interface WebhookSender {
  /** Sends what is due; gives how many were tried. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

const AT_ONCE = 8;
/** Milliseconds for the whole exchange. */
const DEADLINE = 10_000;

type Sent = Omit<Attempt, 'deliveryId'>;

export function openWebhookSender(around: WebhookSurroundings): WebhookSender {
  const guarded = openGuardedAgent();
  const plain = openPlainAgent();
  const chooseAgent = (url: URL) => (isAllowedHost(url, around.allowedHosts) ? plain : guarded);
  return {
    deliver: async () => {
      const due = await claimDeliveries(around.db, AT_ONCE);
      await Promise.all(
        due.map(async (delivery) => {
          const sent = await send(around, delivery, chooseAgent);
          await settleDelivery(around.db, { deliveryId: delivery.id, ...sent });
          if (!sent.arrived) {
            const { webhookId, attempts } = delivery;
            around.log.warn({ webhookId, attempts, error: sent.error }, 'a webhook did not take a delivery');
          }
        }),
      );
      return due.length;
    },
    close: async () => {
      await Promise.all([guarded.close(), plain.close()]);
    },
  };
}

async function send(
  around: WebhookSurroundings,
  delivery: ClaimedDelivery,
  chooseAgent: (url: URL) => Dispatcher,
): Promise<Sent> {
  const url = new URL(delivery.url);
  if (findUrlProblem(url, around.allowedHosts) !== null) return failed('URL_REFUSED', true);
  try {
    const dispatcher = chooseAgent(url);
    const secret = unseal(around.getSecret(), sealingPlace(delivery.webhookId), delivery.sealedSecret);
    const body = JSON.stringify(toMessage(delivery));
    const timestamp = Math.floor(Date.now() / 1_000);
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      dispatcher,
      signal: AbortSignal.timeout(DEADLINE),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'hub06-webhook/1',
        'x-hub06-delivery': delivery.id,
        'x-hub06-event': nameEvent(delivery),
        'x-hub06-timestamp': String(timestamp),
        'x-hub06-signature': signWebhook(secret, timestamp, body),
      },
      body,
    });
    // What it says is of no interest, but a connection that is not read out cannot be used again.
    await answer.dump({ limit: 16_384 });
    if (statusCode >= 200 && statusCode < 300)
      return { arrived: true, status: statusCode, error: null, hopeless: false };
    // Redirections are not followed: they could lead where the address itself may not.
    return { arrived: false, status: statusCode, error: `HTTP_${statusCode}`, hopeless: statusCode === 410 };
  } catch (error) {
    return explain(error);
  }
}

const failed = (error: string, hopeless: boolean): Sent => ({
  arrived: false,
  status: null,
  error,
  hopeless,
});

function explain(error: unknown): Sent {
  if (isForbidden(error)) return failed('FORBIDDEN_ADDRESS', true);
  if (error instanceof Unsealable) return failed('SECRET_UNREADABLE', true);
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError') return failed('TIMEOUT', false);
  return failed(/^[A-Z][A-Z\d_]{2,40}$/.test(code ?? '') ? code! : 'CONNECTION', false);
}

function isForbidden(error: unknown): boolean {
  if (error instanceof ForbiddenAddress) return true;
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause !== undefined && isForbidden(cause);
}

const nameEvent = ({ event }: ClaimedDelivery) =>
  event === null ? 'hub.trial' : `alert.${event.toLowerCase()}`;

/** Codes, counts and names of units: nothing that an alert says is personal. */
function toMessage(delivery: ClaimedDelivery): object {
  const { id, at, alert } = delivery;
  return { id, type: nameEvent(delivery), at: at.toISOString(), alert };
}
