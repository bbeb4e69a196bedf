/** The session of a browser: who gets one, what it opens, from which pages, and when it is over. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { revokeApiKey } from '../../src/services/keys/revoke-api-key';
import { createApiKey } from '../../src/services/keys/create-api-key';
import { openTestGateway, TEST_SECRET, type TestGateway } from '../support/gateway';
import { waitFor } from '../support/wait-for';

const ME = '{ me { role } }';
const ELSEWHERE = 'http://elsewhere.test';

describe('the session of a browser', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway({ HUB_ALLOWED_ORIGINS: ELSEWHERE });
  });
  afterAll(() => gateway.close());

  const open = (headers: Record<string, string>) =>
    fetch(`${gateway.url}/session`, { method: 'POST', headers });
  const enter = async (key: string) => {
    const [cookie = ''] = (await open({ authorization: `Bearer ${key}` })).headers.getSetCookie();
    return { cookie: cookie.split(';')[0] ?? '' };
  };
  const whoIs = async (headers: Record<string, string>) => {
    const { data } = await gateway.ask(ME, {}, { key: null, headers });
    return (data as { me: { role: string } } | null)?.me.role ?? null;
  };

  it('is a cookie that scripts cannot read, that other sites cannot send, and that ends with the browser', async () => {
    const answer = await open({ authorization: `Bearer ${gateway.keys.operator}` });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([
      204,
      [expect.stringMatching(/^hub06_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)],
    ]);
    const behindTls = await open({
      authorization: `Bearer ${gateway.keys.operator}`,
      'x-forwarded-proto': 'https',
    });
    expect(behindTls.headers.getSetCookie()[0]).toMatch(/; Secure/);
    for (const headers of [{}, { authorization: 'Bearer hub06_viewer_wrong' }]) {
      const refused = await open(headers);
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []]);
    }
  });

  it('opens what its key opens, and a key in the header comes before it', async () => {
    const session = await enter(gateway.keys.operator);
    expect(await whoIs(session)).toBe('OPERATOR');
    expect(await (await fetch(`${gateway.url}/session`, { headers: session })).json()).toEqual({
      open: true,
    });
    expect(await whoIs({ ...session, authorization: `Bearer ${gateway.keys.viewer}` })).toBe('VIEWER');
    const flat = await fetch(`${gateway.url}/flat/ioc-status.csv`, { headers: session });
    expect(flat.status).toBe(200);
    expect((await fetch(`${gateway.url}/flat/ioc-status.csv`)).status).toBe(401);
  });

  it('is not taken from a page of another origin, not even of an allowed one', async () => {
    const session = await enter(gateway.keys.operator);
    const { host } = new URL(gateway.url);
    expect(await whoIs({ ...session, origin: `http://${host}` })).toBe('OPERATOR');
    for (const origin of [ELSEWHERE, `http://${host}0`, 'null']) {
      expect(await whoIs({ ...session, origin })).toBeNull();
    }
  });

  it('lets the WebSocket of our own pages in, and of no others', async () => {
    const session = await enter(gateway.keys.viewer);
    const hello = async (origin: string) => {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: session,
        origin,
      });
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init' }));
      const answer = await Promise.race([
        once(socket, 'message').then(([data]) => (JSON.parse(String(data)) as { type: string }).type),
        once(socket, 'close').then(([code]) => code as number),
      ]);
      socket.terminate();
      return answer;
    };
    expect(await hello(gateway.url)).toBe('connection_ack');
    expect(await hello(ELSEWHERE)).toBe(4403);
  });

  it('is over when it is closed, and when its key is revoked', async () => {
    const closed = await fetch(`${gateway.url}/session`, { method: 'DELETE' });
    expect([closed.status, closed.headers.getSetCookie()[0]]).toEqual([
      204,
      expect.stringMatching(/^hub06_session=; Path=\/; Expires=Thu, 01 Jan 1970/),
    ]);
    const made = await createApiKey(gateway.db, TEST_SECRET, {
      label: 'test',
      role: 'VIEWER',
      localityCode: null,
    });
    const session = await enter(made.key);
    const [key] = await gateway.db.query<{ id: string }[]>(
      'select id from api_key order by created_at desc limit 1',
    );
    await revokeApiKey(gateway.db, null, key!.id);
    const answer = await waitFor(
      async () => {
        const found = await fetch(`${gateway.url}/session`, { headers: session });
        return ((await found.json()) as { open: boolean }).open ? null : found;
      },
      { what: 'the key to be forgotten', withinMs: 8_000 },
    );
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringMatching(/^hub06_session=; /),
    ]);
  });
});
