/** What goes wrong is told by code, in the language of the request, with a request id, and with nothing of the inside. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { waitFor } from '../support/wait-for';

let gateway: TestGateway;

const INSIDES = /at .*\(|\/src\/|\/dist\/|node_modules|select |insert |pg_|ECONN|password|stack/i;

describe('errors of the gateway', () => {
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('are Vietnamese unless English is asked for', async () => {
    const vi = await gateway.ask('{ me { role } }', {}, { key: null });
    const en = await gateway.ask(
      '{ me { role } }',
      {},
      { key: null, headers: { 'accept-language': 'en-GB' } },
    );
    expect(vi.errors[0]?.message).toMatch(/^Cần khóa truy cập/);
    expect(en.errors[0]?.message).toMatch(/^A valid key is needed/);
    expect([vi.status, en.status]).toEqual([401, 401]);
  });

  it('carry the id that the answer’s header carries', async () => {
    const reply = await gateway.ask('{ nothing }');
    expect(reply.errors[0]?.extensions.requestId).toBe(reply.headers.get('x-request-id'));
    expect(reply.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('say in both languages what does not fit the schema, and suggest nothing', async () => {
    const vi = await gateway.ask('{ matrx { id } }');
    const en = await gateway.ask('{ matrix { ident } }', {}, { headers: { 'accept-language': 'en' } });
    expect(vi.errors[0]?.message).toBe(
      'Truy vấn không phù hợp với lược đồ hoặc vượt giới hạn. Cannot query field "matrx" on type "Query".',
    );
    expect(en.errors[0]?.message).toBe(
      'The query does not fit the schema, or exceeds a limit. Cannot query field "ident" on type "Assessment".',
    );
    const wrongEnum = await gateway.ask('{ runs(where: {state: {eq: QUEUE}}) { totalCount } }');
    const wrongArgument = await gateway.ask('{ runs(fist: 3) { totalCount } }');
    for (const { text } of [vi, en, wrongEnum, wrongArgument])
      expect(text).not.toMatch(/did you mean|QUEUED|"matrix"/i);
  });

  it('name the input that broke a rule, not what it said', async () => {
    const reply = await gateway.ask(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id } }',
      { input: { filename: '../secret-value', bytes: 0 } },
      { key: gateway.keys.operator },
    );
    expect(reply.errors[0]).toMatchObject({
      extensions: {
        code: 'BAD_USER_INPUT',
        fields: [
          { path: 'filename', rules: ['matches'] },
          { path: 'bytes', rules: ['min'] },
        ],
      },
    });
    expect(reply.text).not.toContain('secret-value');
  });

  it('mask a bug', async () => {
    await gateway.db.query('alter table period rename to period_gone');
    try {
      const reply = await gateway.ask('{ periods { code } }', {}, { headers: { 'accept-language': 'en' } });
      expect(reply.errors).toEqual([
        {
          message: 'The server made a mistake. Tell its administrator the requestId.',
          locations: [{ line: 1, column: 3 }],
          path: ['periods'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: reply.headers.get('x-request-id') },
        },
      ]);
      expect(reply.text).not.toMatch(INSIDES);
    } finally {
      await gateway.db.query('alter table period_gone rename to period');
    }
  });

  it('leave the healthy part of an answer standing', async () => {
    const reply = await gateway.ask(
      '{ me { role } run(id: "x") { verdicts(after: "made up") { totalCount } } }',
    );
    expect(reply).toMatchObject({ status: 200, data: { me: { role: 'VIEWER' }, run: null } });
  });

  it.each([
    [
      'broken JSON',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":' },
      400,
      'BAD_REQUEST',
    ],
    [
      'a strange charset',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=x-nothing' }, body: '{}' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a strange encoding',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'nothing' },
        body: '{}',
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an unknown path', '/nothing', {}, 404, 'NOT_FOUND'],
    ['a climbing path', '/assets/..%2f..%2f..%2fpackage.json', {}, 404, 'NOT_FOUND'],
    ['a broken escape', '/assets/%E0%A4%A', {}, 404, 'NOT_FOUND'],
    ['a hidden file', '/assets/.stamp', {}, 404, 'NOT_FOUND'],
  ])('answer %s in JSON', async (_, path, init, status, code) => {
    const response = await fetch(`${gateway.url}${path}`, init as RequestInit);
    const text = await response.text();
    const body = JSON.parse(text) as {
      errors?: { extensions: { code: string } }[];
      code?: string;
    };
    expect([response.status, body.errors?.[0]?.extensions.code ?? body.code]).toEqual([status, code]);
    expect(text).not.toMatch(INSIDES);
  });

  describe('when the database cannot be reached', () => {
    const cable = openCable();
    let cut: TestGateway;
    beforeAll(async () => {
      cut = await openTestGateway({}, cable.plug);
    });
    afterAll(async () => {
      await cut.close();
      await cable.close();
    });

    it('say so by code and status, stay alive, and are over when it is back', async () => {
      expect((await cut.ask('{ periods { code } }')).errors).toEqual([]);
      await cable.cut();
      const ready = await fetch(`${cut.url}/readyz`);
      expect([ready.status, await ready.json()]).toEqual([
        503,
        { ok: false, checks: { serving: true, database: false, migrations: false } },
      ]);
      expect((await fetch(`${cut.url}/livez`)).status).toBe(200);
      // The key is known for a few seconds more, so the first failure is that of a query; with another, of the key.
      for (const key of [cut.keys.viewer, cut.keys.admin]) {
        const reply = await cut.ask(
          '{ periods { code } }',
          {},
          { key, headers: { 'accept-language': 'en' } },
        );
        expect([reply.status, reply.errors[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
        expect(reply.errors[0]?.message).toBe('The database is out of reach for now. Try again later.');
        expect(reply.text).not.toMatch(INSIDES);
      }
      await cable.mend();
      await waitFor(async () => (await fetch(`${cut.url}/readyz`)).status === 200, {
        what: 'the gateway to be ready',
      });
      expect((await cut.ask('{ periods { code } }')).errors).toEqual([]);
    });
  });
});

/** A line between gateway and database that can be cut and mended. */
function openCable() {
  const ends = new Set<Socket>();
  let target: URL;
  const listener = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {}).once('close', () => ends.delete(end));
    }
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => listener.once('error', reject).listen(port, '127.0.0.1', resolve));
  const cut = () =>
    new Promise<void>((resolve) => {
      listener.close(() => resolve());
      for (const end of ends) end.destroy();
    });
  let port = 0;
  return {
    plug: async (url: string) => {
      target = new URL(url);
      await listen(0);
      ({ port } = listener.address() as AddressInfo);
      const through = new URL(url);
      through.port = String(port);
      return through.href;
    },
    cut,
    mend: () => listen(port),
    close: cut,
  };
}
