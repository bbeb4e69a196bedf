/** Proves `hub06 keys` against a gateway in production mode: a key made by it opens what its role may, until it is revoked. */
import { endKey, makeKey, readKeys } from '../../src/cli/manage-keys';
import { openTestGateway, type TestGateway } from '../support/gateway';

const NOW = new Date('2026-03-01T00:00:00Z');

describe('keys made on the command line', () => {
  let gateway: TestGateway;
  let config: Parameters<typeof makeKey>[0];
  beforeAll(async () => {
    gateway = await openTestGateway({ HUB_MODE: 'production' });
    config = { ...gateway.config, databaseUrl: gateway.database.url };
  });
  afterAll(() => gateway.close());

  const whoAmI = (key: string) => gateway.ask('{ me { role locality { code } } }', {}, { key });

  it('open the hub at once, within their role and locality', async () => {
    const key = await makeKey(config, { role: 'OPERATOR', label: 'Sở Tư pháp (thử)', locality: '79' }, NOW);
    expect((await whoAmI(key)).data.me).toEqual({ role: 'OPERATOR', locality: { code: '79' } });
  });

  it('open nothing any more once they are revoked, and stay in the list', async () => {
    const key = await makeKey(config, { role: 'VIEWER', label: 'to be revoked' }, NOW);
    const made = (await readKeys(config)).find(({ label }) => label === 'to be revoked');
    expect(made).toMatchObject({ role: 'VIEWER', localityCode: null, expiresAt: null, revokedAt: null });
    expect(key.startsWith(made?.prefix ?? '-')).toBe(true);
    await endKey(config, made?.id ?? '');
    expect((await whoAmI(key)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await readKeys(config)).find(({ id }) => id === made?.id)?.revokedAt).toBeInstanceOf(Date);
    await expect(endKey(config, made?.id ?? '')).rejects.toThrow('No key in use');
  });

  it('end by themselves after the days they were given for', async () => {
    const key = await makeKey(config, { role: 'ADMIN', label: 'short', days: 2 }, new Date(0));
    expect((await whoAmI(key)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('are not made for a locality that there is not, nor revoked by something that is no id', async () => {
    await expect(makeKey(config, { role: 'VIEWER', label: 'x', locality: 'ZZ' }, NOW)).rejects.toThrow(
      '"ZZ"',
    );
    await expect(endKey(config, "1' or true")).rejects.toThrow('No key in use');
  });
});
