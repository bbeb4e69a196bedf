/** Deliveries that provinces push: every record accounted for, versions in any order end in the same store, and only one's own province. */
import fc from 'fast-check';
import { openTestGateway, type TestGateway } from '../support/gateway';

const record = (key: string, version: number, numerator: number, more: object = {}) => ({
  receiverKey: key,
  version,
  reportingDay: '2026-11-20',
  issuedAt: '2026-11-20T03:00:00Z',
  numerator,
  denominator: 100,
  ...more,
});

describe('pushed feeds', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const push = async (path: string, body: unknown, key: string | null = gateway.keys.provincial) => {
    const response = await fetch(`${gateway.url}/feeds/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const stored = (feed: string) =>
    gateway.db.query<{ key: string; version: number; numerator: number }[]>(
      `select receiver_key as key, version, numerator from feed_record where locality_code = '79' and feed_code = $1
       order by 1`,
      [feed],
    );

  it('are answered record by record: accepted + rejected = all', async () => {
    const records = [
      record('a', 1, 10),
      record('a', 1, 10),
      record('a', 2, 20),
      record('b', 0, 10),
      record('c', 1, 101),
      record('Nguyễn Văn A', 1, 1),
      record('d', 1, 5, { reportingDay: '2026-02-30' }),
      record('e', 1, 5, { issuedAt: '2099-01-01T00:00:00Z' }),
      record('f', 1, 5, { numerator: 'năm' }),
      {},
    ];
    const { status, body } = await push('79/y-te', { records });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ offered: 10, accepted: 3, rejected: 7, deduplicated: 2 }),
    ]);
    expect(
      (body.rejections as { index: number; code: string }[]).map((one) => `${one.index} ${one.code}`),
    ).toEqual([
      '3 BAD_VERSION',
      '4 PART_OVER_WHOLE',
      '5 BAD_KEY',
      '6 BAD_DAY',
      '7 TIME_IN_FUTURE',
      '8 BAD_NUMBER',
      '9 BAD_KEY',
    ]);
    expect(await stored('y-te')).toEqual([{ key: 'a', version: 2, numerator: 20 }]);
    const { data } = await gateway.ask(
      '{ iocNode(locality: "79") { stage lastHeartbeatAt feeds { code offered accepted rejected deduplicated lastVersion } } }',
    );
    expect(data.iocNode).toMatchObject({ stage: 'NOT_STARTED', lastHeartbeatAt: expect.any(String) });
    expect(data.iocNode.feeds.find(({ code }: { code: string }) => code === 'y-te')).toMatchObject({
      offered: 10,
      accepted: 3,
      rejected: 7,
      deduplicated: 2,
      lastVersion: 2,
    });
  });

  it('end in the same store in whatever order and however often versions come', async () => {
    const versions = Array.from({ length: 12 }, (_, at) => record(`k${at % 3}`, 1 + Math.floor(at / 3), at));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...versions, ...versions], { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 24 }),
        async (shuffled, cut) => {
          await gateway.db.query(`delete from feed_record where feed_code = 'phan-anh'`);
          await push('79/phan-anh', { records: shuffled.slice(0, cut) });
          await push('79/phan-anh', { records: shuffled.slice(cut) });
          expect(await stored('phan-anh')).toEqual([
            { key: 'k0', version: 4, numerator: 9 },
            { key: 'k1', version: 4, numerator: 10 },
            { key: 'k2', version: 4, numerator: 11 },
          ]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are taken for one’s own province, known feeds and readable bodies only', async () => {
    const one = { records: [record('z', 1, 1)] };
    expect((await push('79/y-te', one, null)).status).toBe(401);
    expect((await push('79/y-te', one, gateway.keys.viewer)).status).toBe(403);
    expect(await push('48/y-te', one)).toMatchObject({ status: 404, body: { code: 'LOCALITY_NOT_FOUND' } });
    expect(await push('VN/y-te', one, gateway.keys.operator)).toMatchObject({ status: 404 });
    expect(await push('79/camera', one)).toMatchObject({ status: 404, body: { code: 'FEED_NOT_FOUND' } });
    expect(await push('79/y-te', { rows: [] })).toMatchObject({
      status: 400,
      body: { code: 'BAD_USER_INPUT' },
    });
    const many = { records: Array.from({ length: 5_001 }, (_, at) => record(`m${at}`, 1, 1)) };
    expect((await push('79/y-te', many)).status).toBe(400);
    const audit = await gateway.db.query<object[]>(`select 1 from audit_entry where action = 'feed.deliver'`);
    expect(audit.length).toBeGreaterThan(0);
  });
});
