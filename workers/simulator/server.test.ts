/** Proves the simulator as its callers meet it: over HTTP, with its control API and its end. */
import { request as httpRequest } from 'node:http';
import {
  ask,
  codeOf,
  deferred,
  listOf,
  people,
  question,
  register,
  running,
  seed,
  start,
  useSimulator,
  wireBirth,
} from './__fixtures__/ndop-caller';
import { type Person } from './register/person';
import { startSimulator } from './server';

useSimulator();

describe('look-up', () => {
  test('answers each person by number, old card, or name and birth; unknown ones with no candidate', async () => {
    await start();
    const known = register.person(5000);
    const carded = Array.from({ length: 50 }, (_, at) => register.person(at)).find(
      ({ oldCard }) => oldCard !== '',
    ) as Person;
    const reply = await ask(
      question([
        { IdBanGhi: 'a', SoDinhDanh: known.number },
        { IdBanGhi: 'b', SoCMND: carded.oldCard },
        { IdBanGhi: 'c', HoVaTen: known.name.upper, NgayThangNamSinh: wireBirth(known) },
        { IdBanGhi: 'd', SoDinhDanh: '000000000000' },
      ]),
    );
    expect(reply.status).toBe(200);
    expect(reply.headers.get('x-correlation-id')).toBe('run-1');
    const list = listOf(reply);
    expect(list.map(({ IdBanGhi }) => IdBanGhi)).toEqual(['a', 'b', 'c', 'd']);
    expect(list[0]?.UngVien.map(({ HoVaTen }) => HoVaTen.Ten)).toEqual([known.name.upper]);
    expect(list[1]?.UngVien.some(({ SoDinhDanh }) => SoDinhDanh === carded.number)).toBe(true);
    expect(list[2]?.UngVien.some(({ SoDinhDanh }) => SoDinhDanh === known.number)).toBe(true);
    expect(list[3]?.UngVien).toEqual([]);
    expect(JSON.parse(reply.text)).toMatchObject({ status: { code: 'CM_SUCCESS' }, data: { MoPhong: true } });
  });

  test.each([
    ['no JSON', () => '{', 400, 'CM_INVALID_REQUEST'],
    [
      'no message id',
      () => question([{ IdBanGhi: 'a', SoDinhDanh: '1' }], { msg_id: '' }),
      400,
      'CM_INVALID_REQUEST',
    ],
    ['unknown sender', () => question([], { sender_id: 'nobody' }), 401, 'CM_UNAUTHORISED'],
    ['no licence', () => question([], {}, { MaDVC: 'CHUA-CAP-PHEP-1' }), 403, '004'],
    ['officer without right', () => question([], {}, { MaCanBo: 'khong-quyen-1' }), 403, '005'],
    ['nobody asked for', () => question([]), 400, 'CM_INVALID_REQUEST'],
    [
      'too many',
      () => question(Array.from({ length: 1001 }, (_, id) => ({ IdBanGhi: `${id}`, SoDinhDanh: '1' }))),
      400,
      'CM_INVALID_REQUEST',
    ],
    [
      'one id twice',
      () => question([1, 2].map(() => ({ IdBanGhi: 'a', SoDinhDanh: '1' }))),
      400,
      'CM_INVALID_REQUEST',
    ],
    ['no key', () => question([{ IdBanGhi: 'a', HoVaTen: 'NGUYEN VAN SIM' }]), 400, 'CM_INVALID_REQUEST'],
    ['over a megabyte', () => ' '.repeat(1024 * 1024 + 1), 400, 'CM_INVALID_REQUEST'],
  ])('refuses %s', async (_, body, status, code) => {
    await start();
    const reply = await ask(body());
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  test('the same message id is answered once', async () => {
    await start();
    const body = question([{ IdBanGhi: 'a', SoDinhDanh: '000000000000' }]);
    expect((await ask(body)).status).toBe(200);
    const again = await ask(body);
    expect([again.status, codeOf(again)]).toEqual([409, 'CM_DUPLICATE_REQUEST']);
  });

  test('other paths are not found; health says that this is simulated', async () => {
    const { url } = await start();
    expect((await ask('{}', '/ndop/v2/tra-cuu')).status).toBe(404);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({
      ok: true,
      simulated: true,
      people,
      seed,
    });
  });

  test('the request log holds no personal value', async () => {
    const lines: string[] = [];
    await start('', { onRequestLog: (line) => lines.push(line) });
    const person = register.person(77);
    await ask(question([{ IdBanGhi: 'a', SoDinhDanh: person.number }]));
    await ask(question([{ IdBanGhi: 'a', HoVaTen: person.name.upper, NgayThangNamSinh: wireBirth(person) }]));
    expect(lines).toHaveLength(2);
    for (const secret of [person.number, person.name.upper, person.name.title])
      expect(lines.join('')).not.toContain(secret);
  });
});

describe('control API', () => {
  test('shows and changes the scenario, and counts requests from one again', async () => {
    const { url } = await start(undefined, { controlApi: true });
    await ask(question([{ IdBanGhi: 'a', SoDinhDanh: '000000000000' }]));
    expect(await (await fetch(`${url}/control/scenario`)).json()).toMatchObject({
      name: 'happy',
      requests: 1,
    });
    const changed = await ask('{"name":"outage"}', '/control/scenario');
    expect(JSON.parse(changed.text)).toMatchObject({ name: 'outage', requests: 0 });
    const unknown = await ask('{"name":"/etc/passwd"}', '/control/scenario');
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'CM_INVALID_REQUEST']);
  });

  test('is not there unless it was opened', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/control/scenario`)).status).toBe(404);
  });
});

describe('start and end', () => {
  test('a port that is taken is an error, not a second service', async () => {
    const { port } = await start();
    await expect(startSimulator({ port, people: 1000, seed })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('closing lets an answer that is being waited for go out, without its latency', async () => {
    await start('latency: { medianMs: 60000, p95Ms: 60000 }');
    const { port } = running();
    const body = question([{ IdBanGhi: 'a', SoDinhDanh: register.person(3).number }]);
    const { promise, resolve, reject } = deferred<number>();
    const call = httpRequest({ port, path: '/ndop/v1/tra-cuu', method: 'POST' }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    call.once('error', reject);
    const sent = new Promise<void>((done) => call.end(body, () => done()));
    await sent;
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(health.status).toBe(200);
    await running().close();
    expect(await promise).toBe(200);
  });
});
