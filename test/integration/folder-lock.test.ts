/** Proves that a data folder has one owner at most, and that the lock of a killed owner never locks anybody out. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthMark } from '../../src/cli/process-identity';
import { findRunningHub, takeFolder, type FolderLock } from '../../src/cli/up/running-hub';

const facts = { url: 'http://localhost:4000', ports: { gateway: 4000, simulator: 4006, postgres: null } };
let folder: string;
let other: ChildProcess;

beforeAll(() => {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
});
afterAll(() => other.kill('SIGKILL'));
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hub06-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const lockOf = (pid: number, mark: string) =>
  writeFileSync(
    join(folder, 'up.json'),
    JSON.stringify({ pid, birthMark: mark, startedAt: '2026-01-01T00:00:00Z', ...facts }),
  );

function take(): FolderLock {
  const lock = takeFolder(folder, facts);
  if (!('release' in lock)) throw new Error('the folder is taken');
  return lock;
}

test('a free folder is taken, written for its owner only, and given back', () => {
  const lock = take();
  expect(lock.takenOver).toBe(false);
  expect(statSync(join(folder, 'up.json')).mode & 0o777).toBe(0o600);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a living owner keeps it, and is named', () => {
  const pid = other.pid ?? 0;
  lockOf(pid, birthMark(pid));
  expect(findRunningHub(folder)).toMatchObject({ pid, url: facts.url });
  expect(takeFolder(folder, facts)).toMatchObject({ pid, url: facts.url });
  expect(readdirSync(folder)).toEqual(['up.json']);
});

test.each([
  ['a dead owner', () => lockOf(2 ** 22 + 1, '')],
  ["another program that got the owner's number", () => lockOf(other.pid ?? 0, 'an earlier boot:1')],
  ['this very process number from an earlier container', () => lockOf(process.pid, 'an earlier boot:1')],
  ['a lock that was half written', () => writeFileSync(join(folder, 'up.json'), '{"pid":')],
])('%s is taken over', (_what, leave) => {
  leave();
  expect(findRunningHub(folder)).toBeNull();
  const lock = take();
  expect(lock.takenOver).toBe(true);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('what is learnt later is written down too', () => {
  const lock = take();
  lock.update({ ...facts, ports: { ...facts.ports, postgres: 5_555 } });
  expect(JSON.parse(readFileSync(join(folder, 'up.json'), 'utf8'))).toMatchObject({
    pid: process.pid,
    ports: { postgres: 5_555 },
  });
  lock.release();
});
