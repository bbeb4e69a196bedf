/** The IOCs of the provinces, reached through one platform: what a node says of itself, and the records of its feeds. */
import { z } from 'zod';
import { Capability, defineConnector, type NodeSource } from '../contract';
import { SourceContractBroken } from '../errors';
import { codeIn, decode, findAlive, get, openPool } from '../http-exchange';
import { NodeAnswer, PageAnswer, toNode, toPage } from './answers';

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
/** Any province will do to see whether the platform answers us. */
const SOME_PROVINCE = '01';
/** The platform's word for a node of which it hears nothing itself. */
const NODE_SILENT = 'CM_NODE_SILENT';

export const connector = defineConnector<Settings, NodeSource>({
  id: 'ioc',
  title: { vi: 'IOC của các tỉnh, thành phố (mô phỏng)', en: 'IOCs of the provinces (simulated)' },
  capabilities: [Capability.HEARTBEAT, Capability.FEED],
  dataClass: 'AGGREGATE',
  simulated: true,
  settings: Settings,
  limits: { batch: 1, inFlight: IN_FLIGHT, deadlineMs: 10_000 },
  open: ({ url, sender }) => {
    const pool = openPool(url, IN_FLIGHT);
    const headers = { 'x-sender-id': sender };
    const findNode: NodeSource['findNode'] = async (localityCode, context) => {
      const answer = await get(pool, `/ioc/v1/${encodeURIComponent(localityCode)}`, context, headers);
      if (answer.status === 504 && codeIn(answer) === NODE_SILENT) return null;
      const node = toNode(decode(NodeAnswer, answer));
      if (node.localityCode !== localityCode) throw new SourceContractBroken('another locality');
      return node;
    };
    return {
      findNode,
      readFeed: async ({ localityCode, feed, after }, context) => {
        const query = after === null ? '' : `?tu=${encodeURIComponent(after)}`;
        const path = `/ioc/v1/${encodeURIComponent(localityCode)}/nguon-cap/${encodeURIComponent(feed)}${query}`;
        const page = decode(PageAnswer, await get(pool, path, context, headers));
        if (page.data.MaTinhThanh !== localityCode || page.data.NguonCap !== feed)
          throw new SourceContractBroken('another feed');
        return toPage(page);
      },
      check: async (context) => void (await findNode(SOME_PROVINCE, context)),
      heartbeat: (signal) => findAlive(pool, '/healthz', signal),
      close: () => pool.destroy(),
    };
  },
});
