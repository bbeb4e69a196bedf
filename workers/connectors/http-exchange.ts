/** One HTTP exchange with a source, whole and bounded, and whose fault a bad status is; for every connector that speaks HTTP. */
import { Pool } from 'undici';
import { z } from 'zod';
import { type CallContext } from './contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from './errors';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  /** Path and query on the pool's origin. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** Calls that the source still allows, where it says so. */
  readonly quotaLeft: number | null;
  readonly body: string;
}

/** An answer for 1,000 people takes a third of a megabyte; anything far above that is not an answer. */
const MOST_BYTES = 8 * 1_024 * 1_024;

/** `inFlight` connections, one call at a time on each. */
export function openPool(url: string, inFlight: number): Pool {
  return new Pool(new URL(url).origin, { connections: inFlight, pipelining: 1 });
}

/**
 * The signal bounds it from the first byte to the last, however slowly it drips; a compressed body is not unpacked.
 * @throws SourceUnavailable `TIMEOUT` `CONNECTION`, SourceContractBroken when the answer is too large or packed
 */
export async function exchange(pool: Pool, call: HttpCall): Promise<HttpAnswer> {
  try {
    const { statusCode, headers, body } = await pool.request({
      method: call.method,
      path: call.path,
      signal: call.signal,
      headers: call.headers ?? {},
      body: call.body ?? null,
    });
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of body) {
      bytes += (piece as Buffer).length;
      if (bytes > MOST_BYTES) throw new SourceContractBroken('answer too large');
      pieces.push(piece as Buffer);
    }
    // Nothing was offered, so nothing may come packed: unpacking is how a small answer becomes a huge one.
    if (headers['content-encoding'] !== undefined) throw new SourceContractBroken('packed answer');
    return {
      status: statusCode,
      retryAfter: one(headers['retry-after']),
      quotaLeft: wholeNumber(one(headers['x-ratelimit-remaining'])),
      body: Buffer.concat(pieces).toString('utf8'),
    };
  } catch (error) {
    if (error instanceof SourceContractBroken) throw error;
    throw new SourceUnavailable(call.signal.aborted ? 'TIMEOUT' : 'CONNECTION');
  }
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

const wholeNumber = (text: string | undefined) =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** What is the source's passing trouble: 429 and 5xx. Null for anything else, which its own code must explain. */
export function passingTrouble({ status, retryAfter }: HttpAnswer, now: number): SourceUnavailable | null {
  if (status === 429) return new SourceUnavailable('THROTTLED', secondsOf(retryAfter, now) ?? 1);
  if (status >= 500) return new SourceUnavailable(`HTTP_${status}`, secondsOf(retryAfter, now));
  return null;
}

const MOST_PATIENCE_SECONDS = 300;

/** Retry-After is seconds or a date; at most five minutes are believed. `now` in epoch milliseconds. */
function secondsOf(retryAfter: string | undefined, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MOST_PATIENCE_SECONDS) : undefined;
}

/** The text when it looks like a code, else null: an error text might repeat the question, and the question is a person. */
export function asCode(text: unknown): string | null {
  return typeof text === 'string' && /^([A-Z][A-Z_]{1,39}|\d{2,4})$/.test(text) ? text : null;
}

/** Reads a document by GET; whatever its status. @throws SourceUnavailable SourceContractBroken as `exchange` does */
export async function get(
  pool: Pool,
  path: string,
  context: CallContext,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const answer = await exchange(pool, {
    method: 'GET',
    path,
    signal: context.signal,
    headers: { accept: 'application/json', 'x-correlation-id': context.correlationId, ...headers },
  });
  if (answer.quotaLeft !== null) context.noteQuota?.(answer.quotaLeft);
  return answer;
}

const Refused = z.object({ status: z.object({ code: z.string() }) });

/** The code of a refusal in JSON, `{"status": {"code"}}`, or null. */
export function codeIn({ body }: HttpAnswer): string | null {
  const refused = Refused.safeParse(parseJson(body));
  return refused.success ? asCode(refused.data.status.code) : null;
}

/**
 * The answer in the shape that the source promises.
 * @throws SourceUnavailable for 429 and 5xx, SourceRejected with the source's code for any other status than 200,
 * SourceContractBroken for another shape
 */
export function decode<T>(shape: z.ZodType<T>, answer: HttpAnswer, now = Date.now()): T {
  if (answer.status !== 200)
    throw passingTrouble(answer, now) ?? new SourceRejected(codeIn(answer) ?? `HTTP_${answer.status}`);
  const read = shape.safeParse(parseJson(answer.body));
  if (!read.success) throw new SourceContractBroken('answer');
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Resolves when the source answers 200 there. @throws SourceUnavailable */
export async function findAlive(pool: Pool, path: string, signal: AbortSignal): Promise<void> {
  const { status } = await exchange(pool, { method: 'GET', path, signal });
  if (status !== 200) throw new SourceUnavailable(`HTTP_${status}`);
}
