/** A source in trouble: chunks wait and go on by themselves, the result is that of a quiet day, and nothing becomes "not found". */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listConnectors } from '../../src/db/queries/list-connectors';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { cloneDatabase } from '../support/database';
import { openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const PEOPLE = 100_000;
const SEED = 6;
const ROWS = 20_000;
const NDOP = 'csdlqgvdc-ndop';

describe('a verification run against a troubled source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-trouble-'));
  const file = join(folder, 'people.csv');
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;
  let datasetId: string;
  let golden: { rows: number; hash: string };

  const play = async (name: string) => {
    const answer = await fetch(`${simulator.url}/control/scenario`, {
      method: 'POST',
      body: JSON.stringify({ name }),
    });
    expect(answer.status).toBe(200);
  };
  const runOf = async (runId: string) => {
    const [run] = await hub.db.query<{ state: string; errorCode: string | null }[]>(
      'select state, error_code as "errorCode" from run where id = $1',
      [runId],
    );
    return run;
  };
  const ndop = async () => {
    const [row] = await listConnectors(hub.db, [NDOP]);
    if (!row) throw new Error('the connector is not registered');
    return row;
  };
  const until = (what: string, is: () => Promise<boolean>) => waitFor(is, { what, withinMs: 30_000 });

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED, controlApi: true });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config);
    const people = { count: ROWS, sampleSeed: 5, people: PEOPLE, registerSeed: SEED };
    await writePeople({ ...people, dirty: 'L2', out: file });
    datasetId = await hub.bringIn(file);
    const runId = await hub.verify(datasetId);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    golden = await hub.hashVerdicts(runId);
    expect(golden.rows).toBe(ROWS);
  });

  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['outage', 'throttled', 'hostile', 'slow-evening'])(
    'finds under "%s" what it finds on a quiet day',
    async (scenario) => {
      await play(scenario);
      const runId = await hub.verify(datasetId);
      expect(await hub.waitUntilSettled(runId, 100_000)).toBe('SUCCEEDED');
      expect(await hub.hashVerdicts(runId)).toEqual(golden);
      // Only this source tells how many calls it still allows.
      if (scenario === 'throttled')
        await until('the quota to be seen', async () => ((await ndop()).health.quotaLeft ?? 0) > 900_000);
      await play('happy');
    },
  );

  it('lets chunks wait while the source is gone, shows it, and goes on by itself', async () => {
    const { port } = simulator;
    await simulator.close();
    const runId = await hub.verify(datasetId);
    await until('chunks to wait', async () => {
      const waiting = await hub.db.query<unknown[]>(
        `select 1 from chunk where run_id = $1 and state = 'WAITING_CONNECTOR' limit 1`,
        [runId],
      );
      return waiting.length > 0;
    });
    await until('the breaker to be seen open', async () => (await ndop()).health.breaker === 'OPEN');
    expect(await hub.stateOf(runId)).toBe('RUNNING');
    simulator = await startSimulator({ port, people: PEOPLE, seed: SEED, controlApi: true });
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(runId)).toEqual(golden);
    await until('the breaker to be seen closed', async () => (await ndop()).health.breaker === 'CLOSED');
    const events = await hub.db.query<{ event: string; detail: { reason?: string } }[]>(
      `select event, detail from run_event where run_id = $1 and event = 'CHUNK_GIVEN_BACK'`,
      [runId],
    );
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ detail }) => /^SOURCE_(CONNECTION|BREAKER_OPEN)$/.test(detail.reason ?? ''))).toBe(
      true,
    );
  });

  it('stops a run whose purpose is not licensed, and keeps the code of the source', async () => {
    const runId = await hub.verify(datasetId, { purpose: 'CHUA-CAP-PHEP-01' });
    expect(await hub.waitUntilSettled(runId)).toBe('FAILED_CONFIG');
    expect(await runOf(runId)).toEqual({ state: 'FAILED_CONFIG', errorCode: 'SOURCE_REJECTED_004' });
    const verdicts = await hub.hashVerdicts(runId);
    expect(verdicts.rows).toBe(0);
    await until('the code to be seen', async () => (await ndop()).health.lastError === 'SOURCE_REJECTED_004');
  });
});
