/** Whichever way the register is asked, the same rows get the same verdicts. (`npm run parity` shows it over lines that break.) */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setConnectorSettings } from '../../src/services/sources/set-connector-settings';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';

const PEOPLE = 200_000;
const SEED = 6;
const MINUTES = 60_000;

jest.setTimeout(10 * MINUTES);

describe('the two ways to the register', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-parity-'));
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config);
  });

  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const bringIn = async (count: number, dirty: 'L2' | 'L3') => {
    const out = join(folder, `${dirty}.csv`);
    await writePeople({ count, sampleSeed: 11, people: PEOPLE, registerSeed: SEED, dirty, out });
    return hub.bringIn(out);
  };
  const verdictsBy = async (connector: string, datasetId: string, purpose = 'DOI_SOAT') => {
    const runId = await hub.verify(datasetId, { connector, purpose });
    expect(await hub.waitUntilSettled(runId, 5 * MINUTES)).toBe('SUCCEEDED');
    // Six parts, and two more where the address was compared.
    const [{ addresses }] = await hub.db.query<[{ addresses: number }]>(
      `select count(*) filter (where explanation like '%;%;%;%;%;%')::int as addresses from verdict where run_id = $1`,
      [runId],
    );
    return { ...(await hub.hashVerdicts(runId)), addresses };
  };

  it('give the same verdicts on the same dirty rows', async () => {
    const datasetId = await bringIn(2_000, 'L3');
    const byNdop = await verdictsBy('csdlqgvdc-ndop', datasetId);
    expect(byNdop.rows).toBe(2_000);
    expect(await verdictsBy('csdlqgvdc-soap', datasetId)).toEqual(byNdop);
    expect(byNdop.addresses).toBeGreaterThan(50);
    // A purpose that no policy names: the source is not asked for addresses.
    expect(await verdictsBy('csdlqgvdc-ndop', datasetId, 'DOI-SOAT')).toMatchObject({ addresses: 0 });
  });

  it('give them also when the answers are fetched later', async () => {
    const datasetId = await bringIn(300, 'L2');
    const atOnce = await verdictsBy('csdlqgvdc-ndop', datasetId);
    const set = (way: 'BY_REQUEST' | null) =>
      setConnectorSettings(hub.db, 'not needed: no secret is set', hub.actor, {
        connector: 'csdlqgvdc-ndop',
        settings: { way },
      });
    await worker.close();
    accepted(await set('BY_REQUEST'));
    worker = await runWorker(hub.config);
    expect(await verdictsBy('csdlqgvdc-ndop', datasetId)).toEqual(atOnce);
    await worker.close();
    accepted(await set(null));
    worker = await runWorker(hub.config);
  });
});
