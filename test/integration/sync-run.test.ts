/** Synchronisations end to end: every item of the matrix observed, nothing counted twice, one silent province no failure of the run. */
import { randomUUID } from 'node:crypto';
import { startSync } from '../../src/services/runs/start-sync';
import { listIndicators } from '../../src/db/queries/list-indicators';
import { readReferenceMatrix, flattenItems } from '../../src/services/reference/reference-data';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, type RunningSimulator } from '../../workers/simulator';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';
import { spawnWorker } from '../support/worker-process';

const SOURCES = ['ioc', 'dvc-stats', 'eid-stats', 'lodging', 'population-aggregates'];
const HOUR = 3_600_000;
/** A noon not long ago: what a node says must not lie in the future of the hub. */
const START = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 10 * 24 * HOUR + 5 * HOUR;

describe('a synchronisation', () => {
  let now = START;
  let simulator: RunningSimulator;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: 100_000, seed: 6, controlApi: true, now: () => now });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config, () => now);
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
  });

  const start = (connector: string, localityCode = 'VN', idempotencyKey: string = randomUUID()) =>
    startSync(hub.db, hub.doorbell, hub.actor, { connector, localityCode, idempotencyKey });
  const sync = async (connector: string, localityCode = 'VN') => {
    const { runId } = accepted(await start(connector, localityCode));
    return { runId, state: await hub.waitUntilSettled(runId) };
  };
  /** As an administrator would; the worker opens the connector anew. */
  const moveSource = async (connector: string, url: string) => {
    await hub.db.query(
      'update connector set settings = $2, settings_version = settings_version + 1, settings_problem = $3 where key = $1',
      [connector, { url }, 'UNTRIED'],
    );
    await waitFor(
      async () =>
        (
          await hub.db.query<object[]>(
            'select 1 from connector where key = $1 and settings_problem is null',
            [connector],
          )
        ).length === 1,
      { what: 'the connector to be opened anew' },
    );
  };
  const play = (name: string) =>
    fetch(`${simulator.url}/control/scenario`, { method: 'POST', body: JSON.stringify({ name }) });
  const nodes = () =>
    hub.db.query<{ code: string; stage: string; failures: number }[]>(
      `select locality_code as code, stage, consecutive_failures as failures from ioc_node order by 1`,
    );
  const stagesOf = async () => [...new Set((await nodes()).map(({ stage }) => stage))];
  const store = async () =>
    (
      await hub.db.query<{ hash: string; rows: number }[]>(
        `select count(*)::int as rows, md5(string_agg(concat_ws('|', locality_code, feed_code, receiver_key, version,
           numerator, denominator), ',' order by locality_code, feed_code, receiver_key)) as hash from feed_record`,
      )
    )[0]!;
  const totals = async () =>
    (
      await hub.db.query<Record<'offered' | 'accepted' | 'rejected' | 'deduplicated', number>[]>(
        `select sum(offered)::int as offered, sum(accepted)::int as accepted, sum(rejected)::int as rejected,
           sum(deduplicated)::int as deduplicated from ioc_feed`,
      )
    )[0]!;
  const latest = async (indicator: string, locality: string) =>
    (
      await hub.db.query<{ numerator: number; denominator: number | null; simulated: boolean }[]>(
        `select numerator, denominator, simulated from observation where indicator_code = $1 and locality_code = $2
         order by observed_at desc, id desc limit 1`,
        [indicator, locality],
      )
    )[0];

  it('of all five sources leaves no item of the matrix without an observation', async () => {
    for (const source of SOURCES) {
      const { state } = await sync(source, source === 'ioc' ? 'VN' : '48');
      expect([source, state]).toEqual([source, 'SUCCEEDED']);
    }
    expect(await stagesOf()).toEqual(['TRIAL']);
    expect(await latest('GOV_CENTRE_CONNECTED', 'VN')).toEqual({
      numerator: 0,
      denominator: 34,
      simulated: true,
    });
    const indicators = await listIndicators(hub.db, null);
    const numbered = flattenItems(readReferenceMatrix()).filter(({ blank }) => !blank);
    const bare = numbered.filter(
      ({ path }) => !indicators.some((one) => one.itemPath === path && one.lastObservedAt !== null),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
    const { offered, accepted: taken, rejected, deduplicated } = await totals();
    expect(offered).toBe(taken + rejected);
    for (const count of [rejected, deduplicated]) expect(count).toBeGreaterThan(0);
    expect((await store()).rows).toBeGreaterThan(500);
  });

  it('changes nothing when the same pages come again, in whatever order', async () => {
    const [before, counted] = [await store(), await totals()];
    await sync('ioc', '48');
    expect([await store(), await totals()]).toEqual([before, counted]);
    // A source that starts over sends old versions after new ones.
    await hub.db.query('update ioc_feed set cursor = null');
    await sync('ioc', '48');
    expect(await store()).toEqual(before);
    const again = await totals();
    expect(again.deduplicated - counted.deduplicated).toBe(again.accepted - counted.accepted);
    expect(again.offered).toBeGreaterThan(counted.offered);
  });

  it('notes a silent province as that province’s state, and goes on with the others', async () => {
    await play('ioc-silent');
    now += HOUR;
    expect((await sync('ioc')).state).toBe('SUCCEEDED_WITH_ISSUES');
    expect((await nodes()).filter(({ stage }) => stage !== 'CONNECTED')).toEqual([
      { code: '48', failures: 1, stage: 'TRIAL' },
    ]);
    expect(await latest('IOC_PROVINCES_CONNECTED', 'VN')).toMatchObject({ numerator: 33, denominator: 34 });
    await play('ioc-connected');
    await sync('ioc', '48');
    expect(await latest('GOV_CENTRE_CONNECTED', 'VN')).toMatchObject({ numerator: 34, denominator: 34 });
    await play('ioc-silent');
    for (const [failures, stage] of [
      [1, 'CONNECTED'],
      [2, 'DEGRADED'],
    ] as const) {
      now += HOUR;
      await sync('ioc', '48');
      expect((await nodes()).find(({ code }) => code === '48')).toEqual({ code: '48', failures, stage });
    }
    expect(await latest('IOC_PROVINCES_CONNECTED', 'VN')).toMatchObject({ numerator: 33, denominator: 34 });
    await play('ioc-connected');
    await sync('ioc', '48');
    expect(await stagesOf()).toEqual(['CONNECTED']);
    const steps = await hub.db.query<{ step: string }[]>(
      `select from_stage || '>' || to_stage as step from ioc_stage_change where locality_code = '48' order by id`,
    );
    expect(steps.map(({ step }) => step)).toEqual([
      'NOT_STARTED>TRIAL',
      'TRIAL>CONNECTED',
      'CONNECTED>DEGRADED',
      'DEGRADED>CONNECTED',
    ]);
  });

  it('fails as a run only when no province answered, and says why', async () => {
    await moveSource('lodging', 'http://127.0.0.1:1');
    const { runId, state } = await sync('lodging', '48');
    const [run] = await hub.db.query<{ error: string }[]>(
      'select error_code as error from run where id = $1',
      [runId],
    );
    expect([state, run?.error]).toEqual(['FAILED_SYSTEM', expect.stringMatching(/^SOURCE_/)]);
  });

  it('is one at a time for a connector and a locality, and the same for the same key', async () => {
    await worker.close();
    const key = randomUUID();
    const { runId } = accepted(await start('eid-stats', '01', key));
    expect(await start('eid-stats', '01', key)).toEqual({ runId });
    expect(await start('eid-stats')).toEqual({ refused: 'SYNC_UNDER_WAY' });
    expect(await start('eid-stats', '01')).toEqual({ refused: 'SYNC_UNDER_WAY' });
    expect(await start('eid-stats', '04', key)).toEqual({ refused: 'IDEMPOTENCY_CONFLICT' });
    accepted(await start('eid-stats', '04'));
    expect(await start('csdlqgvdc-ndop')).toEqual({ refused: 'CONNECTOR_CANNOT_SYNC' });
    expect(await start('ioc', '048')).toEqual({ refused: 'LOCALITY_NOT_FOUND' });
  });

  it('is applied once although its worker is killed between result and commit', async () => {
    now += 20 * HOUR;
    const { runId } = accepted(await start('ioc', '79'));
    const before = await totals();
    const doomed = spawnWorker(hub, simulator.url, { FAILPOINT: 'settle.afterResults:kill' });
    expect(await doomed.ended).toBe('SIGKILL');
    worker = await runWorker(hub.config, () => now);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    const run = await hub.db.query<{ offered: number; observed: number }[]>(
      `select sum((counts ->> 'offered')::int)::int as offered, sum((counts ->> 'observations')::int)::int as observed
       from chunk where run_id = $1`,
      [runId],
    );
    const after = await totals();
    expect(after.offered - before.offered).toBe(run[0]?.offered);
    const [stored] = await hub.db.query<{ observed: number }[]>(
      `select count(*)::int as observed from observation where run_id = $1 and locality_code <> 'VN'`,
      [runId],
    );
    expect(stored?.observed).toBe(run[0]?.observed);
    await waitFor(async () => (await hub.stateOf(runId)) === 'SUCCEEDED', { what: 'the run to stay over' });
  });
});
