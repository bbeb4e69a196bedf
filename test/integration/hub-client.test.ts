/** Proves how the command line speaks to a hub that is slow, busy, half there, or lying. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type HubAddress } from '../../src/cli/hub/hub-client';
import { followRun } from '../../src/cli/verify/follow-run';
import { saveArtifact } from '../../src/cli/verify/save-artifact';
import { uploadFile } from '../../src/cli/verify/upload-file';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

let handler: Handler;
let hub: HubAddress;
let server: Server;
let elsewhere: Server;
const folder = mkdtempSync(join(tmpdir(), 'hub06-client-'));

async function listen(serve: Handler): Promise<[Server, string]> {
  const made = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => serve(request, response, Buffer.concat(parts)));
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return [made, `http://127.0.0.1:${(made.address() as AddressInfo).port}`];
}

const strangerHeard: { headers: IncomingMessage['headers']; body: Buffer }[] = [];
let strangerUrl: string;

beforeAll(async () => {
  let url: string;
  [server, url] = await listen((request, response, body) => handler(request, response, body));
  [elsewhere, strangerUrl] = await listen((request, response, body) => {
    strangerHeard.push({ headers: request.headers, body });
    response.end('taken');
  });
  hub = { url, key: 'the-key' };
});
afterAll(() => {
  for (const each of [server, elsewhere]) {
    each.closeAllConnections();
    each.close();
  }
  rmSync(folder, { recursive: true });
});

const answer = (response: ServerResponse, data: object) => response.end(JSON.stringify({ data }));
const run = (state: string, done: number) => ({
  run: { id: '1', state, progress: { done, total: 10, rowsPerSecond: null, etaSeconds: null }, counts: [] },
});

test('a busy hub is asked again when it said so', async () => {
  let calls = 0;
  handler = (_request, response) => {
    calls += 1;
    if (calls > 1) return void answer(response, { me: { role: 'OPERATOR' } });
    response.writeHead(429, { 'retry-after': '0.01' }).end();
  };
  expect(await ask(hub, 'me', {})).toEqual({ me: { role: 'OPERATOR' } });
  expect(calls).toBe(2);
});

test.each([
  ['FORBIDDEN', 3],
  ['INTERNAL_SERVER_ERROR', 4],
])('an error with code %s ends with %d, its words and its request id', async (code, exitCode) => {
  handler = (_request, response) =>
    void response
      .writeHead(200)
      .end(
        JSON.stringify({ errors: [{ message: 'Không được phép', extensions: { code, requestId: 'r-1' } }] }),
      );
  const failure = await ask(hub, 'me', {}).catch((error: unknown) => error);
  expect(failure).toMatchObject({ exitCode, message: `${code}: Không được phép [requestId r-1]` });
});

test('what is no hub is told apart from a hub that refuses', async () => {
  handler = (_request, response) => void response.end('<html>router login</html>');
  await expect(ask(hub, 'me', {})).rejects.toMatchObject({ exitCode: 5 });
  await expect(ask({ url: 'http://127.0.0.1:1', key: 'x' }, 'me', {})).rejects.toMatchObject({ exitCode: 5 });
});

test('without a socket a run is followed by asking, also over an absence of the hub', async () => {
  const states = [run('QUEUED', 0), 'away', run('RUNNING', 5), run('SUCCEEDED', 10)];
  let calls = 0;
  handler = (request, response) => {
    if (request.headers.upgrade) return void response.writeHead(404).end();
    const next = states[calls];
    calls += 1;
    if (next === 'away' || next === undefined) request.socket.destroy();
    else answer(response, next as object);
  };
  const seen: string[] = [];
  const last = await followRun(hub, '1', (snapshot) => seen.push(snapshot.state));
  expect(last.state).toBe('SUCCEEDED');
  expect(seen).toEqual(['QUEUED', 'RUNNING', 'SUCCEEDED']);
});

test('a run that the key may not see ends at once', async () => {
  handler = (_request, response) => void answer(response, { run: null });
  await expect(followRun(hub, '9', () => {})).rejects.toMatchObject({ exitCode: 3 });
});

function offerUpload(url: string): void {
  handler = (_request, response) =>
    void answer(response, {
      createUpload: { id: 'u1', url, method: 'PUT', headers: [{ name: 'X-Ticket', value: 't' }] },
    });
}

test.each([1, 100, 200_000])(
  'a file of %d rows is sent whole, and the key never leaves the hub',
  async (rows) => {
    const file = join(folder, 'people.csv');
    const content = Buffer.from(`STT,Họ và tên\n${'1,Trần Thử\n'.repeat(rows)}`);
    writeFileSync(file, content);
    offerUpload(`${strangerUrl}/put`);
    let last = [0, 0];
    expect(await uploadFile(hub, file, (sent, total) => (last = [sent, total]))).toBe('u1');
    expect(last).toEqual([content.length, content.length]);
    const heard = strangerHeard.at(-1);
    expect(heard?.body.equals(content)).toBe(true);
    expect(heard?.headers).toMatchObject({ 'content-length': String(content.length), 'x-ticket': 't' });
    expect(heard?.headers.authorization).toBeUndefined();
  },
);

test('a busy hub gets the whole file again', async () => {
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'STT\n1\n');
  const bodies: string[] = [];
  handler = (request, response, body) => {
    if (request.method === 'POST') {
      return void answer(response, { createUpload: { id: 'u2', url: '/put', method: 'PUT', headers: [] } });
    }
    bodies.push(body.toString());
    response.writeHead(bodies.length === 1 ? 503 : 200, { 'retry-after': '0.01' }).end();
  };
  expect(await uploadFile(hub, file, () => {})).toBe('u2');
  expect(bodies).toEqual(['STT\n1\n', 'STT\n1\n']);
});

test('a file that shrinks while it is sent is not taken for whole', async () => {
  const file = join(folder, 'shrinking.csv');
  writeFileSync(file, 'STT\n'.repeat(1_000));
  handler = (request, response) => {
    writeFileSync(file, 'STT\n');
    const url = `${strangerUrl}/put`;
    answer(response, { createUpload: { id: 'u3', url, method: 'PUT', headers: [] } });
    expect(request.method).toBe('POST');
  };
  await expect(uploadFile(hub, file, () => {})).rejects.toMatchObject({ exitCode: 4 });
});

test('an empty file and a folder are refused before anything is announced', async () => {
  handler = () => {
    throw new Error('nothing must be asked');
  };
  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, '');
  for (const path of [empty, folder, join(folder, 'none.csv')]) {
    await expect(uploadFile(hub, path, () => {})).rejects.toMatchObject({ exitCode: 4 });
  }
});

test('a result is kept only when its SHA-256 is right', async () => {
  const content = 'STT,verdict\n1,VERIFIED\n';
  handler = (request, response) => {
    expect(request.headers.authorization).toBe('Bearer the-key');
    response.end(content);
  };
  const out = join(folder, 'verdicts.csv');
  await expect(saveArtifact(hub, { url: '/exports/1', sha256: 'f'.repeat(64) }, out)).rejects.toMatchObject({
    exitCode: 4,
  });
  expect(existsSync(out)).toBe(false);
  await saveArtifact(
    hub,
    { url: '/exports/1', sha256: createHash('sha256').update(content).digest('hex') },
    out,
  );
  expect(readFileSync(out, 'utf8')).toBe(content);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a result that breaks off leaves no half file', async () => {
  handler = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('STT,verdict\n');
    setImmediate(() => response.destroy());
  };
  const out = join(folder, 'broken.csv');
  await expect(saveArtifact(hub, { url: '/exports/1', sha256: 'f'.repeat(64) }, out)).rejects.toMatchObject({
    exitCode: 5,
  });
  expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([]);
});
