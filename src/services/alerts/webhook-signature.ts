/** Signs what a webhook is told, so that whoever receives it knows that it is the hub's, whole and fresh. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `v1=<hex>`: HMAC-SHA-256 under the webhook's secret over `<timestamp>.<body>`, the timestamp in seconds. */
export function signWebhook(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Older than this is a replay. Seconds. */
const LONGEST_AGE = 300;

/** What a receiver does with the two headers; `now` in seconds. */
export function isWebhookSigned(
  secret: string,
  given: {
    readonly timestamp: number;
    readonly signature: string;
    readonly body: string;
    readonly now: number;
  },
): boolean {
  if (!Number.isFinite(given.timestamp) || Math.abs(given.now - given.timestamp) > LONGEST_AGE) return false;
  const expected = Buffer.from(signWebhook(secret, given.timestamp, given.body));
  const signature = Buffer.from(given.signature);
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}
