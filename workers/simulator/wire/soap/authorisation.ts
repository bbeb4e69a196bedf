/** Answers for who calls: the digest over address, user, time and secret that the legacy route uses, and the caller's clock. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Call } from '../call';
import { type Refusal, refusal } from '../refusal';

/** Public on purpose: it opens invented data only, and the README prints it. */
export const ACCOUNT = { user: 'hub06', secretKey: 'mo-phong-khong-bi-mat' } as const;
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export function digestOf(serviceUrl: string, user: string, timestamp: string, secretKey: string): string {
  return createHash('sha256')
    .update(serviceUrl + user + timestamp + secretKey, 'utf8')
    .digest('hex');
}

export function authorise(call: Call): Refusal | null {
  const timestamp = call.headers['timestamp'];
  const { authorization, host } = call.headers;
  if (typeof timestamp !== 'string' || !/^\d{13}$/.test(timestamp))
    return refusal('UNKNOWN_SENDER', 'the header Timestamp (epoch milliseconds) is missing');
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization ?? '')?.[1];
  const [user, digest] = Buffer.from(basic ?? '', 'base64')
    .toString('utf8')
    .split(':') as [string, string?];
  const expected = digestOf(`http://${host ?? ''}${call.path}`, ACCOUNT.user, timestamp, ACCOUNT.secretKey);
  const given = Buffer.from(digest ?? '', 'utf8');
  const known = user === ACCOUNT.user && given.length === 64 && timingSafeEqual(given, Buffer.from(expected));
  if (!known) return refusal('UNKNOWN_SENDER', 'unknown user or wrong digest');
  if (Math.abs(Number(timestamp) - call.nowMs) > CLOCK_TOLERANCE_MS)
    return refusal('STALE', 'the Timestamp is more than 5 minutes off');
  return null;
}
