/** Aggregated population data for a province, in the NDOP manner: which datasets are served, how old they are, and that no small count shows. */
import { z } from 'zod';
import { Capability, defineConnector, type AggregateSource, type CallContext } from '../contract';
import { SourceContractBroken } from '../errors';
import { findAlive, openPool } from '../http-exchange';
import { call, type Caller } from './call';
import { figuresOf, Served, Table } from './figures';

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

const IN_FLIGHT = 4;
/** Any province will do to see whether the source answers us. */
const SOME_PROVINCE = '01';

export const connector = defineConnector<Settings, AggregateSource>({
  id: 'population-aggregates',
  title: {
    vi: 'Dữ liệu dân cư tổng hợp, kiểu NDOP (mô phỏng)',
    en: 'Aggregated population data in the NDOP manner (simulated)',
  },
  capabilities: [Capability.AGGREGATE],
  dataClass: 'AGGREGATE',
  simulated: true,
  settings: Settings,
  limits: { batch: 1, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: ({ url, officer }) => {
    const pool = openPool(url, IN_FLIGHT);
    const aggregate: AggregateSource['aggregate'] = async (localityCode, context: CallContext) => {
      const caller: Caller = { pool, officer, context };
      const asked = { MaTinhThanh: localityCode };
      const served = read(Served, await call(caller, 'danh-muc-tong-hop', asked));
      if (served.MaTinhThanh !== localityCode) throw new SourceContractBroken('another locality');
      const table = read(Table, await call(caller, 'tong-hop', asked));
      if (table.DanhSach.some(({ MaTinhThanh }) => MaTinhThanh !== localityCode))
        throw new SourceContractBroken('another locality');
      return { localityCode, asOf: served.ThoiDiemChot, figures: figuresOf(served, table) };
    };
    return {
      aggregate,
      check: async (context) => void (await aggregate(SOME_PROVINCE, context)),
      heartbeat: (signal) => findAlive(pool, '/healthz', signal),
      close: () => pool.destroy(),
    };
  },
});

function read<T>(shape: z.ZodType<T>, data: unknown): T {
  const found = shape.safeParse(data);
  if (!found.success) throw new SourceContractBroken('answer');
  return found.data;
}
