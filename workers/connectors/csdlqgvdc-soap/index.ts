/** The national population database by its SOAP look-up: one person a call, blame told apart by the register's own codes. */
import { randomUUID } from 'node:crypto';
import { type Pool } from 'undici';
import { z } from 'zod';
import {
  Capability,
  defineConnector,
  NOBODY,
  secret,
  type CallContext,
  type Connector,
  type LookupRequest,
} from '../contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../errors';
import { exchange, openPool, passingTrouble, type HttpAnswer } from '../http-exchange';
import { decodeCitizens, encodeKey } from './citizens';
import { readFault, signHeaders, writeEnvelope } from './envelope';

const Settings = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).meta({
    label: { vi: 'Địa chỉ dịch vụ SOAP', en: 'Address of the SOAP service' },
  }),
  user: z
    .string()
    .regex(/^[^:\s]+$/)
    .default('hub06')
    .meta({ label: { vi: 'Tài khoản kết nối', en: 'Account of the connection' } }),
  secretKey: secret({ vi: 'Khóa bí mật để ký yêu cầu', en: 'Secret key that signs requests' }),
  officer: z
    .string()
    .min(1)
    .max(128)
    .default('hub06')
    .meta({ label: { vi: 'Mã cán bộ khai thác', en: 'Officer account' } }),
});
type Settings = z.infer<typeof Settings>;

const IN_FLIGHT = 16;
/** The integration code for a look-up; the same in every public client of the register that we know of. */
const LOOKUP_SERVICE = '037';

export const connector = defineConnector<Settings>({
  id: 'csdlqgvdc-soap',
  title: {
    vi: 'CSDLQG về dân cư – tra cứu SOAP, từng người một (mô phỏng)',
    en: 'National population database – SOAP look-up, one person a call (simulated)',
  },
  capabilities: [Capability.LOOKUP],
  dataClass: 'PERSONAL',
  simulated: true,
  settings: Settings,
  limits: { batch: 1, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: (settings) => openSoap(settings),
});

function openSoap(settings: Settings): Connector {
  const pool = openPool(settings.url, IN_FLIGHT);
  const { pathname } = new URL(settings.url);
  return {
    lookup: (requests, context) =>
      Promise.all(
        requests.map(async ({ ref, key }) => ({
          ref,
          candidates: await lookUp(pool, settings, key, context),
        })),
      ),
    check: async (context) => {
      await lookUp(pool, settings, NOBODY, context);
    },
    heartbeat: async (signal) => {
      const { status } = await exchange(pool, { method: 'GET', path: `${pathname}?wsdl`, signal });
      if (status !== 200) throw new SourceUnavailable(`HTTP_${status}`);
    },
    close: () => pool.destroy(),
  };
}

async function lookUp(pool: Pool, settings: Settings, key: LookupRequest['key'], context: CallContext) {
  const requestId = randomUUID();
  const { origin, pathname } = new URL(settings.url);
  const answer = await exchange(pool, {
    method: 'POST',
    path: pathname,
    signal: context.signal,
    headers: {
      ...signHeaders({ ...settings, url: `${origin}${pathname}` }, Date.now()),
      'x-correlation-id': context.correlationId,
    },
    body: writeEnvelope('TraCuuThongTinCongDan', {
      MaYeuCau: requestId,
      MaDVC: context.purpose,
      MaTichHop: LOOKUP_SERVICE,
      MaCanBo: settings.officer,
      ...encodeKey(key),
    }),
  });
  if (answer.quotaLeft !== null) context.noteQuota?.(answer.quotaLeft);
  if (answer.status !== 200) throw blame(answer);
  return decodeCitizens(answer.body, requestId, key);
}

/** SOAP 1.1 answers every fault with 500, so the fault tells whose it is and the status only when there is none. */
function blame(answer: HttpAnswer): Error {
  if (answer.status === 429 || answer.status === 503) return passingTrouble(answer, Date.now()) as Error;
  const fault = readFault(answer.body);
  // The id is new for each call: a clash is chance, and the next one will not clash.
  if (fault?.code === 'DUPLICATE_REQUEST_ID') return new SourceUnavailable('DUPLICATE_REQUEST_ID');
  if (fault?.ours) return new SourceRejected(fault.code ?? 'SOAP_CLIENT');
  const passing = passingTrouble(answer, Date.now());
  if (passing) return passing;
  if (answer.status >= 400) return new SourceRejected(fault?.code ?? `HTTP_${answer.status}`);
  return new SourceContractBroken('status');
}
