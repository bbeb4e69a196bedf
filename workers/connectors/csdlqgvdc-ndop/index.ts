/** The national population database by the NDOP-manner batch look-up: HTTP out, HTTP in, blame told apart. */
import { randomUUID } from 'node:crypto';
import { type Pool } from 'undici';
import { z } from 'zod';
import {
  Capability,
  defineConnector,
  NOBODY,
  type CallContext,
  type Connector,
  type LookupRequest,
} from '../contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { asCode, exchange, openPool, passingTrouble, type HttpAnswer } from '../http-exchange';
import { decodeAnswer, encodeLookup } from './wire';

const Settings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ label: { vi: 'Địa chỉ gốc của nguồn', en: 'Base address of the source' } }),
  officer: z
    .string()
    .min(1)
    .max(128)
    .default('hub06')
    .meta({ label: { vi: 'Mã cán bộ khai thác', en: 'Officer account' } }),
});
type Settings = z.infer<typeof Settings>;

const IN_FLIGHT = 6;

export const connector = defineConnector<Settings>({
  id: 'csdlqgvdc-ndop',
  title: {
    vi: 'CSDLQG về dân cư – tra cứu theo lô, kiểu NDOP (mô phỏng)',
    en: 'National population database – batch look-up in the NDOP manner (simulated)',
  },
  capabilities: [Capability.LOOKUP],
  dataClass: 'PERSONAL',
  simulated: true,
  settings: Settings,
  limits: { batch: 1_000, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: (settings) => openNdop(settings),
});

function openNdop(settings: Settings): Connector {
  const pool = openPool(settings.url, IN_FLIGHT);
  return {
    lookup: (requests, context) => lookUp(pool, settings, requests, context),
    check: async (context) => {
      await lookUp(pool, settings, [{ ref: '1', key: NOBODY }], context);
    },
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
  if (answer.quotaLeft !== null) context.noteQuota?.(answer.quotaLeft);
  if (answer.status !== 200) throw blame(answer);
  return decodeAnswer(parse(answer.body), messageId, requests);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new SourceContractBroken('no JSON');
  }
}

/** Whose fault a status is: 429 and 5xx pass, the rest need a person. The source's own code is kept. */
function blame(answer: HttpAnswer): Error {
  return (
    passingTrouble(answer, Date.now()) ?? new SourceRejected(readCode(answer.body) ?? `HTTP_${answer.status}`)
  );
}

function readCode(body: string): string | null {
  try {
    const { status } = JSON.parse(body) as { status?: { code?: unknown } };
    return asCode(status?.code);
  } catch {
    return null;
  }
}
