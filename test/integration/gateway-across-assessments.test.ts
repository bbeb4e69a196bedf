/** Reading across assessments: lists and scopes, old provinces, words found without accents, and comparison. */
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

describe('the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  describe('reading across assessments', () => {
    it('pages through them, within the scope of the key', async () => {
      const first = (
        await gateway.ask(readOperation('assessments'), { where: { period: { in: ['2025-H2'] } }, first: 20 })
      ).data.assessments;
      const { endCursor } = first.pageInfo;
      const rest = (
        await gateway.ask(readOperation('assessments'), {
          where: { period: { in: ['2025-H2'] } },
          after: endCursor,
        })
      ).data.assessments;
      expect([first.nodes.length, rest.nodes.length, rest.pageInfo.hasNextPage]).toEqual([20, 15, false]);
      const own = await gateway.ask(
        '{ assessments { nodes { locality { code } } } }',
        {},
        { key: gateway.keys.provincial },
      );
      expect(
        new Set(own.data.assessments.nodes.map((node: { locality: { code: string } }) => node.locality.code)),
      ).toEqual(new Set(['79']));
    });

    it('reaches a province by the code of an old one, and lists the division of any day', async () => {
      expect((await gateway.ask('{ matrix(locality: "074") { id } }')).data.matrix.id).toBe('79.2025-H2');
      const { data } = await gateway.ask(
        '{ localities(asOf: "2025-06-30") { code level successors { code } } }',
      );
      expect(data.localities).toHaveLength(64);
      expect(data.localities.find((one: { code: string }) => one.code === '062')).toMatchObject({
        successors: [{ code: '51' }],
      });
      expect((await gateway.ask('{ localities(asOf: "2025-07-01") { code } }')).data.localities).toHaveLength(
        35,
      );
    });

    it('finds words without their accents, within the scope of the key', async () => {
      const { data } = await gateway.ask(readOperation('search-matrix'), { text: '"chu ky" or giay to' });
      expect(data.search.map((hit: { cell: { id: string } }) => hit.cell.id)).toContain(
        'VN.2025-H2/D.1/BENEFIT_CITIZEN',
      );
      const signature = (await gateway.ask(readOperation('search-matrix'), { text: 'chữ ký số' })).data
        .search;
      expect(signature.length).toBeGreaterThan(0);
      expect(signature[0].excerpt).toMatch(/chữ ký số/i);
      expect(
        (
          await gateway.ask(
            readOperation('search-matrix'),
            { text: 'chu ky so' },
            { key: gateway.keys.provincial },
          )
        ).data.search,
      ).toEqual([]);
    });

    it('compares two assessments word by word', async () => {
      const edited = { id: '79.2025-H2/A.1/GAP_CAUSE', version: 1, text: 'x' };
      await gateway.ask(readOperation('update-cell-text'), edited, { key: gateway.keys.operator });
      const { data } = await gateway.ask(readOperation('compare-assessments'), {
        locality: '79',
        against: 'VN.2025-H2',
      });
      const change = data.matrix.diff.find(
        (one: { after: { id: string } }) => one.after.id === '79.2025-H2/A.1/GAP_CAUSE',
      );
      expect(change.prose).toEqual([{ change: 'ADDED', text: 'x' }]);
      const same = await gateway.ask(readOperation('compare-assessments'), { against: 'VN.2025-H2' });
      expect(same.data.matrix.diff).toEqual([]);
      const foreign = await gateway.ask(
        readOperation('compare-assessments'),
        { locality: '79', against: 'VN.2025-H2' },
        { key: gateway.keys.provincial },
      );
      expect(foreign.errors[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });
});
