/** The matrix as people work on it: edits that keep every version, the way to publication, scopes, search and comparison. */
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

const CELL = 'VN.2025-H2/E.1/GAP_UNSERVED';
const PROSE = 'IOC mới ở giai đoạn thử nghiệm, chưa kết nối đến Cơ sở dữ liệu quốc gia về dân cư';

describe('work on assessments', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  type Key = 'viewer' | 'operator' | 'steward' | 'admin' | 'provincial';
  const act = async (key: Key, mutation: string, selection = 'id version') => {
    const type = /^\w*(Assessment)\(/.test(mutation)
      ? 'Assessment'
      : /Commitment\(/.test(mutation)
        ? 'Commitment'
        : 'MatrixCell';
    const { data, errors } = await gateway.ask(
      `mutation { done: ${mutation} { ... on ${type} { ${selection} } ... on Refusal { code message } } }`,
      {},
      { key: gateway.keys[key] },
    );
    expect(errors).toEqual([]);
    return data.done;
  };

  describe('an edit', () => {
    it('changes the prose, keeps the version before, and is written into the audit trail', async () => {
      const { data, errors } = await gateway.ask(
        readOperation('update-cell-text'),
        {
          id: CELL,
          version: 1,
          text: 'IOC đã kết nối đến Cơ sở dữ liệu quốc gia về dân cư',
          reason: 'Báo cáo tháng 12',
        },
        { key: gateway.keys.operator },
      );
      expect(errors).toEqual([]);
      expect(data.updateCellText).toMatchObject({ id: CELL, version: 2 });
      const cell = (await gateway.ask(readOperation('cell-history'), { id: CELL })).data.cell;
      expect(cell.history).toEqual([
        expect.objectContaining({ version: 2, changedBy: 'test', changeReason: 'Báo cáo tháng 12' }),
        expect.objectContaining({ version: 1, text: PROSE, changedBy: null }),
      ]);
      const audit = await gateway.db.query('select action, detail from audit_entry where subject = $1', [
        `cell:${CELL}`,
      ]);
      expect(audit).toEqual([{ action: 'cell.text', detail: { before: 1 } }]);
    });

    it('is refused when somebody else was faster, and nothing is lost', async () => {
      expect(await act('operator', `updateCellText(id: "${CELL}", version: 1, text: "muộn")`)).toMatchObject({
        code: 'CONFLICT_VERSION',
      });
    });

    it('tells a dash from nothing, and leaves a merged cell to the one that covers it', async () => {
      const id = 'VN.2025-H2/D.3/BENEFIT_CITIZEN';
      expect(
        await act('operator', `updateCellText(id: "${id}", version: 1, text: " – ")`, 'textState text'),
      ).toEqual({
        textState: 'DASH',
        text: null,
      });
      expect(
        await act('operator', `updateCellText(id: "${id}", version: 2, text: null)`, 'textState'),
      ).toEqual({
        textState: 'EMPTY',
      });
      const merged = 'VN.2025-H2/E.2/GAP_UNSERVED';
      expect(await act('operator', `updateCellText(id: "${merged}", version: 1, text: "x")`)).toMatchObject({
        code: 'CELL_MERGED',
      });
    });

    it('of the same words changes nothing', async () => {
      const id = 'VN.2025-H2/C.2/BENEFIT_BUSINESS';
      const { text, printed } = (await gateway.ask(`{ cell(id: "${id}") { text printed } }`)).data.cell;
      const { data } = await gateway.ask(
        readOperation('update-cell-text'),
        { id, version: 1, text },
        { key: gateway.keys.operator },
      );
      expect(data.updateCellText).toEqual({ id, version: 1, text });
      expect((await gateway.ask(`{ cell(id: "${id}") { printed } }`)).data.cell.printed).toBe(printed);
    });

    it('declares a status with a reason only, and takes it back', async () => {
      const id = 'VN.2025-H2/A.2/BENEFIT_CITIZEN';
      const selection = 'version status statusSource statusReason';
      expect(
        await act('operator', `setCellStatus(id: "${id}", version: 1, status: PARTIAL, reason: "  ")`),
      ).toMatchObject({
        code: 'REASON_REQUIRED',
      });
      expect(
        await act(
          'operator',
          `setCellStatus(id: "${id}", version: 1, status: PARTIAL, reason: "12 tỉnh")`,
          selection,
        ),
      ).toEqual({
        version: 2,
        status: 'PARTIAL',
        statusSource: 'DECLARED',
        statusReason: '12 tỉnh',
      });
      expect(
        await act('operator', `setCellStatus(id: "${id}", version: 2, reason: "nhầm ô")`, selection),
      ).toEqual({
        version: 3,
        status: 'NOT_ASSESSED',
        statusSource: 'NONE',
        statusReason: null,
      });
    });

    it('takes tags from the header of its column only, an owner that exists, a flag and comments', async () => {
      const id = 'VN.2025-H2/B.2/GAP_CAUSE';
      expect(await act('operator', `setCellTags(id: "${id}", version: 1, tags: ["TIME"])`)).toMatchObject({
        code: 'TAG_NOT_IN_COLUMN',
      });
      expect(
        await act(
          'operator',
          `setCellTags(id: "${id}", version: 1, tags: ["DATA", "LEGAL"])`,
          'tags { code label { en } }',
        ),
      ).toEqual({
        tags: [
          { code: 'LEGAL', label: { en: 'Legal' } },
          { code: 'DATA', label: { en: 'Data' } },
        ],
      });
      expect(await act('operator', `setCellOwner(id: "${id}", version: 2, owner: "NOBODY")`)).toMatchObject({
        code: 'AGENCY_NOT_FOUND',
      });
      expect(
        await act(
          'operator',
          `setCellOwner(id: "${id}", version: 2, owner: "CA-79")`,
          'owner { name { vi } locality { code } }',
        ),
      ).toEqual({
        owner: { name: { vi: 'Công an thành phố Hồ Chí Minh' }, locality: { code: '79' } },
      });
      expect(await act('operator', `toggleFollowUp(id: "${id}", followUp: true)`, 'followUp')).toEqual({
        followUp: true,
      });
      expect(
        await act('operator', `commentCell(id: "${id}", text: "Cần số liệu")`, 'comments { by text }'),
      ).toEqual({
        comments: [{ by: 'test', text: 'Cần số liệu' }],
      });
    });

    it('stays within the locality of the key', async () => {
      expect(
        await act('provincial', `updateCellText(id: "79.2025-H2/A.1/GAP_CAUSE", version: 1, text: "x")`),
      ).toMatchObject({ version: 2 });
      for (const id of ['VN.2025-H2/A.1/GAP_CAUSE', '01.2025-H2/A.1/GAP_CAUSE', 'nonsense']) {
        expect(await act('provincial', `updateCellText(id: "${id}", version: 1, text: "x")`)).toMatchObject({
          code: 'CELL_NOT_FOUND',
        });
      }
    });

    it('can be looked behind: the matrix as it stood at a moment', async () => {
      const [{ now }] = await gateway.db.query('select clock_timestamp() as now');
      const id = 'VN.2025-H2/B.3/GAP_CAUSE';
      await act('operator', `updateCellText(id: "${id}", version: 1, text: "mới")`);
      const textOf = async (asOf: string | null) => {
        const { data } = await gateway.ask(
          'query ($asOf: DateTime) { matrix(asOf: $asOf) { groups { items { cells { id text } } } } }',
          { asOf },
        );
        const cells = data.matrix.groups.flatMap((group: { items: { cells: object[] }[] }) =>
          group.items.flatMap((item) => item.cells),
        );
        expect(cells).toHaveLength(133);
        return cells.find((cell: { id: string }) => cell.id === id).text;
      };
      expect([await textOf(null), await textOf(now.toISOString())]).toEqual(['mới', null]);
    });
  });

  describe('a commitment', () => {
    const place = 'place: { assessmentId: "VN.2025-H2", itemPath: "E.3" }';

    it('says which of the six is unclear, is done with evidence only, and minds its version', async () => {
      const added = await act(
        'operator',
        `addCommitment(${place}, input: { action: "Kết nối 34 IOC", dimension: "INFRASTRUCTURE", lead: "BCA", dueOn: "2025-12-31" })`,
        'id version overdue unclear lead { code } item { path } dimension { label { en } }',
      );
      expect(added).toMatchObject({
        version: 1,
        overdue: true,
        unclear: ['PERSON', 'PRODUCT', 'AUTHORITY'],
        item: { path: 'E.3' },
        dimension: { label: { en: 'Infrastructure' } },
      });
      const change = (version: number, more: string) =>
        act(
          'operator',
          `updateCommitment(id: "${added.id}", version: ${version}, input: { action: "Kết nối 34 IOC", dimension: "INFRASTRUCTURE", ${more} })`,
          'version state overdue',
        );
      expect(await change(1, 'state: DONE')).toMatchObject({ code: 'EVIDENCE_REQUIRED' });
      expect(await change(1, 'state: DONE, evidence: "Biên bản nghiệm thu"')).toEqual({
        version: 2,
        state: 'DONE',
        overdue: false,
      });
      expect(await change(1, 'state: PLANNED')).toMatchObject({ code: 'CONFLICT_VERSION' });
      expect(
        await act('operator', `addCommitment(${place}, input: { action: "x", dimension: "TIME" })`),
      ).toMatchObject({ code: 'DIMENSION_NOT_IN_ROADMAP' });
      const { data } = await gateway.ask(
        '{ matrix { commitments { id } groups { items { path commitments { action } } } } }',
      );
      expect(data.matrix.commitments).toEqual([{ id: added.id }]);
    });
  });

  describe('the way to publication', () => {
    it('goes step by step, locks what is published, and leads back with a reason', async () => {
      const id = '01.2025-H1';
      const edit = () => act('operator', `updateCellText(id: "${id}/A.1/GAP_CAUSE", version: 1, text: "x")`);
      expect(await act('steward', `publishAssessment(id: "${id}")`)).toMatchObject({
        code: 'STATE_TRANSITION',
      });
      expect(await act('operator', `submitAssessment(id: "${id}", version: 1)`, 'state version')).toEqual({
        state: 'SUBMITTED',
        version: 2,
      });
      expect(await edit()).toMatchObject({ code: 'ASSESSMENT_LOCKED' });
      expect(await act('steward', `acceptAssessment(id: "${id}", version: 1)`)).toMatchObject({
        code: 'CONFLICT_VERSION',
      });
      expect(await act('steward', `acceptAssessment(id: "${id}")`, 'state')).toEqual({ state: 'ACCEPTED' });
      expect(await act('steward', `publishAssessment(id: "${id}")`, 'state')).toEqual({ state: 'PUBLISHED' });
      expect(await act('operator', `commentCell(id: "${id}/A.1/GAP_CAUSE", text: "x")`)).toMatchObject({
        code: 'ASSESSMENT_LOCKED',
      });
      expect(await act('steward', `returnAssessment(id: "${id}", reason: "sai số liệu")`)).toMatchObject({
        code: 'STEP_NOT_ALLOWED',
      });
      expect(await act('admin', `returnAssessment(id: "${id}", reason: " ")`)).toMatchObject({
        code: 'REASON_REQUIRED',
      });
      expect(
        await act(
          'admin',
          `returnAssessment(id: "${id}", reason: "sai số liệu")`,
          'state events { toState reason by }',
        ),
      ).toEqual({
        state: 'DRAFT',
        events: [
          { toState: 'DRAFT', reason: 'sai số liệu', by: 'test' },
          { toState: 'PUBLISHED', reason: null, by: 'test' },
          { toState: 'ACCEPTED', reason: null, by: 'test' },
          { toState: 'SUBMITTED', reason: null, by: 'test' },
        ],
      });
      expect(await edit()).toMatchObject({ version: 2 });
    });

    it('begins anew with the next half-year', async () => {
      const open = (code: string) =>
        gateway.ask(
          `mutation { openPeriod(code: "${code}") { ... on Period { code start label { vi } } ... on Refusal { refusal: code } } }`,
          {},
          { key: gateway.keys.admin },
        );
      expect((await open('2026-Q1')).data.openPeriod).toEqual({ refusal: 'PERIOD_UNKNOWN' });
      for (let time = 1; time <= 2; time += 1) {
        expect((await open('2026-H1')).data.openPeriod).toEqual({
          code: '2026-H1',
          start: '2026-01-01',
          label: { vi: '06 tháng đầu năm 2026' },
        });
      }
      const { data } = await gateway.ask(readOperation('assessments'), {
        where: { period: { eq: '2026-H1' } },
      });
      expect(data.assessments.totalCount).toBe(35);
      expect(data.assessments.nodes[0]).toMatchObject({
        state: 'DRAFT',
        summary: { completeness: 0, statuses: [{ status: 'NOT_ASSESSED', count: 119 }] },
      });
    });
  });
});
