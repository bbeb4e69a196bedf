/** What the gateway refuses before it works: too deep, too wide, too dear, too long, too many at once. */
import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { readOperation } from '../support/example-operation';
import { askGraphql, openTestGateway, type GraphqlReply, type TestGateway } from '../support/gateway';

let gateway: TestGateway;
const code = (reply: GraphqlReply) => reply.errors[0]?.extensions.code;

describe('limits of the gateway', () => {
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('lets every shipped query pass', async () => {
    for (const name of [
      'matrix',
      'matrix-overview',
      'localities',
      'periods',
      'connectors',
      'datasets',
      'runs',
      'me',
      'server-info',
    ]) {
      expect((await gateway.ask(readOperation(name))).errors).toEqual([]);
    }
  });

  it('refuses a deep query', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'code' : `predecessors { ${nested(depth - 1)} }`;
    const reply = await gateway.ask(`{ localities { ${nested(12)} } }`);
    expect(reply.status).toBe(400);
    expect(code(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(reply.errors[0]?.message).toMatch(/depth limit of 10/);
    expect((await gateway.ask(`{ localities { ${nested(6)} } }`)).errors).toEqual([]);
  });

  it('refuses a deep query hidden in fragments', async () => {
    const fragments = Array.from(
      { length: 12 },
      (_, no) => `fragment f${no} on Locality { ${no === 11 ? 'code' : `predecessors { ...f${no + 1} }`} }`,
    );
    expect(code(await gateway.ask(`{ localities { ...f0 } } ${fragments.join(' ')}`))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('refuses a query that goes round in circles', async () => {
    const reply = await gateway.ask(
      '{ localities { ...a } } fragment a on Locality { predecessors { ...a } }',
    );
    expect(code(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('reckons the size of lists, also from variables and their defaults', async () => {
    const wide =
      'query ($n: Int = 200) { runs(first: $n) { nodes { verdicts(first: $n) { nodes { seq } } } } }';
    expect(code(await gateway.ask(wide))).toBe('QUERY_TOO_EXPENSIVE');
    expect(code(await gateway.ask(wide, { n: 150 }))).toBe('QUERY_TOO_EXPENSIVE');
    expect((await gateway.ask(wide, { n: 20 })).errors).toEqual([]);
  });

  it('reckons edges as it reckons nodes', async () => {
    const wide =
      '{ runs(first: 200) { edges { node { verdicts(first: 200) { edges { node { seq } } } } } } }';
    expect(code(await gateway.ask(wide))).toBe('QUERY_TOO_EXPENSIVE');
  });

  it('does not let one ill-fitting argument hide the cost of the rest', async () => {
    const query = `query ($bad: Int = 3) { run(id: "x") { verdicts(first: $bad) { totalCount } }
      runs(first: 200) { nodes { verdicts(first: 200) { nodes { seq } } } } }`;
    expect(['BAD_USER_INPUT', 'QUERY_TOO_EXPENSIVE']).toContain(
      code(await gateway.ask(query, { bad: null })),
    );
  });

  it('holds first between 0 and 200', async () => {
    for (const first of [-1, 201]) {
      const reply = await gateway.ask(`{ runs(first: ${first}) { totalCount } }`);
      expect(reply.errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'first' }],
      });
    }
  });

  it('refuses many aliases, __typename among them', async () => {
    const aliases = (field: string, count: number) =>
      `{ ${Array.from({ length: count }, (_, no) => `a${no}: ${field}`).join(' ')} }`;
    expect((await gateway.ask(aliases('__typename', 15))).errors).toEqual([]);
    expect(code(await gateway.ask(aliases('__typename', 16)))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(code(await gateway.ask(aliases('me { role }', 16)))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('refuses many directives', async () => {
    const reply = await gateway.ask(`{ __typename ${'@include(if: true) '.repeat(10)} }`);
    expect(code(reply)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('refuses a query of more than a thousand tokens', async () => {
    const reply = await gateway.ask(`{ ${'__typename '.repeat(1_100)} }`);
    expect([reply.status, code(reply)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  it('stops counting errors after five', async () => {
    const reply = await gateway.ask(`{ ${Array.from({ length: 40 }, (_, no) => `nothing${no}`).join(' ')} }`);
    expect(reply.errors.length).toBeLessThanOrEqual(6);
  });

  it('takes no batches', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: '{ __typename }' }));
    const reply = await askGraphql(gateway.url, batch, { key: gateway.keys.viewer });
    expect(reply.status).toBe(400);
    expect(reply.text).not.toContain('"Query"');
  });

  it('takes no body of more than 256 KB, however it is sent', async () => {
    const reply = await gateway.ask('{ __typename }', { padding: 'x'.repeat(300 * 1_024) });
    expect([reply.status, code(reply)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('takes no persisted queries', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    const reply = await askGraphql(gateway.url, { extensions }, { key: gateway.keys.viewer });
    expect(code(reply)).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('runs no query for a page that did not have to ask first', async () => {
    const simple = await fetch(`${gateway.url}/graphql?query={__typename}`);
    expect(simple.status).toBe(400);
    const form = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      body: new URLSearchParams({ query: '{__typename}' }),
    });
    expect(form.status).toBe(400);
    const text = await fetch(`${gateway.url}/graphql`, { method: 'POST', body: '{"query":"{__typename}"}' });
    expect(text.status).toBe(400);
  });

  it('runs no mutation by GET', async () => {
    const query = encodeURIComponent('mutation { cancelRun(id: "x") { __typename } }');
    const response = await fetch(`${gateway.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${gateway.keys.operator}` },
    });
    expect(response.status).toBe(405);
  });

  it('survives a filter nested thousands of times in the variables', async () => {
    const where = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    const query = 'query ($where: RunWhere) { runs(where: $where) { totalCount } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"where":${where}}}`;
    const reply = await askGraphql(gateway.url, body, { key: gateway.keys.viewer });
    expect(reply.errors.length).toBeGreaterThan(0);
    expect((await gateway.ask('{ __typename }')).errors).toEqual([]);
    const shallow = await gateway.ask(query, {
      where: { not: { not: { not: { not: { not: { not: { not: {} } } } } } } },
    });
    expect(code(shallow)).toBe('BAD_USER_INPUT');
  });

  it('cuts off a client that sends its headers drop by drop', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {}).resume();
    socket.write('POST /graphql HTTP/1.1\r\nHost: hub\r\n');
    await closed;
  });

  it('has room for the introspection query of a tool', async () => {
    expect((await gateway.ask(getIntrospectionQuery())).errors).toEqual([]);
  });
});
