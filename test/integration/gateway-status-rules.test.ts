/** Statuses that have to hold: E.3 leaves NOT_YET after seven days, says why at every step, and what if is never stored. */
import { bringObservations } from '../support/bring-observations';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

describe('a status that has to hold', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('makes E.3 wait for seven days in a row, says why, keeps its history, and leaves the prose alone', async () => {
    const id = 'VN.2025-H2/E.3/GAP_UNSERVED';
    const observe = (from: number, days: number, connected: number) =>
      bringObservations(
        gateway,
        Array.from({ length: days }, (_, no) => {
          const day = String(from + no).padStart(2, '0');
          return `IOC_PROVINCES_CONNECTED,VN,2025-H2,2025-12-${day}T10:00:00Z,${connected},34,,true`;
        }),
      );
    const look = async () => (await gateway.ask(readOperation('cell-history'), { id })).data.cell;
    const before = await look();
    await observe(1, 1, 0);
    expect(await look()).toMatchObject({
      status: 'NOT_YET',
      statusRule: { code: 'INDICATOR_HELD_V1', words: { vi: expect.stringContaining('7 ngày liên tiếp') } },
      statusWhy: { vi: expect.stringMatching(/0 % \(0\/34\); dưới ngưỡng tối thiểu 50 %\.$/) },
    });
    await observe(2, 6, 34);
    expect(await look()).toMatchObject({
      status: 'NOT_YET',
      statusWhy: { vi: expect.stringMatching(/100 % \(34\/34\); trên ngưỡng 50 % được 6\/7 ngày\.$/) },
    });
    const input = {
      assessment: 'VN.2025-H2',
      assume: [{ indicator: 'IOC_PROVINCES_CONNECTED', value: 90, days: 1 }],
    };
    const supposed = (await gateway.ask(readOperation('what-if'), { input })).data.whatIf;
    expect(supposed).toMatchObject({
      concerned: 2,
      changes: [
        {
          cell: { id: 'VN.2025-H2/E.3/BENEFIT_GOVERNMENT' },
          before: 'NOT_YET',
          after: 'PARTIAL',
          declared: false,
        },
        {
          cell: { id },
          after: 'PARTIAL',
          why: { vi: expect.stringContaining('giữ trên ngưỡng 50 % từ 08/12/2025') },
        },
      ],
    });
    expect((await look()).status).toBe('NOT_YET');
    await observe(8, 1, 34);
    await observe(9, 1, 10);
    expect(await look()).toMatchObject({
      status: 'PARTIAL',
      statusWhy: { vi: expect.stringContaining('đã 1/2 ngày dưới ngưỡng') },
    });
    await observe(10, 1, 10);
    const after = await look();
    expect(after.history.map(({ status }: { status: string }) => status)).toEqual([
      ...['NOT_YET', 'PARTIAL', 'BENEFITING', 'NOT_YET', 'NOT_ASSESSED'],
    ]);
    expect(after.history[1].statusWhy.vi).toContain('1/2 ngày dưới ngưỡng');
    expect([after.text, after.textState]).toEqual([before.text, before.textState]);
  });
});
