/** The matrix as served: every cell as the document has it, its structure, its provinces, and what a query costs in SQL. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { execute, parse } from 'graphql';
import { createContext, type Hub } from '../../src/gateway/context';
import { createFindForm } from '../../src/gateway/matrix-forms';
import { getSchema } from '../../src/gateway/schema';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

interface SourceCell {
  state: string;
  text?: string;
  printed?: string;
  corrected?: string[];
  note?: string;
  needsReview?: boolean;
  rowSpan?: number;
  mergedFrom?: string;
}
interface SourceItem {
  path: string;
  printedNo: string;
  title: object;
  blank?: boolean;
  cells: Record<string, SourceCell>;
  children?: SourceItem[];
}
interface Source {
  columns: {
    code: string;
    band: object;
    title: object;
    question: string;
    criteria: string[];
    printed?: string;
    note?: string;
  }[];
  groups: { code: string; title: object; items: SourceItem[] }[];
}

/** Read here by its own few lines: a fault in the product's reader must not hide itself. */
const source = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'schema', 'matrix', 'da06-2025h2.json'), 'utf8'),
) as Source;

const WHOLE = `query ($locality: String = "VN") { matrix(locality: $locality) {
  id state template { code provenance } locality { code } period { code }
  groups { code title { vi en } items { path printedNo title { vi en } blank parent { path } cells {
    id item { path } column { code band { vi en } title { vi en } question criteria printed note }
    textState text span mergedFrom printed corrected needsReview note status statusSource
    statusRule { code words { vi en } } evidence(first: 2) { totalCount nodes { __typename observedAt simulated summary { vi en text } } }
  } } } } }`;

describe('the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  describe('the matrix of the nation', () => {
    it('is the document, group by group, item by item, cell by cell', async () => {
      const { data, errors } = await gateway.ask(WHOLE);
      expect(errors).toEqual([]);
      const { matrix } = data;
      expect(matrix).toMatchObject({
        id: 'VN.2025-H2',
        template: { code: 'DA06-2025H2', provenance: expect.stringContaining('000_47bb1616b1c50ea1.txt') },
      });
      expect(matrix.groups.map(asServedGroup)).toEqual(source.groups.map(asWrittenGroup));
    });

    it('has the structure of the document', async () => {
      const { data } = await gateway.ask(WHOLE);
      const items = data.matrix.groups.flatMap((group: { items: object[] }) => group.items);
      const cells = items.flatMap((item: { cells: object[] }) => item.cells);
      const count = (state: string) =>
        cells.filter((cell: { textState: string }) => cell.textState === state).length;
      expect(items.map((item: { path: string }) => item.path).join(' ')).toBe(
        'A.1 A.2 B.1 B.1.1 B.1.2 B.1.3 B.2 B.3 C.1 C.2 C.3 C.4 C.5 D.1 D.2 D.3 E.1 E.2 E.3',
      );
      expect(
        items.filter((item: { blank: boolean }) => item.blank).map((item: { path: string }) => item.path),
      ).toEqual(['C.4', 'C.5']);
      expect(cells).toHaveLength(133);
      expect({
        dash: count('DASH'),
        text: count('TEXT'),
        merged: count('MERGED'),
        empty: count('EMPTY'),
      }).toEqual({
        dash: 8,
        text: 8,
        merged: 2,
        empty: 115,
      });
      const gap = cells.filter((cell: { id: string }) => /E\.\d\/GAP_UNSERVED$/.test(cell.id));
      expect(
        gap.map(({ span, mergedFrom }: { span: number; mergedFrom: string | null }) => [span, mergedFrom]),
      ).toEqual([
        [3, null],
        [1, 'E.1'],
        [1, 'E.1'],
      ]);
    });

    it('keeps the two corrected misprints beside what is printed', async () => {
      const { data } = await gateway.ask(WHOLE);
      const corrected = data.matrix.groups
        .flatMap((group: { items: object[] }) => group.items)
        .flatMap((item: { cells: { corrected: string[] }[] }) => item.cells)
        .filter((cell: { corrected: string[] }) => cell.corrected.length > 0);
      expect(corrected.map((cell: { id: string; corrected: string[] }) => [cell.id, cell.corrected])).toEqual(
        [
          ['VN.2025-H2/C.2/BENEFIT_BUSINESS', ['quy trình nghiệp → quy trình nghiệp vụ']],
          ['VN.2025-H2/D.1/BENEFIT_GOVERNMENT', ['iảm thiểu → Giảm thiểu']],
        ],
      );
    });

    it('answers the shipped examples', async () => {
      const whole = await gateway.ask(readOperation('matrix'));
      expect(whole.errors).toEqual([]);
      expect(whole.data.matrix.groups).toHaveLength(5);
      const overview = await gateway.ask(readOperation('matrix-overview'));
      expect(overview.errors).toEqual([]);
    });
  });

  describe('the matrix of a province', () => {
    it('has the same form and no word of the nation’s prose', async () => {
      const { data } = await gateway.ask(WHOLE, { locality: '79' });
      const cells = data.matrix.groups
        .flatMap((group: { items: object[] }) => group.items)
        .flatMap((item: { cells: object[] }) => item.cells);
      expect(cells).toHaveLength(133);
      expect(
        new Set(cells.map((cell: { textState: string; span: number }) => `${cell.textState} ${cell.span}`)),
      ).toEqual(new Set(['EMPTY 1']));
    });

    it('says which codes there are when it is asked for another', async () => {
      const { data, errors } = await gateway.ask(WHOLE, { locality: '02' });
      expect(data).toBeNull();
      expect(errors[0]).toMatchObject({
        extensions: { code: 'NOT_FOUND' },
        message: expect.stringContaining('localities'),
      });
    });
  });

  describe('what the matrix costs', () => {
    it('in statements: the same for one locality and for 34', async () => {
      const one = await countStatements(['VN']);
      const all = await countStatements(
        (await gateway.db.query<{ code: string }[]>(`select code from locality where scheme = 'VN34'`)).map(
          (row) => row.code,
        ),
      );
      expect(all.cells).toBe(34 * 133);
      expect(all.statements).toEqual(one.statements);
      expect(one.statements.length).toBeLessThanOrEqual(13);
    });

    async function countStatements(localities: string[]) {
      const fields = `summary { completeness } events { at } commitments { id } groups { code title { text } items { path parent { path } indicators { band indicator { code } } commitments { id } cells { item { path } column { code }
      text status tags { code } owner { code } history(last: 2) { version } comments { text } evidence(first: 3) { totalCount nodes { observedAt } } } } }`;
      const query = `{ ${localities.map((code) => `l${code}: matrix(locality: "${code}") { locality { code } ${fields} }`).join('\n')} }`;
      const spy = jest.spyOn(Client.prototype, 'query');
      try {
        const { db, config } = gateway;
        const hub = { db, config, findForm: createFindForm(db) } as Hub;
        const holder = { id: '', role: 'VIEWER', localityCode: null, prefix: '' } as const;
        const contextValue = createContext(hub, { requestId: '', language: 'vi', baseUrl: '', holder });
        const result = await execute({ schema: getSchema(), document: parse(query), contextValue });
        expect(result.errors).toBeUndefined();
        const text = JSON.stringify(result.data);
        // Sorted: those that do not wait for each other come in any order.
        const statements = spy.mock.calls.map(([sql]) => /from (\w+)/.exec(String(sql))?.[1]).sort();
        return {
          statements,
          cells: text.split('"textState"').length - 1 || text.split('"evidence"').length - 1,
        };
      } finally {
        spy.mockRestore();
      }
    }
  });
});

type Served = Record<string, unknown>;

function asServedGroup(group: Served) {
  return { code: group.code, title: group.title, items: (group.items as Served[]).map(asServedItem) };
}

function asServedItem(item: Served) {
  const { path, printedNo, title, blank } = item;
  const parent = (item.parent as { path: string } | null)?.path ?? null;
  const cells = (item.cells as Served[]).map(
    ({ status, statusSource, statusRule, evidence, id, item: _, ...cell }) => {
      expect({ status, statusSource, statusRule, evidence }).toEqual({
        status: 'NOT_ASSESSED',
        statusSource: 'NONE',
        statusRule: null,
        evidence: { totalCount: 0, nodes: [] },
      });
      expect(id).toBe(`VN.2025-H2/${String(path)}/${(cell.column as { code: string }).code}`);
      return cell;
    },
  );
  return { path, printedNo, title, blank, parent, cells };
}

function asWrittenGroup(group: Source['groups'][number]) {
  const items = group.items.flatMap((item) => [
    asWrittenItem(item, null),
    ...(item.children ?? []).map((child) => asWrittenItem(child, item.path)),
  ]);
  return { code: group.code, title: group.title, items };
}

function asWrittenItem(item: SourceItem, parent: string | null) {
  const cells = source.columns.map((column) => {
    const cell: SourceCell = item.cells[column.code] ?? { state: 'EMPTY' };
    return {
      column: { printed: null, note: null, ...column },
      textState: cell.state,
      text: cell.text ?? null,
      span: cell.rowSpan ?? 1,
      mergedFrom: cell.mergedFrom ?? null,
      printed: cell.printed ?? null,
      corrected: cell.corrected ?? [],
      needsReview: cell.needsReview ?? false,
      note: cell.note ?? null,
    };
  });
  const { path, printedNo, title, blank = false } = item;
  return { path, printedNo, title, blank, parent, cells };
}
