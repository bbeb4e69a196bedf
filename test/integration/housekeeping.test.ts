/** What outlives its use goes by itself, and nothing else: uploads that nobody took up, old deliveries, alerts and feed records. */
import { RETENTION_DAYS } from '../../src/domain/retention';
import { forgetTheOld } from '../../src/services/housekeeping/forget-the-old';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { sendFile } from '../support/send-file';
import { watchByHand } from '../support/watch-by-hand';

const DAY_SECONDS = 86_400;
const NOTHING = { abandonedUploads: 0, webhookDeliveries: 0, clearedAlerts: 0, feedRecords: 0 };

describe('housekeeping', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const { now, look, ask, addConnector, setHealth } = watchByHand(() => gateway);
  const count = async (table: string) =>
    Number((await gateway.db.query<{ n: string }[]>(`select count(*) as n from ${table}`))[0]?.n);
  const inDays = (days: number) => now() + days * DAY_SECONDS * 1_000;

  it('removes an upload with its bytes a day after its time was over, unless a dataset was made of it', async () => {
    const key = gateway.keys.operator;
    const bytes = Buffer.from('Họ và tên,Ngày sinh,Số định danh\nNGUYỄN VĂN THỬ,01/02/1990,001090000001\n');
    await sendFile(gateway, key, { name: 'left.csv', bytes });
    const uploadId = await sendFile(gateway, key, { name: 'taken.csv', bytes });
    const { createDataset } = await ask('create-dataset', { input: { uploadId, name: 'x' } }, key);
    expect(createDataset.__typename).toBe('Dataset');
    // The hub dates uploads by its own clock: a day to arrive, and a day more.
    const at = (days: number) => Date.now() + days * DAY_SECONDS * 1_000;
    expect(await forgetTheOld(gateway.db, at(1.9))).toEqual(NOTHING);
    expect(await forgetTheOld(gateway.db, at(2.1))).toEqual({ ...NOTHING, abandonedUploads: 1 });
    expect(await gateway.db.query('select filename from upload')).toEqual([{ filename: 'taken.csv' }]);
    expect(await count('upload_part')).toBe(1);
  });

  it('removes an alert with its steps and deliveries a year after it was over, and never one that lasts', async () => {
    await addConnector();
    await ask(
      'set-webhook',
      { input: { label: 'x', url: 'https://example.org/hook', leastSeverity: 'WARNING' } },
      gateway.keys.admin,
    );
    await setHealth('DOWN');
    await look();
    await look(60);
    await setHealth('UP');
    await look();
    await look(60);
    expect(await gateway.db.query('select state from alert')).toEqual([{ state: 'CLEARED' }]);
    expect(await count('alert_event')).toBe(2);
    await setHealth('DOWN');
    await look();
    await look(60);
    const { clearedAlerts } = RETENTION_DAYS;
    expect(await forgetTheOld(gateway.db, inDays(clearedAlerts - 1))).toMatchObject({ clearedAlerts: 0 });
    expect(await forgetTheOld(gateway.db, inDays(clearedAlerts + 1))).toMatchObject({ clearedAlerts: 1 });
    expect(await gateway.db.query('select state from alert')).toEqual([{ state: 'OPEN' }]);
    expect(await count('alert_event')).toBe(1);
    expect(await count('webhook_delivery')).toBe(1);
  });
});
