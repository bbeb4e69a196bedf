/** Proves every kind of fault as a caller meets it over HTTP. */
import { request as httpRequest } from 'node:http';
import {
  ask,
  codeOf,
  deferred,
  listOf,
  question,
  register,
  running,
  start,
  useSimulator,
} from './__fixtures__/ndop-caller';

useSimulator();

describe('faults', () => {
  const one = () => question([{ IdBanGhi: 'a', SoDinhDanh: register.person(1).number }]);

  test.each([
    ['RATE_LIMITED', ', retryAfterSeconds: 7', 429, 'CM_RATE_LIMITED', '7'],
    ['SERVER_ERROR', '', 500, 'CM_INTERNAL', null],
    ['UNAVAILABLE', ', retryAfterSeconds: 1', 503, 'CM_UNAVAILABLE', '1'],
  ])('%s', async (kind, more, status, code, retryAfter) => {
    await start(`faults: [{ kind: ${kind}${more} }]`);
    const reply = await ask(one());
    expect([reply.status, codeOf(reply), reply.headers.get('retry-after')]).toEqual([
      status,
      code,
      retryAfter,
    ]);
  });

  test('a request that failed was not answered: its id may be asked again', async () => {
    await start('faults: [{ kind: SERVER_ERROR, window: { every: 2, length: 1 } }]');
    await ask(one());
    const body = one();
    expect((await ask(body)).status).toBe(500);
    expect((await ask(body)).status).toBe(200);
  });

  test('TIMEOUT never answers, and closing does not wait for it', async () => {
    await start('faults: [{ kind: TIMEOUT }]');
    const asked = ask(one()).then(
      () => 'answered',
      () => 'cut',
    );
    await running().close();
    expect(await asked).toBe('cut');
  });

  test('TRUNCATED promises more than it sends', async () => {
    await start('faults: [{ kind: TRUNCATED }]');
    await expect(ask(one())).rejects.toThrow();
  });

  test('MALFORMED is complete and no JSON', async () => {
    await start('faults: [{ kind: MALFORMED }]');
    const reply = await ask(one());
    expect(reply.status).toBe(200);
    expect(() => JSON.parse(reply.text) as unknown).toThrow();
  });

  test('ERROR_IN_200 is a refusal that calls itself a success', async () => {
    await start('faults: [{ kind: ERROR_IN_200 }]');
    const reply = await ask(one());
    expect([reply.status, codeOf(reply)]).toEqual([200, 'CM_INTERNAL']);
  });

  test('SCHEMA_DRIFT changes shapes from a request on, in ways that differ from request to request', async () => {
    await start('faults: [{ kind: SCHEMA_DRIFT, after: 1 }]');
    const first = (await ask(one())).text;
    const later = await Promise.all(Array.from({ length: 12 }, () => ask(one())));
    const shape = (text: string) => /"UngVien":.*/.exec(text)?.[0];
    expect(new Set([first, ...later.map(({ text }) => text)].map(shape)).size).toBeGreaterThanOrEqual(4);
    expect(later.every(({ status, text }) => status === 200 && shape(text) !== shape(first))).toBe(true);
  });

  test('GZIP_BOMB says gzip and is small on the wire', async () => {
    await start('faults: [{ kind: GZIP_BOMB }]');
    const { port } = running();
    const { promise, resolve, reject } = deferred<[string | undefined, number]>();
    const call = httpRequest({ port, path: '/ndop/v1/tra-cuu', method: 'POST' }, (response) => {
      let size = 0;
      response.on('data', (piece: Buffer) => (size += piece.length));
      response.once('end', () => resolve([response.headers['content-encoding'], size]));
    });
    call.once('error', reject);
    call.end(one());
    const [encoding, size] = await promise;
    expect(encoding).toBe('gzip');
    expect(size).toBeLessThan(1024 * 1024);
  });

  test('SLOW_DRIP sends byte by byte until the caller gives up', async () => {
    await start('faults: [{ kind: SLOW_DRIP }]');
    const { url } = running();
    const response = await fetch(`${url}/ndop/v1/tra-cuu`, { method: 'POST', body: one() });
    const reader = response.body?.getReader();
    const piece = await reader?.read();
    expect(piece?.value?.length).toBeLessThan(10);
    await reader?.cancel();
  });

  test('quotas of officer and agency, and maintenance, go by the clock', async () => {
    let now = Date.parse('2026-03-01T05:00:00Z');
    const yaml =
      'quotas: { perOfficerPerSecond: 2, perAgencyPerDay: 3 }\nmaintenance: [{ from: "23:30", to: "00:30" }]';
    await start(yaml, { now: () => now });
    const next = async () => {
      const { status, headers } = await ask(one());
      return [status, headers.get('retry-after')];
    };
    expect([await next(), await next(), await next()]).toEqual([
      [200, null],
      [200, null],
      [429, '1'],
    ]);
    now += 1000;
    expect(await next()).toEqual([200, null]);
    now += 1000;
    expect(await next()).toEqual([429, String(12 * 3600 - 2)]);
    now = Date.parse('2026-03-01T17:00:00Z');
    expect(await next()).toEqual([503, '1800']);
    now += 1_800_000;
    expect(await next()).toEqual([200, null]);
  });

  test('a badly kept register shows the same damage at every look-up, and to the share that is named', async () => {
    await start('dirtyRecords: 0.2');
    const asked = Array.from({ length: 500 }, (_, at) => register.person(at * 37));
    const list = asked.map(({ number }, at) => ({ IdBanGhi: `${at}`, SoDinhDanh: number }));
    const [first, again] = [listOf(await ask(question(list))), listOf(await ask(question(list)))];
    expect(again).toEqual(first);
    const absent = first.filter(({ UngVien }) => UngVien.length === 0).length;
    expect(absent).toBeGreaterThan(5);
    expect(absent).toBeLessThan(60);
  });

  test('WRONG_RECORD gives one of the batch a stranger, and all others the right one', async () => {
    await start('faults: [{ kind: WRONG_RECORD }]');
    const asked = Array.from({ length: 20 }, (_, at) => register.person(at * 37));
    const list = listOf(
      await ask(question(asked.map(({ number }, at) => ({ IdBanGhi: `${at}`, SoDinhDanh: number })))),
    );
    const wrong = list.filter(({ UngVien }, at) => UngVien[0]?.SoDinhDanh !== asked[at]?.number);
    expect(wrong).toHaveLength(1);
  });
});
