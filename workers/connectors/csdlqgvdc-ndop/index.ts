/** The national population database in the NDOP manner: many people a call, answered at once or as a request that is fetched later. */
import { z } from 'zod';
import {
  apartByAddress,
  Capability,
  defineConnector,
  NOBODY,
  type Connector,
  type LookupAnswer,
  type LookupRequest,
} from '../contract';
import { SourceUnavailable } from '../errors';
import { exchange, openPool } from '../http-exchange';
import { call, type Caller } from './call';
import { decodeList, encodeQuestions } from './people';
import { RequestFamily } from './request-family';

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
  /** For whom the source grants no look-up at once: lists are submitted and their results fetched. */
  way: z
    .enum(['AT_ONCE', 'BY_REQUEST'])
    .default('AT_ONCE')
    .meta({
      label: { vi: 'Cách hỏi: tra cứu ngay, hoặc gửi yêu cầu', en: 'Way to ask: at once, or by request' },
    }),
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
  limits: { batch: 1_000, inFlight: IN_FLIGHT, deadlineMs: 10_000, settlesWithinHours: 72 },
  open: (settings) => openNdop(settings),
});

function openNdop(settings: Settings): Connector {
  const pool = openPool(settings.url, IN_FLIGHT);
  const { officer } = settings;
  const family = new RequestFamily();
  const lookUp =
    settings.way === 'AT_ONCE'
      ? lookUpAtOnce
      : (caller: Caller, requests: readonly LookupRequest[]) => family.lookUp(caller, requests);
  return {
    lookup: async (requests, context) => {
      const lists = apartByAddress(requests);
      return (await Promise.all(lists.map((list) => lookUp({ pool, officer, context }, list)))).flat();
    },
    check: async (context) => {
      await lookUp({ pool, officer, context }, [{ ref: '1', key: NOBODY }]);
    },
    heartbeat: async (signal) => {
      const { status } = await exchange(pool, { method: 'GET', path: '/healthz', signal });
      if (status !== 200) throw new SourceUnavailable(`HTTP_${status}`);
    },
    close: () => pool.destroy(),
  };
}

async function lookUpAtOnce(caller: Caller, requests: readonly LookupRequest[]): Promise<LookupAnswer[]> {
  const data = encodeQuestions(requests);
  return decodeList(await call(caller, { path: 'tra-cuu', kind: 'TRA_CUU_LO', data }), requests);
}
