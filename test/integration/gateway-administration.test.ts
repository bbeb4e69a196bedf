/** An administrator makes and revokes keys, reads who did what, and learns when the audit trail was touched. */
import { sealAudit } from '../../src/services/keys/seal-audit';
import { readOperation } from '../support/example-operation';
import { openTestGateway, TEST_SECRET, type TestGateway } from '../support/gateway';
import { waitFor } from '../support/wait-for';

describe('administration', () => {
  let gateway: TestGateway;
  const asAdmin = (operation: string, variables: object = {}) =>
    gateway.ask(readOperation(operation), variables, { key: gateway.keys.admin });
  const integrity = async () => (await asAdmin('audit-integrity')).data.auditIntegrity;

  beforeAll(async () => {
    gateway = await openTestGateway();
  });

  afterAll(() => gateway.close());

  it('makes a key that opens, is shown once, and soon opens nothing once it is revoked', async () => {
    const input = { label: 'IOC Đà Nẵng', role: 'OPERATOR', locality: '48', days: 30 };
    const { data } = await asAdmin('create-api-key', { input });
    const { key, apiKey } = data.createApiKey;
    const me = await gateway.ask('{ me { role locality { code } } }', {}, { key });
    expect(me.data.me).toEqual({ role: 'OPERATOR', locality: { code: '48' } });
    const listed = await asAdmin('api-keys');
    expect(listed.data.apiKeys).toContainEqual(expect.objectContaining({ id: apiKey.id, revokedAt: null }));
    expect(listed.text).not.toContain(key);

    expect((await asAdmin('revoke-api-key', { id: apiKey.id })).data.revokeApiKey.id).toBe(apiKey.id);
    // A gateway remembers for a moment whose a key is.
    await waitFor(async () => (await gateway.ask('{ me { role } }', {}, { key })).status === 401, {
      what: 'the revoked key to be refused',
    });
    const again = await asAdmin('revoke-api-key', { id: apiKey.id });
    expect(again.data.revokeApiKey.code).toBe('API_KEY_NOT_FOUND');

    const trail = await asAdmin('audit-entries', { subject: `api_key:${apiKey.id}` });
    expect(trail.data.auditEntries.nodes).toMatchObject([
      { action: 'API_KEY_REVOKED', actor: 'test' },
      { action: 'API_KEY_CREATED', actor: 'test' },
    ]);
    expect(trail.text).not.toContain(key);
  });

  it('pages through the trail without losing or repeating a line', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await asAdmin('audit-entries', { first: 2, after });
      seen.push(...data.auditEntries.nodes.map(({ id }: { id: string }) => id));
      after = data.auditEntries.pageInfo.hasNextPage ? data.auditEntries.pageInfo.endCursor : null;
      expect(seen.length).toBeLessThanOrEqual(data.auditEntries.totalCount);
      if (after === null) expect(seen).toHaveLength(data.auditEntries.totalCount);
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
  });

  it('finds what was rewritten or slipped into the sealed trail, and takes no other secret for its own', async () => {
    expect(await sealAudit(gateway.db, TEST_SECRET)).toBeGreaterThan(0);
    expect(await sealAudit(gateway.db, TEST_SECRET)).toBe(0);
    expect(await integrity()).toMatchObject({ intact: true, seals: 1, unsealedEntries: 0, brokenFrom: null });

    await expect(gateway.db.query("update audit_entry set action = 'X'")).rejects.toThrow('append-only');
    const rewrite = (action: string) =>
      gateway.db.query(
        `begin; alter table audit_entry disable trigger audit_entry_append_only;
         update audit_entry set action = '${action}' where id = (select min(id) from audit_entry);
         alter table audit_entry enable trigger audit_entry_append_only; commit`,
      );
    await rewrite('NOTHING_HAPPENED');
    expect(await integrity()).toMatchObject({ intact: false, brokenFrom: expect.stringMatching(/^\d+$/) });
    await rewrite('API_KEY_CREATED');
    expect(await integrity()).toMatchObject({ intact: true });

    await gateway.db.query(
      `insert into audit_entry (id, action, subject) overriding system value
       values ((select min(id) from audit_entry) - 1, 'SLIPPED_IN', 'x')`,
    );
    expect(await integrity()).toMatchObject({ intact: false });
  });

  it('tells how the machinery stands', async () => {
    const { data } = await asAdmin('system-health');
    expect(data.systemHealth).toMatchObject({ waiting: 0, held: 0, quarantined: 0 });
    expect(data.systemHealth.databaseBytes).toBeGreaterThan(1_000_000);
  });
});
