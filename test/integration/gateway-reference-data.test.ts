/** What belongs to the matrix: its localities and periods, the evidence in its cells, and seeding that overwrites nothing. */
import { seedReferenceData } from '../../src/services/reference/seed-reference-data';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { giveEvidence } from '../support/run-rows';

const CELLS = `{ matrix { groups { items { cells { id text status statusSource statusRule { code words { en } }
  evidence(first: 2) { totalCount nodes { __typename observedAt simulated summary { text } } } } } } } }`;

describe('the reference data of the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  describe('localities and periods', () => {
    it('are the nation and 34 provinces with all 63 predecessors', async () => {
      const { data } = await gateway.ask(readOperation('localities'));
      const [nation, ...provinces] = data.localities;
      expect(nation).toMatchObject({ code: 'VN', level: 'NATION', predecessors: [] });
      expect(provinces).toHaveLength(34);
      const old = provinces.flatMap(
        (province: { predecessors: { code: string }[] }) => province.predecessors,
      );
      expect(new Set(old.map((province: { code: string }) => province.code)).size).toBe(63);
      expect(provinces.find((province: { code: string }) => province.code === '79')).toEqual({
        code: '79',
        name: { vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' },
        level: 'PROVINCE',
        predecessors: [
          { code: '074', name: { vi: 'Bình Dương', en: 'Binh Duong' } },
          { code: '077', name: { vi: 'Bà Rịa–Vũng Tàu', en: 'Ba Ria-Vung Tau' } },
          { code: '079', name: { vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' } },
        ],
      });
    });

    it('are the half-years from the first of 2025 to that of the document', async () => {
      const { data } = await gateway.ask(readOperation('periods'));
      expect(data.periods).toEqual([
        {
          code: '2025-H2',
          label: { vi: '06 tháng cuối năm 2025', en: 'Last six months of 2025' },
          start: '2025-07-01',
          end: '2025-12-31',
        },
        {
          code: '2025-H1',
          label: { vi: '06 tháng đầu năm 2025', en: 'First six months of 2025' },
          start: '2025-01-01',
          end: '2025-06-30',
        },
      ]);
    });
  });

  describe('seeding again', () => {
    it('keeps what a rule or a person said in a cell, and shows it with its evidence', async () => {
      await giveEvidence(gateway.db, {
        assessmentId: 'VN.2025-H2',
        itemPath: 'D.1',
        columnCode: 'BENEFIT_BUSINESS',
        times: 3,
      });
      await gateway.db.query(
        `update matrix_cell set status = 'PARTIAL', status_source = 'DERIVED', status_rule = 'VERIFY_RUN_V1', text = 'Đã sửa'
       where assessment_id = 'VN.2025-H2' and item_path = 'D.1' and column_code = 'BENEFIT_BUSINESS'`,
      );
      await seedReferenceData(gateway.db);
      const { data } = await gateway.ask(CELLS, {}, { headers: { 'accept-language': 'en' } });
      const cell = data.matrix.groups
        .flatMap((group: { items: { cells: { id: string }[] }[] }) => group.items)
        .flatMap((item: { cells: { id: string }[] }) => item.cells)
        .find((found: { id: string }) => found.id === 'VN.2025-H2/D.1/BENEFIT_BUSINESS');
      expect(cell).toMatchObject({
        text: 'Đã sửa',
        status: 'PARTIAL',
        statusSource: 'DERIVED',
        statusRule: { code: 'VERIFY_RUN_V1', words: { en: expect.stringContaining('90 %') } },
        evidence: { totalCount: 3 },
      });
      expect(cell.evidence.nodes).toHaveLength(2);
      expect(cell.evidence.nodes[0]).toMatchObject({
        __typename: 'RunEvidence',
        simulated: true,
        observedAt: expect.stringMatching(/^20\d\d-.*Z$/),
        summary: { text: 'evidence 3' },
      });
      const [cells] = await gateway.db.query<{ count: number }[]>(
        'select count(*)::int as count from matrix_cell',
      );
      expect(cells?.count).toBe(2 * 35 * 133);
    });

    it('pages through evidence by its cursor', async () => {
      const page = async (after: string | null) =>
        (
          await gateway.ask(
            `query ($after: String) { matrix { groups { code items { path cells { id evidence(first: 2, after: $after) {
             totalCount nodes { summary { en } } pageInfo { hasNextPage endCursor } } } } } } }`,
            { after },
          )
        ).data.matrix.groups
          .flatMap((group: { items: { cells: { id: string }[] }[] }) => group.items)
          .flatMap((item: { cells: { id: string }[] }) => item.cells)
          .find((found: { id: string }) => found.id === 'VN.2025-H2/D.1/BENEFIT_BUSINESS').evidence;
      const first = await page(null);
      const second = await page(first.pageInfo.endCursor);
      expect(first.pageInfo.hasNextPage).toBe(true);
      expect(second).toMatchObject({
        totalCount: 3,
        nodes: [{ summary: { en: 'evidence 1' } }],
        pageInfo: { hasNextPage: false },
      });
    });
  });
});
