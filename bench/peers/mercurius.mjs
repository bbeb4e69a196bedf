/** The peer with a GraphQL server: Mercurius with its JIT on, the hub's own schema, hand-written resolvers on the same tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { ROOT } from '../support/hub.mjs';
import { cellRows, evidenceRows, formRows, heatRows } from './panel-queries.mjs';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const ask = async (query, values) => (await pool.query({ ...query, values })).rows;

const [form] = await ask(formRows, ['DA06-2025H2']);
const columnOf = new Map(form.columns.map((column) => [column.code, column]));
const keyOf = ({ itemPath, columnCode }) => `${itemPath} ${columnCode}`;

async function loadMatrix(_, { locality, period }) {
  const assessmentId = `${locality}.${period}`;
  const cells = new Map(form.items.map(({ path }) => [path, []]));
  for (const cell of await ask(cellRows, [assessmentId])) cells.get(cell.itemPath).push(cell);
  return { assessmentId, cells };
}

const resolvers = {
  Query: {
    heatmapFlat: (_, { periods, localities }) => ask(heatRows, [periods, localities]),
    matrix: loadMatrix,
  },
  Assessment: {
    groups: ({ assessmentId, cells }) =>
      form.groups.map((group) => ({
        ...group,
        items: form.items
          .filter((item) => item.groupCode === group.code)
          .map((item) => ({ ...item, assessmentId, cells: cells.get(item.path) })),
      })),
  },
  MatrixItem: {
    parent: ({ parentPath }) => (parentPath === null ? null : { path: parentPath }),
    cells: ({ assessmentId, cells }) => {
      const at = new Map(cells.map((cell) => [cell.columnCode, cell]));
      return form.columns.map(({ code }) => ({ ...at.get(code), assessmentId }));
    },
  },
  MatrixCell: { column: ({ columnCode }) => columnOf.get(columnCode) },
  EvidenceConnection: {},
};

/** One statement for all cells, however many: Mercurius gathers them as a DataLoader would. */
const loaders = {
  MatrixCell: {
    evidence: async (queries) => {
      const [{ obj, params }] = queries;
      const found = new Map();
      for (const row of await ask(evidenceRows, [obj.assessmentId, params.first])) {
        const known = found.get(keyOf(row)) ?? { totalCount: row.total, nodes: [] };
        known.nodes.push({ ...row, __typename: 'MetricEvidence' });
        found.set(keyOf(row), known);
      }
      return queries.map(({ obj: cell }) => found.get(keyOf(cell)) ?? { totalCount: 0, nodes: [] });
    },
  },
};

const app = fastify();
app.addHook('onRequest', async (request, reply) => {
  if (!request.headers.authorization) reply.code(401).send();
});
app.register(mercurius, {
  schema: readFileSync(join(ROOT, 'schema', 'schema.graphql'), 'utf8'),
  resolvers,
  loaders,
  jit: 1,
});
process.send(await app.listen({ port: 0, host: '127.0.0.1' }));
