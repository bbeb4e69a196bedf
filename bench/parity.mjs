/**
 * Proves on the real hub (gateway, worker, simulator and PostgreSQL as processes) that both connectors to the register, and every scenario
 * that only disturbs, lead to the same verdicts: one hash, none wrong by the truth, and a source that is not asked more than it must be.
 * Ends with 1 when that does not hold. --rows 50000 --connectors ndop,soap --scenarios slow-evening,hostile --outage-seconds 60
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { product } from './accuracy/read-people.mjs';
import { makeDirtyPeople } from './parity/dirty-people.mjs';
import { KILLED, verifyOnce } from './parity/verify-once.mjs';
import { bringIn } from './support/dataset.mjs';
import { startHub } from './support/hub.mjs';
import { SimulatorProcess } from './support/simulator.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const CONNECTORS = ['ndop', 'soap'];
const SCENARIOS = ['happy', 'slow-evening', 'outage', 'hostile', 'throttled', KILLED];
const USAGE =
  `npm run parity -- [--rows 50000] [--level L2] [--connectors ${CONNECTORS.join(',')}] [--scenarios ${SCENARIOS.join(',')}]\n` +
  `                  [--outage-seconds 60]   "${KILLED}" kills the source under way and starts it again so much later`;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    level: { type: 'string', default: 'L2' },
    connectors: { type: 'string', default: CONNECTORS.join(',') },
    scenarios: { type: 'string', default: SCENARIOS.join(',') },
    'outage-seconds': { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});
const [rows, outageSeconds] = [Number(values.rows), Number(values['outage-seconds'])];
const [connectors, scenarios] = [values.connectors.split(','), values.scenarios.split(',')];
const known =
  connectors.every((name) => CONNECTORS.includes(name)) &&
  scenarios.every((name) => SCENARIOS.includes(name));
if (values.help || !known || !/^L[123]$/.test(values.level) || !(rows >= 100) || !(outageSeconds >= 0)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 64);
}

/** Repeats at once are a tenth of the calls, and ten that may be saved up. */
const keepsBudget = ({ calls, retries }) => retries <= calls / 10 + 10;
/** Calls that the source did answer well, beside those that a quiet day needs. */
const MOST_CALLS = 1.1;

const folder = mkdtempSync('/var/tmp/hub06-parity-');
chmodSync(folder, 0o711);
const simulator = await SimulatorProcess.start();
const hub = await startHub({ SIMULATOR_URL: simulator.url });
const db = new Client({ connectionString: product('src/cli/with-database.js').findEmbeddedUrl(hub.dataDir) });
const stop = async () => {
  await db.end().catch(() => {});
  await hub.stop();
  await simulator.kill();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stop().then(() => process.exit(1)));
let failures = 0;
try {
  await db.connect();
  const { file, expected } = makeDirtyPeople(folder, rows, values.level);
  await quieten();
  const stand = { hub, simulator, db, expected, outageSeconds, datasetId: await bringIn(hub, file) };
  console.log(
    `${rows.toLocaleString('en')} dirty rows (${values.level}), simulated people; each row of the table is one run\n`,
  );
  console.log('connector scenario      hash      wrong  requests  spoilt  ratio  at once     seconds');
  const golden = await verifyOnce(stand, { connector: 'ndop', scenario: 'happy' });
  for (const connector of connectors) {
    const quiet = connector === 'ndop' ? golden : await verifyOnce(stand, { connector, scenario: 'happy' });
    for (const scenario of scenarios) {
      const figures = scenario === 'happy' ? quiet : await verifyOnce(stand, { connector, scenario, quiet });
      const problems = judge(figures, golden, quiet);
      failures += problems.length;
      tell(figures, quiet, problems);
    }
  }
} finally {
  await stop();
}
console.log(failures === 0 ? '\nOne hash, nothing wrong, budget kept.' : `\n${failures} things do not hold.`);
process.exit(failures === 0 ? 0 : 1);

/** The hub's own synchronisations ask the same source: here they would be counted with the rest. */
async function quieten() {
  for (const { id } of (await hub.ask('schedules')).schedules) await hub.ask('pause-schedule', { id });
  const busy = `select 1 from run where state in ('QUEUED', 'RUNNING') limit 1`;
  while ((await db.query(busy)).rows.length > 0) await delay(200);
}

function judge(figures, golden, quiet) {
  return [
    figures.state !== 'SUCCEEDED' && `ended as ${figures.state}`,
    figures.hash !== golden.hash && 'other verdicts',
    figures.wrong > 0 && 'wrong verdicts',
    !keepsBudget(figures) && 'repeated beyond the budget',
    ratioOf(figures, quiet) > MOST_CALLS && 'asked more than needed',
  ].filter(Boolean);
}

/** Calls that were not spoilt, to those that the same rows need on a quiet day. */
function ratioOf({ requests, spoilt }, quiet) {
  return (requests - spoilt) / quiet.requests;
}

function tell(figures, quiet, problems) {
  const { connector, scenario, hash, wrong, requests, spoilt, calls, retries, seconds } = figures;
  console.log(
    `${connector.padEnd(9)} ${scenario.padEnd(13)} ${hash.slice(0, 8)} ${String(wrong).padStart(6)} ${String(requests).padStart(9)}` +
      ` ${String(spoilt).padStart(7)}  ${ratioOf(figures, quiet).toFixed(3)}  ${`${retries}/${calls}`.padEnd(9)} ${seconds.toFixed(1).padStart(9)}` +
      `${problems.length > 0 ? `  ${problems.join(', ')}` : ''}`,
  );
}
