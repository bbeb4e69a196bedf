/** What dashboards send: every panel of the shipped Grafana dashboard, and every example for dashboard builders, is answered. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse, type FieldNode } from 'graphql';
import { PROJECT_ROOT } from '../../src/project-root';
import { Client } from 'pg';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeRun, writeVerdicts } from '../support/run-rows';

interface Target {
  readonly url: string;
  readonly root_selector: string;
  readonly columns: readonly { readonly selector: string }[];
  readonly url_options: { readonly body_graphql_query: string; readonly body_graphql_variables: string };
}
interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly Target[] }[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
}

const OPERATIONS = join(PROJECT_ROOT, 'schema', 'operations');
const operations = readdirSync(OPERATIONS).map((file) => readFileSync(join(OPERATIONS, file), 'utf8'));
const dashboard = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'docs', 'grafana', 'hub06-ioc.json'), 'utf8'),
) as Dashboard;

/** Puts in what Grafana would: the dashboard's variables, and its span of time. */
function fillIn(text: string): string {
  const known = new Map(dashboard.templating.list.map(({ name, query }) => [name, query]));
  return text.replaceAll(/\$\{(\w+)(?::date:iso)?\}/g, (whole, name: string) =>
    name === '__from'
      ? '2025-11-01T00:00:00.000Z'
      : name === '__to'
        ? '2025-12-01T00:00:00.000Z'
        : (known.get(name) ?? whole),
  );
}

/** Columns that the rows of a query have: the fields of a flat list, or the names that an aggregate gives. */
function columnsOf(query: string): string[] {
  const [root] = getOperationAST(parse(query))!.selectionSet.selections as [FieldNode];
  if (root.name.value !== 'aggregate') {
    return root.selectionSet!.selections.map((selection) => (selection as FieldNode).name.value);
  }
  return [...query.matchAll(/as: "(\w+)"|\{ field: (\w+) \}/g)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );
}

describe('dashboards', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { runId } = await writeRun(gateway.db, { localityCode: '79', state: 'SUCCEEDED' });
    await writeVerdicts(gateway.db, runId, 9);
  });
  afterAll(() => gateway.close());

  it.each(dashboard.panels.map((panel) => [panel.title, panel] as const))(
    'answer the panel %s',
    async (_, { targets }) => {
      const [target] = targets;
      const { body_graphql_query: query, body_graphql_variables: variables } = target!.url_options;
      expect(operations).toContain(query);
      const { data, errors } = await gateway.ask(query, JSON.parse(fillIn(variables)) as object);
      expect(errors).toEqual([]);
      const rows = target!.root_selector.split('.').reduce((found: unknown, name) => {
        return name === 'data' ? data : (found as Record<string, unknown>)[name];
      }, null);
      expect(Array.isArray(rows)).toBe(true);
      const columns = columnsOf(query);
      expect(
        target!.columns.map(({ selector }) => selector).filter((name) => !columns.includes(name)),
      ).toEqual([]);
    },
  );

  it('are answered for every example that the schema ships for them', async () => {
    const unanswered: string[] = [];
    for (const text of operations) {
      const document = parse(text);
      const isForPanels = /^# persona: dashboard/m.test(text);
      if (!isForPanels || getOperationAST(document)?.operation !== 'query') continue;
      const variables = JSON.parse(/^# variables: (.*)$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>;
      const { errors } = await gateway.ask(text, variables);
      if (errors.length > 0) unanswered.push(`${text.split('\n')[1]}: ${errors[0]?.message}`);
    }
    expect(unanswered).toEqual([]);
  });

  it('cost as many statements for 34 provinces as for one', async () => {
    const provinces = await gateway.db.query<{ code: string }[]>(
      `select code from locality where scheme = 'VN34'`,
    );
    const count = async (name: string, variables: object) => {
      const text = readFileSync(join(OPERATIONS, `${name}.graphql`), 'utf8');
      const spy = jest.spyOn(Client.prototype, 'query');
      try {
        expect((await gateway.ask(text, variables)).errors).toEqual([]);
        return spy.mock.calls.filter(([sql]) => /from (matrix_cell|observation|ioc_node)/.test(String(sql)))
          .length;
      } finally {
        spy.mockRestore();
      }
    };
    for (const name of ['heatmap-flat', 'matrix-cells-flat', 'metric-points-flat']) {
      const shared = { periods: ['2025-H2'], limit: 5_000 };
      const one = await count(name, { ...shared, localities: ['79'] });
      const all = await count(name, { ...shared, localities: provinces.map(({ code }) => code) });
      expect([name, all, one]).toEqual([name, 1, 1]);
    }
  });
});
