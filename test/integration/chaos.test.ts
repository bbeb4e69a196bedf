/**
 * Workers are killed at every instant of a chunk's life and at random, paused past their lease; PostgreSQL is
 * restarted, Redis wiped. The result must be, to the byte, that of a run that nobody disturbed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { migrateDatabase } from '../../src/cli/migrate-database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/cli/postgres/embedded-postgres';
import { readConfig } from '../../src/config';
import { Dataset } from '../../src/db/entities/dataset.entity';
import { isSettled } from '../../src/domain/run/run-state';
import { createLog } from '../../src/log';
import { FAILPOINTS } from '../../src/services/runs/failpoint';
import { startSimulator, writePeople } from '../../workers/simulator';
import { backends } from '../support/backends';
import { openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';
import { spawnWorker, type WorkerProcess } from '../support/worker-process';

const PEOPLE = 100_000;
const SEED = 6;
const ROWS = 9_000;
/** Short leases make takeovers quick; the last test uses the product's own. */
const LEASE_SECONDS = '2';

describe.each(backends())('chaos on $name', ({ name, redisUrl }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-chaos-'));
  const postgresFolder = mkdtempSync(join(tmpdir(), 'hub06-chaos-postgres-'));
  const file = join(folder, 'people.csv');
  let postgres: EmbeddedPostgres;
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let datasetId: string;
  let golden: { rows: number; hash: string };
  const workers: WorkerProcess[] = [];

  const startWorker = (extra: Record<string, string> = {}) => {
    const worker = spawnWorker(hub, simulator.url, extra);
    workers.push(worker);
    return worker;
  };
  const stopWorkers = async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  };
  const finish = async (runId: string) => {
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(runId)).toEqual(golden);
    const [chunks] = await hub.db.query<{ seqs: number; open: number }[]>(
      `select sum(last_seq - first_seq + 1) filter (where step = 'WORK' and state = 'DONE')::int as seqs,
         count(*) filter (where state in ('READY', 'LEASED', 'BLOCKED'))::int as open
       from chunk where run_id = $1`,
      [runId],
    );
    expect(chunks).toEqual({ seqs: ROWS, open: 0 });
  };

  beforeAll(async () => {
    // A server of this file's own: it will be restarted, and other files must not feel it.
    postgres = await startEmbeddedPostgres({ folder: postgresFolder });
    const config = readConfig({ NODE_ENV: 'test', HUB_MODE: 'production', HUB_SECRET: 'x'.repeat(32) });
    const log = createLog({ process: 'test', level: 'silent' });
    await migrateDatabase({ ...config, databaseUrl: postgres.url }, log);
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED, scenario: slowScenario(folder) });
    hub = await openTestHub({
      databaseUrl: postgres.url,
      redisUrl: redisUrl(),
      environment: { HUB_LEASE_SECONDS: LEASE_SECONDS },
    });
    await writePeople({
      count: ROWS,
      sampleSeed: 3,
      people: PEOPLE,
      registerSeed: SEED,
      dirty: 'L2',
      out: file,
    });
    const worker = startWorker();
    datasetId = await hub.bringIn(file);
    await waitFor(() => worker.log().includes('worker is ready'), { what: 'the worker' });
    const runId = await hub.verify(datasetId);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    golden = await hub.hashVerdicts(runId);
    expect(golden.rows).toBe(ROWS);
    await worker.stop();
  });

  afterEach(stopWorkers);

  afterAll(async () => {
    await stopWorkers();
    await hub.close();
    await simulator.close();
    await postgres.stop('immediate');
    for (const made of [folder, postgresFolder]) rmSync(made, { recursive: true, force: true });
  });

  it.each(FAILPOINTS)('survives a kill -9 at %s', async (failpoint) => {
    const doomed = startWorker({ FAILPOINT: `${failpoint}:kill` });
    const runId = await hub.verify(datasetId);
    expect(await doomed.ended).toBe('SIGKILL');
    startWorker();
    await finish(runId);
  });

  it('survives ten kills at random moments', async () => {
    const random = seededRandom(name.length);
    let runId = await hub.verify(datasetId);
    for (let kill = 0; kill < 10; kill += 1) {
      const pair = [startWorker(), startWorker()];
      await waitFor(async () => pair.some((worker) => worker.log().includes('worker is ready')), {
        what: 'a worker',
      });
      await waitFor(() => random() < 0.1, { everyMs: 20 });
      await Promise.all(pair.map((worker) => worker.kill()));
      workers.length = 0;
      if ((await hub.stateOf(runId)) === 'SUCCEEDED') {
        await finish(runId);
        runId = await hub.verify(datasetId);
      }
    }
    startWorker();
    await finish(runId);
  });

  it('refuses the commit of a worker that slept past its lease', async () => {
    const sleeper = startWorker({ FAILPOINT: 'work.beforeSettle:stop' });
    const runId = await hub.verify(datasetId);
    await waitFor(() => isAsleep(sleeper), { what: 'the worker to be stopped' });
    startWorker();
    await finish(runId);
    sleeper.child.kill('SIGCONT');
    await waitFor(() => sleeper.log().includes('fenced'), { what: 'the sleeper to be told' });
    expect(await hub.hashVerdicts(runId)).toEqual(golden);
  });

  it('goes on after PostgreSQL was restarted', async () => {
    const worker = startWorker();
    const runId = await hub.verify(datasetId);
    await waitFor(async () => (await hub.stateOf(runId)) === 'RUNNING', { everyMs: 5 });
    await postgres.stop('immediate');
    await postgres.revive();
    await finish(runId);
    expect(worker.child.exitCode).toBeNull();
  });

  if (name === 'Redis') {
    it('goes on after Redis was wiped', async () => {
      startWorker();
      const runId = await hub.verify(datasetId);
      await waitFor(async () => (await hub.stateOf(runId)) === 'RUNNING', { everyMs: 5 });
      const redis = new Redis(hub.config.redisUrl ?? '');
      await redis.flushdb();
      redis.disconnect();
      await finish(runId);
    });
  }

  it('isolates a record that kills its worker each time, and finishes the others', async () => {
    const few = join(folder, 'few.csv');
    await writePeople({ count: 8, sampleSeed: 4, people: PEOPLE, registerSeed: SEED, out: few });
    const importer = startWorker();
    const fewId = await hub.bringIn(few);
    await waitFor(
      async () => (await hub.db.manager.findOneByOrFail(Dataset, { id: fewId })).state === 'READY',
    );
    await importer.stop();
    const runId = await hub.verify(fewId);
    // Whatever keeps workers running in production starts them again; here the test does.
    for (let state = await hub.stateOf(runId); !isSettled(state); state = await hub.stateOf(runId)) {
      const worker = startWorker({ FAILPOINT: 'record#5:kill', HUB_LEASE_SECONDS: '1' });
      await waitFor(async () => worker.child.signalCode !== null || isSettled(await hub.stateOf(runId)));
    }
    expect(await hub.stateOf(runId)).toBe('SUCCEEDED_WITH_ISSUES');
    const verdicts = await hub.db.query<{ seq: number; verdict: string }[]>(
      'select seq, verdict from verdict where run_id = $1 order by seq',
      [runId],
    );
    expect(verdicts.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(verdicts.filter((row) => row.verdict === 'UNAVAILABLE')).toEqual([
      { seq: 5, verdict: 'UNAVAILABLE' },
    ]);
  });

  it('recovers within 15 s with the lease that the product has by default', async () => {
    const doomed = startWorker({ FAILPOINT: 'work.beforeSettle:kill', HUB_LEASE_SECONDS: '8' });
    startWorker({ HUB_LEASE_SECONDS: '8' });
    const runId = await hub.verify(datasetId);
    await doomed.ended;
    const killed = Date.now();
    await finish(runId);
    expect(Date.now() - killed).toBeLessThan(15_000);
  });
});

/** Slow enough that a run of a few chunks lasts a moment in which it can be disturbed. */
function slowScenario(folder: string): string {
  const path = join(folder, 'slow.yaml');
  writeFileSync(path, 'name: slow\nlatency: { medianMs: 150, p95Ms: 150 }\n');
  return path;
}

function seededRandom(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

async function isAsleep(worker: WorkerProcess): Promise<boolean> {
  const { readFile } = await import('node:fs/promises');
  const stat = await readFile(`/proc/${worker.child.pid}/stat`, 'utf8').catch(() => '');
  return / T /.test(stat);
}
