/** Proves `hub06 up`: ready on an empty folder, a file verified end to end, and nothing left behind however it ends. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { waitFor } from '../support/wait-for';
import {
  askHub,
  findPostgres,
  isAlive,
  isPortFree,
  makeSurroundings,
  partsOf,
  runCommand,
  startProduct,
  type Product,
  type Surroundings,
} from './product';

jest.setTimeout(180_000);

const READY_WITHIN_MS = 20_000;
const ROWS = 2_000;

let place: Surroundings;
let product: Product;

beforeAll(async () => {
  place = await makeSurroundings();
  product = await startProduct(place);
});

afterAll(async () => {
  if (product && isAlive(product.pid)) {
    product.process.kill('SIGTERM');
    await product.ended;
  }
  const postgres = place && findPostgres(place.dataDir);
  if (postgres) process.kill(postgres, 'SIGQUIT');
  if (place) rmSync(dirname(place.dataDir), { recursive: true, force: true });
});

test('an empty folder is ready in time, with keys that only their owner can read', async () => {
  process.stdout.write(`ready after ${product.readyMs} ms\n`);
  expect(product.readyMs).toBeLessThan(READY_WITHIN_MS);
  const file = join(place.dataDir, 'keys.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).sort()).toEqual([
    'admin',
    'operator',
    'steward',
    'viewer',
  ]);
  expect(product.output()).toContain(`http://localhost:${place.port}/graphql`);
  expect([...partsOf(product.pid).keys()].sort()).toEqual(['gateway', 'simulator', 'worker']);
  for (const path of ['/livez', '/readyz']) {
    expect((await fetch(`http://127.0.0.1:${place.port}${path}`)).status).toBe(200);
  }
});

test('a second up on the same folder says where the first one is', async () => {
  const second = await runCommand(['up'], place.environment);
  expect(second.code).toBe(75);
  expect(second.stderr).toContain(`http://localhost:${place.port}`);
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
});

test('a taken port names the variable to set', async () => {
  const elsewhere = await makeSurroundings({ PORT: String(place.port) });
  const second = await runCommand(['up'], elsewhere.environment);
  expect(second.code).toBe(75);
  expect(second.stderr).toContain('PORT=');
  rmSync(dirname(elsewhere.dataDir), { recursive: true });
});

test('the doctor finds a running hub healthy', async () => {
  const { code, stdout } = await runCommand(['doctor', '--json'], place.environment);
  const { healthy, findings } = JSON.parse(stdout) as {
    healthy: boolean;
    findings: { check: string; state: string }[];
  };
  expect(findings.filter(({ state }) => state === 'WRONG')).toEqual([]);
  expect({ code, healthy }).toEqual({ code: 0, healthy: true });
  expect(findings).toContainEqual(expect.objectContaining({ check: 'migrations', state: 'OK' }));
});

test('a dirty file gets one verdict a row, and the matrix shows the run as evidence', async () => {
  const folder = dirname(place.dataDir);
  const [people, out] = [join(folder, 'people.csv'), join(folder, 'verdicts.csv')];
  const made = await runCommand(
    ['sim', 'people', '--count', String(ROWS), '--seed', '7', '--dirty', 'L2', '--out', people],
    place.environment,
  );
  expect(made).toMatchObject({ code: 0 });

  const verified = await runCommand(['verify', people, '--json', '--out', out], place.environment);
  expect(verified).toMatchObject({ code: 0 });
  const result = JSON.parse(verified.stdout) as {
    runId: string;
    state: string;
    rows: { physical: number; accepted: number; rejected: number };
    counts: Record<string, number>;
    sha256: string;
  };
  expect(result.state).toBe('SUCCEEDED');
  expect(result.rows).toEqual({ physical: ROWS, accepted: ROWS, rejected: 0 });
  expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(ROWS);

  const bytes = readFileSync(out);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.sha256);
  const rows = parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.map((row) => row.STT)).toEqual(Array.from({ length: ROWS }, (_, index) => String(index + 1)));
  expect(rows.filter((row) => !row.verdict)).toEqual([]);

  const { matrix } = (await askHub(place, 'matrix')) as {
    matrix: { groups: { items: { path: string; cells: { evidence: { totalCount: number } }[] }[] }[] };
  };
  const items = matrix.groups.flatMap((group) => group.items);
  for (const path of ['B.1.1', 'D.1']) {
    const cells = items.find((item) => item.path === path)?.cells ?? [];
    expect(cells.some((cell) => cell.evidence.totalCount > 0)).toBe(true);
  }

  const followed = await runCommand(['verify', '--run', result.runId, '--json'], place.environment);
  expect(JSON.parse(followed.stdout)).toMatchObject({ state: 'SUCCEEDED', sha256: result.sha256 });
});

test('what the hub refuses ends with 3, what is not there with 4, and no hub with 5', async () => {
  const folder = dirname(place.dataDir);
  const people = join(folder, 'people.csv');
  const refused = await runCommand(['verify', people, '--connector', 'no-such'], place.environment);
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('CONNECTOR_NOT_FOUND');
  const stranger = await runCommand(['verify', people, '--key', 'not-a-key'], place.environment);
  expect(stranger.code).toBe(3);
  expect((await runCommand(['verify', join(folder, 'none.csv')], place.environment)).code).toBe(4);
  const nobody = await runCommand(
    ['verify', people, '--url', 'http://127.0.0.1:9', '--key', 'x'],
    place.environment,
  );
  expect(nobody.code).toBe(5);
  expect(nobody.stderr).toContain('npm start');
});

test('a worker killed with -9 is started again, beside the other', async () => {
  const workers = () => partsOf(product.pid).get('worker') ?? [];
  await waitFor(() => workers().length === 2, { withinMs: 5_000, what: 'both workers' });
  const before = workers();
  process.kill(before[0]!, 'SIGKILL');
  await waitFor(() => workers().some((pid) => !before.includes(pid)), {
    withinMs: 5_000,
    what: 'a new worker',
  });
  expect(workers()).toContain(before[1]);
});

test('PostgreSQL killed with -9 is started again on the same port', async () => {
  const before = findPostgres(place.dataDir) ?? 0;
  process.kill(before, 'SIGKILL');
  await waitFor(() => (findPostgres(place.dataDir) ?? before) !== before, {
    withinMs: 15_000,
    what: 'a new PostgreSQL',
  });
  await waitFor(async () => (await fetch(`http://127.0.0.1:${place.port}/readyz`).catch(() => null))?.ok, {
    withinMs: 15_000,
    what: 'the gateway to be ready again',
  });
  expect(await askHub(place, 'runs')).toBeDefined();
});

test('a supervisor killed with -9 takes its parts with it, and the next up goes on with its PostgreSQL', async () => {
  const parts = [...partsOf(product.pid).values()].flat();
  const postgres = findPostgres(place.dataDir);
  product.process.kill('SIGKILL');
  await product.ended;
  await waitFor(() => parts.every((pid) => !isAlive(pid)), { withinMs: 20_000, what: 'the parts to leave' });
  expect(findPostgres(place.dataDir)).toBe(postgres);

  product = await startProduct(place);
  expect(findPostgres(place.dataDir)).toBe(postgres);
  const { runs } = (await askHub(place, 'runs')) as { runs: { totalCount: number } };
  expect(runs.totalCount).toBeGreaterThan(0);
});

test('SIGTERM stops all of it: no process is left, the ports are free', async () => {
  const listParts = () => [...partsOf(product.pid).values()].flat();
  await waitFor(() => listParts().length === 4, { withinMs: 5_000, what: 'the second worker' });
  const parts = listParts();
  product.process.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  expect(() => process.kill(-product.pid, 0)).toThrow('ESRCH');
  expect(parts.filter(isAlive)).toEqual([]);
  expect(findPostgres(place.dataDir)).toBeNull();
  expect(await isPortFree(place.port)).toBe(true);
  expect(await isPortFree(place.simulatorPort)).toBe(true);
});
