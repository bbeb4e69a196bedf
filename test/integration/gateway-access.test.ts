/** Who may do what: every root field against every kind of key, scopes of provinces, and what production mode closes. */
import { randomUUID } from 'node:crypto';
import { isObjectType } from 'graphql';
import { runGateway } from '../../src/gateway/main';
import { getSchema } from '../../src/gateway/schema';
import { ensureSandboxKeys } from '../../src/services/keys/ensure-sandbox-keys';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { FIELDS, ROLES } from '../support/root-fields';
import { giveEvidence, writeRun, type WrittenRun } from '../support/run-rows';

const ID = randomUUID();

/** The admin key is kept unused: its revocation is tried below, and a used key is remembered for seconds. */
const TRIED = ['nobody', 'viewer', 'operator', 'steward'] as const;

describe('access to the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('is tried on every root field that the schema has', () => {
    const schema = getSchema();
    const roots = [schema.getQueryType(), schema.getMutationType()].filter(isObjectType);
    const names = roots.flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    expect(Object.keys(FIELDS).sort()).toEqual(names.sort());
    // Each of them is refused without a key where the WebSocket is tried.
    expect(Object.keys(schema.getSubscriptionType()!.getFields()).sort()).toEqual([
      'alertRaised',
      'cellChanged',
      'connectorHealthChanged',
      'runProgress',
    ]);
  });

  it.each(
    Object.entries(FIELDS).flatMap(([field, [text, least]]) =>
      TRIED.map((role) => [field, role, text, least] as const),
    ),
  )('%s for %s', async (_field, role, text, least) => {
    const key = role === 'nobody' ? null : gateway.keys[role];
    const { status, errors } = await gateway.ask(text, {}, { key });
    const allowed = ROLES.indexOf(role) >= ROLES.indexOf(least);
    expect([status, errors.map((error) => error.extensions.code)]).toEqual(
      allowed ? [200, []] : role === 'nobody' ? [401, ['UNAUTHENTICATED']] : [403, ['FORBIDDEN']],
    );
  });

  it('refuses a key that is wrong, malformed, expired or revoked, whatever it asks', async () => {
    const { keys, db } = gateway;
    await db.query(`update api_key set revoked_at = now() where role = 'ADMIN' and label = 'test'`);
    for (const authorization of ['Bearer nonsense', 'Basic dGVzdA==', 'Bearer', `Bearer ${keys.admin}`]) {
      const reply = await gateway.ask(
        '{ serverInfo { version } }',
        {},
        { key: null, headers: { authorization } },
      );
      expect([authorization, reply.status]).toEqual([authorization, 401]);
    }
    await db.query(
      `update api_key set revoked_at = null, expires_at = now() - interval '1 second' where role = 'ADMIN'`,
    );
    expect((await gateway.ask('{ me { role } }', {}, { key: `${keys.admin}x` })).status).toBe(401);
  });

  it('keeps no key in the database that could be used', async () => {
    const rows = JSON.stringify(
      await gateway.db.query(`select *, encode(hash, 'base64') as text from api_key`),
    );
    for (const key of Object.values(gateway.keys)) expect(rows).not.toContain(key.slice(-30));
  });

  describe('with a key of one province', () => {
    let own: WrittenRun;
    let others: WrittenRun;
    const asProvince = (query: string, variables = {}) =>
      gateway.ask(query, variables, { key: gateway.keys.provincial });

    beforeAll(async () => {
      own = await writeRun(gateway.db, { localityCode: '79' });
      others = await writeRun(gateway.db, { localityCode: '01' });
    });

    it('knows its province', async () => {
      const { data } = await asProvince('{ me { role keyPrefix locality { code name { vi } } } }');
      expect(data.me).toEqual({
        role: 'OPERATOR',
        keyPrefix: gateway.keys.provincial.slice(0, 21),
        locality: { code: '79', name: { vi: 'Thành phố Hồ Chí Minh' } },
      });
    });

    it('sees the datasets and runs of the province only', async () => {
      const { data } = await asProvince(
        '{ datasets { nodes { id runs { id } } } runs { totalCount nodes { id dataset { id } } } }',
      );
      expect(data).toEqual({
        datasets: { nodes: [{ id: own.datasetId, runs: [{ id: own.runId }] }] },
        runs: { totalCount: 1, nodes: [{ id: own.runId, dataset: { id: own.datasetId } }] },
      });
    });

    it('finds nothing of another province by its id', async () => {
      const { data } = await asProvince(
        'query ($run: ID!, $dataset: ID!) { run(id: $run) { id } dataset(id: $dataset) { id } }',
        { run: others.runId, dataset: others.datasetId },
      );
      expect(data).toEqual({ run: null, dataset: null });
    });

    it('cancels and starts nothing there', async () => {
      const { data } = await asProvince(
        `mutation ($run: ID!, $dataset: ID!) { cancelRun(id: $run) { ... on Refusal { code } }
         startRun(input: { kind: VERIFY, datasetId: $dataset, connector: "x", purpose: "y", idempotencyKey: "k" }) {
           ... on Refusal { code message } } }`,
        { run: others.runId, dataset: others.datasetId },
      );
      expect(data).toMatchObject({
        cancelRun: { code: 'RUN_NOT_FOUND' },
        startRun: { code: 'DATASET_NOT_FOUND' },
      });
      expect(data.startRun.message).toMatch(/tập dữ liệu/);
    });

    it('reads its own matrix and no other', async () => {
      expect((await asProvince('{ matrix(locality: "79") { id } }')).data.matrix.id).toBe('79.2025-H2');
      for (const locality of ['VN', '01']) {
        expect(
          (await asProvince(`{ matrix(locality: "${locality}") { id } }`)).errors[0]?.extensions.code,
        ).toBe('FORBIDDEN');
      }
    });

    it('does not reach another province’s run through evidence', async () => {
      await giveEvidence(gateway.db, {
        assessmentId: '79.2025-H2',
        itemPath: 'D.1',
        columnCode: 'BENEFIT_BUSINESS',
        times: 1,
      });
      const { data } =
        await asProvince(`{ matrix(locality: "79") { groups { items { cells { evidence { nodes {
        simulated ... on RunEvidence { run { id } } } } } } } } }`);
      const evidence = JSON.stringify(data).match(/\{"simulated":true,"run":[^}]*\}?/g);
      expect(evidence).toEqual(['{"simulated":true,"run":null}']);
    });

    it('names no other locality for its data', async () => {
      const make = `mutation ($l: String) { createDataset(input: { uploadId: "${ID}", name: "a", locality: $l }) { ... on Refusal { code } } }`;
      expect((await asProvince(make, { l: '01' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await asProvince(make, { l: '79' })).data.createDataset.code).toBe('UPLOAD_NOT_FOUND');
      const nowhere = await gateway.ask(make, { l: '03' }, { key: gateway.keys.operator });
      expect(nowhere.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    });
  });

  it('shows the pages, the figures and the explorer in sandbox mode', async () => {
    for (const path of ['/', '/explorer', '/metrics', '/livez', '/readyz']) {
      expect([path, (await fetch(gateway.url + path)).status]).toEqual([path, 200]);
    }
    const home = await fetch(gateway.url);
    expect(home.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
    expect(home.headers.get('x-powered-by')).toBeNull();
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/hub06_graphql_seconds_count\{operation="other",outcome="ok"\} \d+/);
  });
});

describe('production mode', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway({ HUB_MODE: 'production' });
  });
  afterAll(() => gateway.close());

  it('has no explorer, and figures only for those with a key', async () => {
    expect((await fetch(`${gateway.url}/explorer`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(401);
    const headers = { authorization: `Bearer ${gateway.keys.viewer}` };
    expect((await fetch(`${gateway.url}/metrics`, { headers })).status).toBe(200);
  });

  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Query") { name } }',
    'query { ...f } fragment f on Query { s: __schema { types { name } } }',
    '{ ... on Query { __type(name: "Run") { fields { name } } } }',
  ])('introspects for an admin only: %s', async (query) => {
    for (const key of [null, gateway.keys.viewer, gateway.keys.operator]) {
      const reply = await gateway.ask(query, {}, { key });
      expect(reply.errors[0]?.extensions.code).toBe('INTROSPECTION_DISABLED');
      expect(reply.data).toBeUndefined();
    }
    expect((await gateway.ask(query, {}, { key: gateway.keys.admin })).errors).toEqual([]);
    expect((await gateway.ask('{ __typename }', {}, { key: null })).data).toEqual({ __typename: 'Query' });
  });

  it('says that it is production', async () => {
    const { data } = await gateway.ask(
      '{ serverInfo { version mode queueBackend simulated } }',
      {},
      { key: null },
    );
    expect(data.serverInfo).toEqual({
      version: expect.any(String),
      mode: 'PRODUCTION',
      queueBackend: 'POSTGRES',
      simulated: true,
    });
  });

  it('does not start while keys of the sandbox open the database', async () => {
    await ensureSandboxKeys(gateway.db, { ...gateway.config, mode: 'sandbox' });
    await expect(runGateway(gateway.config)).rejects.toThrow(/production mode does not start with them/);
  });
});
