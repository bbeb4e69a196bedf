/** The WebSocket of the gateway: who gets in, what it takes, and a run followed from now to its end. */
import { once } from 'node:events';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeChunk, writeRun } from '../support/run-rows';
import { waitFor } from '../support/wait-for';

const FOLLOW = readOperation('run-progress');

interface Message {
  type: string;
  id?: string;
  payload?: { data?: { runProgress: { state: string; progress: { done: number } } }; errors?: unknown[] } & {
    message: string;
    extensions: { code: string };
  }[];
}

describe('the WebSocket of the gateway', () => {
  let gateway: TestGateway;
  const open = new Set<{ dispose?: () => unknown; terminate?: () => void }>();

  beforeAll(async () => {
    gateway = await openTestGateway({ HUB_ALLOWED_ORIGINS: 'https://ioc.example' });
  });
  afterEach(async () => {
    for (const client of open) {
      await client.dispose?.();
      client.terminate?.();
    }
    open.clear();
    await waitFor(async () => /hub06_runs_followed 0/.test(await metrics()), {
      what: 'nobody to be followed any more',
    });
  });
  afterAll(() => gateway.close());

  const address = () => `${gateway.url.replace('http', 'ws')}/graphql`;
  const metrics = async () => (await fetch(`${gateway.url}/metrics`)).text();

  function client(key = gateway.keys.viewer, more: object = {}): Client {
    const made = createClient({
      url: address(),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}`, ...more },
      retryAttempts: 0,
    });
    open.add(made);
    return made;
  }

  async function talk(
    hello: object | null = { authorization: `Bearer ${gateway.keys.viewer}` },
    options: object = {},
  ) {
    const socket = new WebSocket(address(), 'graphql-transport-ws', options);
    open.add(socket);
    const heard: Message[] = [];
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as Message));
    const closed = once(socket, 'close').then(([code]) => code as number);
    await once(socket, 'open');
    const say = (message: object) => socket.send(JSON.stringify(message));
    if (hello) say({ type: 'connection_init', payload: hello });
    const hear = (matches: (message: Message) => boolean) =>
      waitFor(() => heard.find(matches), { what: 'a message', withinMs: 8_000 });
    return { socket, say, hear, heard, closed };
  }

  const subscribe = (id: string, query: string, variables: object = {}) => ({
    id,
    type: 'subscribe',
    payload: { query, variables },
  });

  it('tells a run as it is, as it moves, and as it ends, then completes', async () => {
    const { db } = gateway;
    const { runId } = await writeRun(db, { state: 'RUNNING', rowsTotal: 60 });
    const events = client().iterate<{
      runProgress: { id: string; state: string; progress: { done: number }; counts: object[] };
    }>({
      query: FOLLOW,
      variables: { id: runId },
    });
    const next = async () =>
      (await events.next()).value?.data?.runProgress as { state: string; progress: object; counts: object[] };
    expect(await next()).toMatchObject({
      id: runId,
      state: 'RUNNING',
      progress: { done: 0, total: 60 },
      counts: [],
    });
    await writeChunk(db, runId, { no: 1, first: 1, last: 40, counts: { VERIFIED: 40 } });
    expect(await next()).toMatchObject({
      state: 'RUNNING',
      progress: { done: 40 },
      counts: [{ verdict: 'VERIFIED', count: 40 }],
    });
    await writeChunk(db, runId, { no: 2, first: 41, last: 60, counts: { VERIFIED: 19, MISMATCH: 1 } });
    await db.query(`update run set state = 'SUCCEEDED', finished_at = now() where id = $1`, [runId]);
    expect(await next()).toMatchObject({
      state: 'SUCCEEDED',
      progress: { done: 60, etaSeconds: null },
      counts: [
        { verdict: 'VERIFIED', count: 59 },
        { verdict: 'MISMATCH', count: 1 },
      ],
    });
    expect((await events.next()).done).toBe(true);
  });

  it('tells a run that is over once', async () => {
    const { runId } = await writeRun(gateway.db, { state: 'CANCELLED' });
    const events = client().iterate({ query: FOLLOW, variables: { id: runId } });
    expect((await events.next()).value).toMatchObject({ data: { runProgress: { state: 'CANCELLED' } } });
    expect((await events.next()).done).toBe(true);
  });

  it('reads anew what hangs below the run at every event', async () => {
    const { db } = gateway;
    const { runId } = await writeRun(db);
    const events = client().iterate<{ runProgress: { timeline: { event: string }[] } }>({
      query: 'subscription ($id: ID!) { runProgress(id: $id) { timeline { event } } }',
      variables: { id: runId },
    });
    const next = async () =>
      (await events.next()).value?.data?.runProgress.timeline.map((line: { event: string }) => line.event);
    expect(await next()).toEqual([]);
    await db.query(`insert into run_event (run_id, event) values ($1, 'CANCELLED')`, [runId]);
    await db.query(`update run set state = 'CANCELLED' where id = $1`, [runId]);
    expect(await next()).toEqual(['CANCELLED']);
  });

  it('counts who follows, and forgets those who leave', async () => {
    const { runId } = await writeRun(gateway.db);
    const { runId: other } = await writeRun(gateway.db);
    const talks = await Promise.all([talk(), talk()]);
    for (const [index, { say, hear }] of talks.entries()) {
      await hear((message) => message.type === 'connection_ack');
      say(subscribe('a', FOLLOW, { id: runId }));
      say(subscribe('b', FOLLOW, { id: index === 0 ? runId : other }));
      await hear((message) => message.id === 'b');
    }
    expect(await metrics()).toMatch(/hub06_runs_followed 4/);
    for (const { say } of talks) for (const id of ['a', 'b']) say({ id, type: 'complete' });
    await waitFor(async () => /hub06_runs_followed 0/.test(await metrics()), { what: 'all to have left' });
  });

  it('lets a client go that leaves while nothing moves', async () => {
    const { runId } = await writeRun(gateway.db);
    const { say, hear, socket } = await talk();
    await hear((message) => message.type === 'connection_ack');
    say(subscribe('1', FOLLOW, { id: runId }));
    await hear((message) => message.type === 'next');
    socket.terminate();
  });

  it.each([
    ['a query', 'query { me { role } }'],
    ['a mutation', 'mutation { cancelRun(id: "x") { __typename } }'],
    ['introspection', '{ __schema { types { name } } }'],
  ])('takes no %s', async (_, query) => {
    const { say, hear } = await talk();
    await hear((message) => message.type === 'connection_ack');
    say(subscribe('1', query));
    const { payload } = await hear((message) => message.type === 'error');
    expect(payload![0]).toMatchObject({
      extensions: { code: 'SUBSCRIPTIONS_ONLY' },
      message: expect.stringMatching(/^WebSocket chỉ nhận/),
    });
  });

  it('validates as HTTP does, and answers in the language asked for', async () => {
    const { say, hear } = await talk({
      authorization: `Bearer ${gateway.keys.viewer}`,
      acceptLanguage: 'en',
    });
    await hear((message) => message.type === 'connection_ack');
    const tries = {
      unknown: ['subscription { runProgres(id: "x") { id } }', 'GRAPHQL_VALIDATION_FAILED'],
      broken: ['subscription {', 'GRAPHQL_PARSE_FAILED'],
      long: [`subscription { runProgress(id: "x") { ${'id '.repeat(1_100)} } }`, 'GRAPHQL_PARSE_FAILED'],
      wide: [
        `subscription { runProgress(id: "x") { ${Array.from({ length: 16 }, (_, no) => `a${no}: id`).join(' ')} } }`,
        'GRAPHQL_VALIDATION_FAILED',
      ],
      dear: [
        'subscription { runProgress(id: "x") { dataset { runs(first: 200) { verdicts(first: 200) { nodes { seq } } } } } }',
        'QUERY_TOO_EXPENSIVE',
      ],
    };
    for (const [id, [query, code]] of Object.entries(tries)) {
      say(subscribe(id, query!));
      const { payload } = await hear((message) => message.type === 'error' && message.id === id);
      expect([id, payload![0]!.extensions.code]).toEqual([id, code]);
      expect(JSON.stringify(payload)).not.toMatch(/did you mean/i);
    }
  });

  it('shows no run of another province', async () => {
    const { runId } = await writeRun(gateway.db, { localityCode: '01' });
    const events = client(gateway.keys.provincial).iterate({ query: FOLLOW, variables: { id: runId } });
    expect((await events.next()).value).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
    expect((await events.next()).done).toBe(true);
  });

  it.each([
    ['without a key', {}],
    ['with a wrong key', { authorization: 'Bearer nonsense' }],
    ['with something else in its place', { authorization: { $ne: null } }],
  ])('closes on a client %s', async (_, hello) => {
    const { closed } = await talk(hello);
    expect(await closed).toBe(4403);
  });

  it('closes on a client that subscribes before it said who it is', async () => {
    const { closed, say } = await talk(null);
    say(subscribe('1', FOLLOW, { id: 'x' }));
    expect(await closed).toBe(4401);
  });

  it('closes on a client that says nothing for three seconds', async () => {
    const { closed } = await talk(null);
    expect(await closed).toBe(4408);
  });

  it('closes on a message of more than 64 KB', async () => {
    const { closed, say, hear } = await talk();
    await hear((message) => message.type === 'connection_ack');
    say(subscribe('1', FOLLOW, { id: 'x'.repeat(70_000) }));
    expect(await closed).toBe(1009);
  });

  it('takes twenty subscriptions a socket and not one more', async () => {
    const { runId } = await writeRun(gateway.db);
    const { say, hear } = await talk();
    await hear((message) => message.type === 'connection_ack');
    for (let no = 1; no <= 21; no++) say(subscribe(String(no), FOLLOW, { id: runId }));
    const { id, payload } = await hear((message) => message.type === 'error');
    expect([id, payload![0]!.extensions.code]).toEqual(['21', 'TOO_MANY_SUBSCRIPTIONS']);
    await hear((message) => message.type === 'next' && message.id === '20');
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:1', 403],
  ])('turns away a page from %s', async (origin, status) => {
    const socket = new WebSocket(address(), 'graphql-transport-ws', { origin });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(status);
    socket.on('error', () => {});
    socket.terminate();
  });

  it('lets in a page of its own and of a listed origin', async () => {
    for (const origin of [gateway.url, 'https://ioc.example']) {
      const { hear } = await talk(undefined, { origin });
      expect((await hear((message) => message.type === 'connection_ack')).type).toBe('connection_ack');
    }
  });

  it('exists at /graphql only', async () => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/other`, 'graphql-transport-ws');
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(404);
    socket.on('error', () => {});
    socket.terminate();
  });

  it('closes on a client whose key was taken away meanwhile', async () => {
    const { db } = gateway;
    const { runId } = await writeRun(db);
    const { say, hear, closed } = await talk({ authorization: `Bearer ${gateway.keys.operator}` });
    await hear((message) => message.type === 'connection_ack');
    say(subscribe('1', FOLLOW, { id: runId }));
    await hear((message) => message.type === 'next');
    await db.query(`update api_key set revoked_at = now() where role = 'OPERATOR' and locality_code is null`);
    let no = 0;
    let over = false;
    void closed.then(() => (over = true));
    const code = await waitFor(
      async () => {
        no += 1;
        await writeChunk(db, runId, { no, first: no, last: no, counts: { VERIFIED: 1 } });
        return over ? await closed : null;
      },
      { everyMs: 500, what: 'the socket to be closed' },
    );
    expect(code).toBe(4403);
  });
});
