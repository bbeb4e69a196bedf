/** The queue board on either back end: who may look, who may act, what is noted, and that its page asks nobody else. */
import { prepareQueue } from '../../src/jobs/backend';
import { openAlarmClock } from '../../src/jobs/alarm-clock';
import { createLog } from '../../src/log';
import { backends } from '../support/backends';
import { openTestGateway, type TestGateway } from '../support/gateway';

const BOARD = '/admin/queues';
const log = createLog({ process: 'test', level: 'silent' });

interface ListedQueue {
  readonly name: string;
  readonly readOnlyMode: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

describe.each(backends())('the queue board on $name', (backend) => {
  let gateway: TestGateway;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    const redisUrl = backend.redisUrl();
    gateway = await openTestGateway(redisUrl ? { REDIS_URL: redisUrl } : {});
    const settings = { databaseUrl: gateway.database.url, redisUrl };
    await prepareQueue(settings);
    const clock = openAlarmClock(settings, log);
    await clock.set([{ scheduleId: 'sync-ioc-VN', cron: '0 7 * * *', timeZone: 'Asia/Ho_Chi_Minh' }]);
    await clock.close();
    for (const role of ['operator', 'admin'] as const) cookies[role] = await enter(gateway.keys[role]);
  });
  afterAll(() => gateway.close());

  const enter = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${gateway.url}/session`, { method: 'POST', headers });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const ask = (path: string, cookie: string | undefined, more: RequestInit = {}) =>
    fetch(`${gateway.url}${BOARD}${path}`, {
      redirect: 'manual',
      ...more,
      headers: { ...(cookie ? { cookie } : {}), ...(more.headers as Record<string, string>) },
    });

  it('opens to operators of the nation in their session, and to nobody below', async () => {
    const [viewer, provincial] = [await enter(gateway.keys.viewer), await enter(gateway.keys.provincial)];
    const statuses = [undefined, viewer, provincial].map(
      async (cookie) => (await ask('/api/queues', cookie)).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 403, 403]);
    const led = await ask('/', undefined, { headers: { accept: 'text/html' } });
    expect([led.status, led.headers.get('location')]).toEqual([303, '/runs']);
  });

  it('shows both queues, which only an administrator may touch, and notes what was done', async () => {
    const list = async (cookie: string | undefined) => {
      const { queues } = (await (await ask('/api/queues', cookie)).json()) as { queues: ListedQueue[] };
      return queues.map(({ name, readOnlyMode, counts }) => [name, readOnlyMode, counts.delayed]);
    };
    expect(await list(cookies.operator)).toEqual([
      ['hub06-work', true, 0],
      ['hub06-alarms', true, 1],
    ]);
    expect((await list(cookies.admin)).map(([, readOnly]) => readOnly)).toEqual([false, false]);
    const pause = (cookie: string | undefined, headers = {}) =>
      ask('/api/queues/hub06-work/pause', cookie, { method: 'PUT', headers });
    expect((await pause(cookies.operator)).status).toBe(403);
    expect((await pause(cookies.admin, { origin: 'http://elsewhere.test' })).status).toBe(401);
    expect((await pause(cookies.admin)).status).toBe(200);
    expect((await ask('/api/queues/hub06-work/resume', cookies.admin, { method: 'PUT' })).status).toBe(200);
    const acts = await gateway.db.query<{ path: string }[]>(
      `select detail->>'path' as path from audit_entry where action = 'queue.act' order by id`,
    );
    expect(acts.map(({ path }) => path)).toEqual([
      '/api/queues/hub06-work/pause',
      '/api/queues/hub06-work/resume',
    ]);
  });

  it('serves its page without a word to anybody else', async () => {
    const page = await ask('/', cookies.operator, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(html).toContain('<base href="/admin/queues/"');
    expect(html).not.toMatch(/https?:\/\/|<style| style="/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.has('x-powered-by')).toBe(false);
    const [script] = /static\/js\/main[^"]+/.exec(html) ?? [];
    expect((await ask(`/${script}`, cookies.operator)).status).toBe(200);
  });
});
