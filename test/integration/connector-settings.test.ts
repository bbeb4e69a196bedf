/** An administrator sets connectors up in the hub: checked, secrets sealed, taken up by running workers, one source's trouble kept from the others. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setConnectorSettings } from '../../src/services/sources/set-connector-settings';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { openTestGateway, TEST_SECRET, type TestGateway } from '../support/gateway';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const PEOPLE = 50_000;
const SEED = 6;
const [NDOP, SOAP] = ['csdlqgvdc-ndop', 'csdlqgvdc-soap'];
const SECRET_VALUE = 'khoa-that-su-bi-mat-4711';
const SET = readFileSync(
  join(__dirname, '..', '..', 'schema', 'operations', 'set-connector-settings.graphql'),
  'utf8',
);
const LIST = readFileSync(join(__dirname, '..', '..', 'schema', 'operations', 'connectors.graphql'), 'utf8');

describe('settings of connectors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-settings-'));
  const file = join(folder, 'people.csv');
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let gateway: TestGateway;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    gateway = await openTestGateway();
    hub = await openTestHub({
      databaseUrl: gateway.database.url,
      environment: { SIMULATOR_URL: simulator.url, HUB_SECRET: TEST_SECRET },
    });
    worker = await runWorker(hub.config);
    const people = { count: 4_000, sampleSeed: 2, people: PEOPLE, registerSeed: SEED };
    await writePeople({ ...people, dirty: 'L2', out: file });
  });

  afterAll(async () => {
    await worker.close();
    await hub.close();
    await gateway.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Shown {
    readonly id: string;
    readonly settings: Record<string, unknown> | null;
    readonly secretsStored: boolean;
    readonly settingsProblem: string | null;
    readonly settingsSchema: { readonly properties: Record<string, { writeOnly?: boolean }> };
  }
  const show = async (id: string, key = gateway.keys.admin): Promise<Shown> => {
    const { data } = await gateway.ask(LIST, {}, { key });
    const { connectors } = data as { connectors: Shown[] };
    const found = connectors.find((one) => one.id === id);
    if (!found) throw new Error(`no connector ${id}`);
    return found;
  };
  const set = async (connector: string, settings: object, key = gateway.keys.admin) => {
    const { data, errors } = await gateway.ask(SET, { connector, settings }, { key });
    const answer = data as { setConnectorSettings: { code?: string; message?: string } } | undefined;
    return { ...answer?.setConnectorSettings, error: errors[0]?.extensions.code };
  };
  const until = (what: string, is: () => Promise<boolean>) => waitFor(is, { what, withinMs: 30_000 });

  it('shows what can be set, and what is set to administrators only', async () => {
    accepted(
      await setConnectorSettings(gateway.db, TEST_SECRET, hub.actor, {
        connector: NDOP,
        settings: { officer: 'canbo.sim' },
      }),
    );
    const shown = await show(SOAP);
    expect(Object.keys(shown.settingsSchema.properties)).toEqual(['url', 'user', 'secretKey', 'officer']);
    expect(shown.settingsSchema.properties.secretKey?.writeOnly).toBe(true);
    expect((await show(NDOP)).settings).toEqual({ officer: 'canbo.sim' });
    expect((await show(NDOP, gateway.keys.viewer)).settings).toBeNull();
  });

  it('lets administrators alone change them, and refuses what does not fit without quoting it', async () => {
    expect((await set(SOAP, { officer: 'x' }, gateway.keys.operator)).error).toBe('FORBIDDEN');
    expect((await set('no-such', {})).code).toBe('CONNECTOR_NOT_FOUND');
    const refused = await set(SOAP, { url: SECRET_VALUE, nonsense: SECRET_VALUE, officer: 7 });
    expect(refused.code).toBe('CONNECTOR_SETTINGS_INVALID');
    for (const name of ['url', 'nonsense', 'officer']) expect(refused.message).toContain(`${name}:`);
    expect(refused.message).not.toContain(SECRET_VALUE);
    expect((await show(SOAP)).settings).toEqual({});
  });

  it('seals a secret: nobody reads it back, and the worker finds out that the source refuses it', async () => {
    expect((await set(SOAP, { secretKey: SECRET_VALUE })).code).toBeUndefined();
    const shown = await show(SOAP);
    expect(shown).toMatchObject({ secretsStored: true, settings: {} });
    expect(JSON.stringify(shown)).not.toContain(SECRET_VALUE);
    const [stored] = await gateway.db.query<{ everything: string }[]>(
      `select (select string_agg(connector::text, '') from connector) ||
        (select string_agg(audit_entry::text, '') from audit_entry) as everything`,
    );
    expect(stored?.everything).toContain('secretKey');
    expect(stored?.everything).not.toContain(SECRET_VALUE);
    expect(stored?.everything).not.toContain(Buffer.from(SECRET_VALUE).toString('hex'));
    await until('the refusal of the source to show', async () => {
      return (await show(SOAP)).settingsProblem === 'SOURCE_REJECTED_AUTH_FAILED';
    });
    await set(SOAP, { secretKey: null });
    await until('the problem to be gone', async () => (await show(SOAP)).settingsProblem === null);
    expect((await show(SOAP)).secretsStored).toBe(false);
  });

  it('keeps one source in trouble from the runs of another, and goes on once it is mended', async () => {
    const datasetId = await hub.bringIn(file);
    const quiet = await hub.verify(datasetId, { connector: NDOP });
    expect(await hub.waitUntilSettled(quiet)).toBe('SUCCEEDED');
    const golden = await hub.hashVerdicts(quiet);
    // Port 1 is reserved, and nothing listens there.
    await set(SOAP, { url: 'http://127.0.0.1:1/soap' });
    const troubled = await hub.verify(datasetId, { connector: SOAP });
    await until('the troubled run to wait', async () => {
      const waiting = await hub.db.query<unknown[]>(
        `select 1 from chunk where run_id = $1 and state = 'WAITING_CONNECTOR'`,
        [troubled],
      );
      return waiting.length > 0;
    });
    for (let run = 0; run < 3; run += 1) {
      const other = await hub.verify(datasetId, { connector: NDOP });
      expect(await hub.waitUntilSettled(other)).toBe('SUCCEEDED');
    }
    expect(await hub.stateOf(troubled)).toBe('RUNNING');
    await set(SOAP, { url: null });
    expect(await hub.waitUntilSettled(troubled)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(troubled)).toEqual(golden);
  });

  it('ends a run with a code when its connector cannot be opened as it is set up', async () => {
    const datasetId = await hub.bringIn(file);
    // What the schema allows and the connector does not: an address of another kind.
    expect((await set(SOAP, { url: 'ftp://127.0.0.1/' })).code).toBeUndefined();
    await until('the problem to show', async () => {
      return (await show(SOAP)).settingsProblem === 'CONNECTOR_SETTINGS_INVALID';
    });
    const runId = await hub.verify(datasetId, { connector: SOAP });
    expect(await hub.waitUntilSettled(runId)).toBe('FAILED_CONFIG');
    const [run] = await hub.db.query<object[]>('select error_code from run where id = $1', [runId]);
    expect(run).toEqual({ error_code: 'CONNECTOR_SETTINGS_INVALID' });
    await set(SOAP, { url: null });
  });
});
