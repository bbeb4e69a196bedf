/** One verification through the real hub while the source plays a scenario: its verdicts as a hash, and what it cost the source. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { product } from '../accuracy/read-people.mjs';
import { countWrong } from './dirty-people.mjs';

/** No scenario of the simulator: its process is killed under way, and comes back so many seconds later. */
export const KILLED = 'killed';
const SIMULATOR_SEED = 6;

/** @returns {Promise<object>} the figures of one row of the table */
export async function verifyOnce(stand, { connector, scenario, quiet = null }) {
  const { hub, simulator, db, datasetId, expected, outageSeconds } = stand;
  const source = `csdlqgvdc-${connector}`;
  await simulator.play(scenario === KILLED ? 'happy' : scenario);
  const started = performance.now();
  const run = await startRun(hub, datasetId, source);
  const before =
    scenario === KILLED ? await outage(simulator, Math.ceil(quiet.requests / 3), outageSeconds) : 0;
  const repeats = { calls: 0, retries: 0 };
  let state = 'QUEUED';
  while (!/^(SUCCEEDED|FAILED|CANCELLED)/.test(state)) {
    await delay(200);
    await noteRepeats(db, source, repeats);
    [{ state }] = (await db.query('select state from run where id = $1', [run])).rows;
  }
  const seconds = (performance.now() - started) / 1_000;
  const requests = before + (await simulator.requests());
  const { rows } = await db.query(
    `select seq, verdict, underlying, reasons, confidence, weight_bits, class_number, class_name, class_birth_date,
       class_sex, explanation from verdict where run_id = $1 order by seq`,
    [run],
  );
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const wrong = countWrong(
    rows.map(({ verdict }) => verdict),
    expected,
  );
  return {
    connector,
    scenario,
    state,
    seconds,
    requests,
    spoilt: spoilt(scenario, requests),
    wrong,
    hash,
    ...repeats,
  };
}

async function startRun(hub, datasetId, connector) {
  const input = { kind: 'VERIFY', datasetId, connector, purpose: 'DOI_SOAT', idempotencyKey: randomUUID() };
  return (await hub.ask('start-run', { input })).startRun.id;
}

/** Kills the source in the middle of the work. Gives the calls that it had counted until then. */
async function outage(simulator, after, seconds) {
  let requests = 0;
  while (requests < after) {
    await delay(5);
    requests = await simulator.requests();
  }
  await simulator.kill();
  await delay(seconds * 1_000);
  await simulator.start();
  return requests;
}

/** The connector tells of its last 500 calls: the worst of all that were seen counts. */
async function noteRepeats(db, source, worst) {
  const seen = await db.query('select calls, retries from connector_vitals where connector_key = $1', [
    source,
  ]);
  for (const { calls, retries } of seen.rows)
    if (retries - calls / 10 > worst.retries - worst.calls / 10) Object.assign(worst, { calls, retries });
}

/** Calls that the scenario answered badly: what goes wrong is a function of seed, scenario and number of the call. */
function spoilt(name, requests) {
  if (name === KILLED) return 0;
  const { getScenario } = product('workers/simulator/scenario.js');
  const { decideFault } = product('workers/simulator/faults.js');
  const scenario = getScenario(name);
  let count = 0;
  for (let request = 1; request <= requests; request += 1)
    if (decideFault(scenario, SIMULATOR_SEED, request).fault !== null) count += 1;
  return count;
}
