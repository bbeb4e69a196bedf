/** `hub06 sim scenario` against a running simulator: what is listed, what is loaded, and how each refusal ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../../workers/simulator';
import { runCommandLine } from '../main';

const SETTINGS = { ...process.env };
let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people: 1_000, seed: 6, controlApi: true });
});

beforeEach(() => {
  process.env.SIMULATOR_URL = simulator.url;
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...SETTINGS };
  process.exitCode = undefined;
});

afterAll(() => simulator.close());

async function run(...args: string[]) {
  const written: string[] = [];
  const keep = (text: unknown) => written.push(String(text)) > 0;
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  const code = await runCommandLine(['node', 'hub06', 'sim', 'scenario', ...args]);
  return { code, text: written.join('') };
}

test('ls marks the scenario at work, and load changes it', async () => {
  expect(await run('ls')).toEqual({ code: 0, text: expect.stringMatching(/^\* happy +\S/m) as string });
  expect(await run('load', 'slow-evening')).toMatchObject({ code: 0 });
  const { text } = await run('ls');
  expect(text).toMatch(/^\* slow-evening +\S/m);
  expect(text).toMatch(/^ {2}happy +\S/m);
});

test('an unknown name is wrong usage, answered with the names there are', async () => {
  expect(await run('load', 'sunny-weekend')).toEqual({
    code: 64,
    text: expect.stringContaining('outage-week') as string,
  });
});

test('nothing is changed outside the sandbox', async () => {
  process.env.HUB_MODE = 'production';
  const { code } = await run('load', 'outage');
  expect(code).not.toBe(0);
  process.env.HUB_MODE = 'sandbox';
  expect((await run('ls')).text).not.toMatch(/^\* outage/m);
});

test('the simulator of the hub that runs on the data folder is found without a setting', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub06-scenario-'));
  const owner = { pid: process.ppid, birthMark: '', startedAt: new Date().toISOString() };
  const ports = { gateway: 1, simulator: Number(new URL(simulator.url).port), postgres: null };
  writeFileSync(join(dataDir, 'up.json'), JSON.stringify({ ...owner, url: 'http://127.0.0.1:1', ports }));
  delete process.env.SIMULATOR_URL;
  process.env.HUB_DATA_DIR = dataDir;
  expect((await run('ls')).code).toBe(0);
  process.env.SIMULATOR_PORT = '1';
  expect((await run('ls')).code).toBe(5);
  rmSync(dataDir, { recursive: true });
});

test('who listens nowhere is told where to look', async () => {
  process.env.SIMULATOR_URL = 'http://127.0.0.1:1';
  expect(await run('ls')).toEqual({ code: 5, text: expect.stringContaining('SIMULATOR_URL') as string });
});
