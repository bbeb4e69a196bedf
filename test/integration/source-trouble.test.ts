/** A source in trouble: chunks wait and go on by themselves, the result is that of a quiet day, and nothing becomes "not found". */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listConnectors } from '../../src/db/queries/list-connectors';
import { listRunProgress } from '../../src/db/queries/list-run-progress';
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
  /** Calls that the source was asked. */
  let asked = 0;

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
  const until = <T>(what: string, is: () => Promise<T>) => waitFor(is, { what, withinMs: 30_000 });
  const openSimulator = (port: number) =>
    startSimulator({
      port,
      people: PEOPLE,
      seed: SEED,
      controlApi: true,
      onRequestLog: () => (asked += 1),
    });

  beforeAll(async () => {
    simulator = await openSimulator(0);
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
    simulator = await openSimulator(port);
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

  it('lets another worker go on from what is judged of a chunk that was given back', async () => {
    const people = { count: 600, sampleSeed: 9, people: PEOPLE, registerSeed: SEED, dirty: 'L2' } as const;
    await writePeople({ ...people, out: file });
    const few = await hub.bringIn(file);
    const bySoap = () => hub.verify(few, { connector: 'csdlqgvdc-soap', purpose: 'DOI_SOAT' });
    asked = 0;
    const quiet = await bySoap();
    expect(await hub.waitUntilSettled(quiet)).toBe('SUCCEEDED');
    const needed = asked;

    asked = 0;
    const runId = await bySoap();
    await until('half of the calls', () => Promise.resolve(asked > needed / 2));
    const { port } = simulator;
    await simulator.close();
    const kept = await until('judged rows of waiting chunks', async () => {
      const [row] = await hub.db.query<{ rows: number }[]>(
        `select count(*)::int as rows from verdict where run_id = $1
           and not exists (select from chunk where run_id = $1 and state = 'LEASED')`,
        [runId],
      );
      return row?.rows ?? 0;
    });
    const [progress] = await listRunProgress(hub.db, [runId]);
    expect(progress).toMatchObject({ state: 'RUNNING', done: kept });
    await worker.close();
    worker = await runWorker(hub.config);
    simulator = await openSimulator(port);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(runId)).toEqual(await hub.hashVerdicts(quiet));
    const [ended] = await listRunProgress(hub.db, [runId]);
    expect(Object.values(ended?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(people.count);
    expect(asked).toBeLessThan(needed * 1.1);
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
