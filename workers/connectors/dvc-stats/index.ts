/** Statistics of public services, a province a call: dossiers online, on time, interlinked, and checked against the register. */
import { z } from 'zod';
import { Capability, defineConnector, type AggregateAnswer, type AggregateSource } from '../contract';
import { SourceContractBroken } from '../errors';
import { decode, findAlive, get, openPool } from '../http-exchange';
import { Answer, figuresOf } from './figures';

const Settings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ label: { vi: 'Địa chỉ gốc của nguồn', en: 'Base address of the source' } }),
  sender: z
    .string()
    .regex(/^[A-Z0-9-]{6,13}$/)
    .default('HUB06-0000001')
    .meta({ label: { vi: 'Mã đơn vị khai thác', en: 'Code of the asking unit' } }),
});
type Settings = z.infer<typeof Settings>;

const IN_FLIGHT = 4;
/** Any province will do to see whether the source answers us. */
const SOME_PROVINCE = '01';

export const connector = defineConnector<Settings, AggregateSource>({
  id: 'dvc-stats',
  title: { vi: 'Thống kê dịch vụ công (mô phỏng)', en: 'Statistics of public services (simulated)' },
  capabilities: [Capability.AGGREGATE],
  dataClass: 'AGGREGATE',
  simulated: true,
  settings: Settings,
  limits: { batch: 1, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: ({ url, sender }) => {
    const pool = openPool(url, IN_FLIGHT);
    const aggregate: AggregateSource['aggregate'] = async (
      localityCode,
      context,
    ): Promise<AggregateAnswer> => {
      const path = `/thong-ke/v1/dich-vu-cong/${encodeURIComponent(localityCode)}`;
      const { data } = decode(Answer, await get(pool, path, context, { 'x-sender-id': sender }));
      if (data.MaTinhThanh !== localityCode) throw new SourceContractBroken('another locality');
      return { localityCode, asOf: data.ThoiDiemChot, figures: figuresOf(data) };
    };
    return {
      aggregate,
      check: async (context) => void (await aggregate(SOME_PROVINCE, context)),
      heartbeat: (signal) => findAlive(pool, '/healthz', signal),
      close: () => pool.destroy(),
    };
  },
});
