/** Measures two panels: the nation's heat map, and a province's whole matrix with evidence, beside Mercurius and beside raw SQL. */
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { startPeer } from './peers/child.mjs';
import { ROOT, startHub } from './support/hub.mjs';

const CONNECTIONS = 20;
const SECONDS = Number(process.argv[2] ?? 8);
const EVIDENCE = 5;

const hub = await startHub();
const running = [hub];
try {
  await measure();
} finally {
  for (const one of running.reverse()) await one.stop();
}

async function measure() {
  const databaseUrl = findDatabase(hub.dataDir);
  const provinces = await fill(databaseUrl);
  const peers = [{ name: 'Hub06', url: hub.url }];
  for (const [name, file] of [
    ['Mercurius, JIT', 'mercurius.mjs'],
    ['raw SQL to JSON', 'raw-sql.mjs'],
  ]) {
    const peer = await startPeer(join(import.meta.dirname, 'peers', file), databaseUrl);
    running.push(peer);
    peers.push({ name, url: peer.url });
  }
  const heat = {
    rows: 'ITEM',
    columns: 'LOCALITY',
    measure: 'BENEFIT_SHARE',
    periods: ['2025-H2'],
    localities: provinces,
  };
  await compare(peers, `national heat map (${provinces.length} × 19 × 7)`, operation('heatmap-flat', heat));
  const whole = { locality: '79', period: '2025-H2', evidenceFirst: EVIDENCE };
  await compare(peers, `a province's matrix, ${EVIDENCE} evidence a cell`, operation('matrix', whole));
}

async function compare(peers, name, panel) {
  const answers = [];
  for (const peer of peers) answers.push(await answerOf(peer, panel));
  // Who is faster says nothing unless all say the same.
  for (const answer of answers.slice(1)) deepStrictEqual(answer, answers[0]);
  console.log(name);
  let own = null;
  for (const peer of peers) {
    const { requests, latency, bytes } = await fire(peer, panel);
    own ??= requests.average;
    const ratio = peer === peers[0] ? '' : `, Hub06 has ${(own / requests.average).toFixed(2)} of it`;
    const size = Math.round(bytes / 1024);
    console.log(
      `  ${peer.name.padEnd(18)} ${requests.average.toFixed(1)} requests/s, p99 ${latency.p99} ms, ${size} KiB each${ratio}`,
    );
  }
}

function operation(file, variables) {
  const query = readFileSync(join(ROOT, 'schema', 'operations', `${file}.graphql`), 'utf8');
  return { query, variables, operationName: /^query (\w+)/m.exec(query)[1] };
}

function requestOf({ query, variables, operationName }) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.keys.viewer}` },
    body: JSON.stringify({ query, variables, operationName }),
  };
}

async function answerOf({ name, url }, panel) {
  const response = await fetch(`${url}/graphql`, requestOf(panel));
  const text = await response.text();
  const answer = JSON.parse(text);
  if (!response.ok || answer.errors) throw new Error(`${name}: ${text.slice(0, 300)}`);
  return answer.data;
}

async function fire({ url }, panel) {
  const request = requestOf(panel);
  const shared = { url: `${url}/graphql`, ...request, connections: CONNECTIONS };
  await autocannon({ ...shared, duration: 2 });
  const result = await autocannon({ ...shared, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} broken`);
  return { ...result, bytes: result.throughput.total / result.requests.total };
}

function findDatabase(dataDir) {
  const { ports } = JSON.parse(readFileSync(join(dataDir, 'up.json'), 'utf8'));
  const password = readFileSync(join(dataDir, 'postgres', 'postgres-password'), 'utf8').trim();
  return `postgres://hub06:${password}@127.0.0.1:${ports.postgres}/hub06`;
}

/** Gives every cell of the period a status and evidence, which a fresh hub has not; returns the codes of the provinces. */
async function fill(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    update matrix_cell set status = (array['BENEFITING', 'PARTIAL', 'NOT_YET'])[1 + abs(hashtext(assessment_id || item_path || column_code)) % 3],
      status_source = 'DERIVED', status_rule = 'INDICATOR_SCORE_V1' where assessment_id like '%.2025-H2'`);
  await client.query(`
    with seen as (
      insert into observation (indicator_code, locality_code, period_code, observed_at, value, source, simulated)
      select (select min(code) from indicator), locality_code, '2025-H2', '2025-12-01T00:00:00Z', 50, 'csv', true
      from assessment where period_code = '2025-H2' returning id, locality_code)
    insert into evidence (kind, assessment_id, item_path, column_code, observation_id, observed_at, simulated, summary_vi, summary_en)
    select 'METRIC', c.assessment_id, c.item_path, c.column_code, seen.id, '2025-12-01T00:00:00Z'::timestamptz + no * interval '1 hour',
      true, 'Tỷ lệ hồ sơ nộp trực tuyến: 52 % (52.000/100.000); mục tiêu 70 %.', 'Share of dossiers filed online: 52 % (52,000/100,000); target 70 %.'
    from matrix_cell c join assessment a on a.id = c.assessment_id join seen on seen.locality_code = a.locality_code
    cross join generate_series(1, ${EVIDENCE + 2}) no where a.period_code = '2025-H2'`);
  await client.query('analyze');
  const { rows } = await client.query(`select code from locality where scheme = 'VN34' order by 1`);
  await client.end();
  return rows.map(({ code }) => code);
}
