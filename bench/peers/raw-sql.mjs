/** The peer with no GraphQL at all: one statement makes the JSON, and a bare HTTP server hands it on. */
import { createServer } from 'node:http';
import pg from 'pg';
import { heatJson, matrixJson } from './panel-queries.mjs';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const QUERIES = { HeatmapFlat: heatJson, Matrix: matrixJson };

function valuesOf(name, { periods, localities, locality, period, evidenceFirst }) {
  return name === 'HeatmapFlat' ? [periods, localities] : [`${locality}.${period}`, evidenceFirst];
}

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (piece) => (text += piece));
  request.on('end', async () => {
    if (!request.headers.authorization) return response.writeHead(401).end();
    const { operationName, variables } = JSON.parse(text);
    const values = valuesOf(operationName, variables);
    const { rows } = await pool.query({ ...QUERIES[operationName], values });
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].body);
  });
});
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
