/** The national population database by the NDOP-manner batch look-up: HTTP out, HTTP in, blame told apart. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { z } from 'zod';
import {
  Capability,
  defineConnector,
  type CallContext,
  type Connector,
  type LookupRequest,
} from '../contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { decodeAnswer, encodeLookup } from './wire';

const Settings = z.strictObject({
  /** Base address of the source. */
  url: z.url(),
  /** The officer account in whose name the source is asked. */
  officer: z.string().min(1).default('hub06'),
});
type Settings = z.infer<typeof Settings>;

/** An answer for 1,000 people takes a third of a megabyte; anything far above that is not an answer. */
const MOST_BYTES = 8 * 1_024 * 1_024;
const IN_FLIGHT = 6;

export const connector = defineConnector<Settings>({
  id: 'csdlqgvdc-ndop',
  title: {
    vi: 'CSDLQG về dân cư – tra cứu theo lô, kiểu NDOP (mô phỏng)',
    en: 'National population database – batch look-up in the NDOP manner (simulated)',
  },
  capabilities: [Capability.LOOKUP, Capability.HEARTBEAT],
  simulated: true,
  settings: Settings,
  limits: { batch: 1_000, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: (settings) => openNdop(settings),
});

function openNdop(settings: Settings): Connector {
  const pool = new Pool(new URL(settings.url).origin, { connections: IN_FLIGHT, pipelining: 1 });
  return {
    lookup: (requests, context) => lookUp(pool, settings, requests, context),
    heartbeat: async (signal) => {
      const { status } = await exchange(pool, { method: 'GET', path: '/healthz', signal });
      if (status !== 200) throw new SourceUnavailable(`HTTP_${status}`);
    },
    close: () => pool.destroy(),
  };
}

async function lookUp(
  pool: Pool,
  settings: Settings,
  requests: readonly LookupRequest[],
  context: CallContext,
) {
  const messageId = randomUUID().replaceAll('-', '');
  const answer = await exchange(pool, {
    method: 'POST',
    path: '/ndop/v1/tra-cuu',
    signal: context.signal,
    headers: { 'content-type': 'application/json', 'x-correlation-id': context.correlationId },
    body: encodeLookup({
      messageId,
      sentAt: Date.now(),
      purpose: context.purpose,
      officer: settings.officer,
      requests,
    }),
  });
  if (answer.status !== 200) throw blame(answer);
  return decodeAnswer(parse(answer.body), messageId, requests);
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly signal: AbortSignal;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One HTTP exchange, whole: the signal bounds it from the first byte to the last, however slowly it drips. */
async function exchange(pool: Pool, call: Call): Promise<Answer> {
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
    const retryAfter = headers['retry-after'];
    return {
      status: statusCode,
      retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
      body: Buffer.concat(pieces).toString('utf8'),
    };
  } catch (error) {
    if (error instanceof SourceContractBroken) throw error;
    throw new SourceUnavailable(call.signal.aborted ? 'TIMEOUT' : 'CONNECTION');
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new SourceContractBroken('no JSON');
  }
}

/** Whose fault a status is: 429 and 5xx pass, the rest need a person. The source's own code is kept. */
function blame(answer: Answer): Error {
  if (answer.status === 429) return new SourceUnavailable('THROTTLED', secondsOf(answer.retryAfter));
  if (answer.status >= 500)
    return new SourceUnavailable(`HTTP_${answer.status}`, secondsOf(answer.retryAfter));
  const code = readCode(answer.body);
  return new SourceRejected(code ?? `HTTP_${answer.status}`);
}

function readCode(body: string): string | null {
  try {
    const { status } = JSON.parse(body) as { status?: { code?: unknown } };
    // Only what looks like a code: an error text might repeat the question, and the question is a person.
    return typeof status?.code === 'string' && /^([A-Z][A-Z_]{1,39}|\d{2,4})$/.test(status.code)
      ? status.code
      : null;
  } catch {
    return null;
  }
}

/** Retry-After is seconds or a date; at most five minutes are believed. */
function secondsOf(retryAfter: string | undefined): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 300) : undefined;
}
