/** A simulator of its own for each test, and a caller that asks it in the NDOP manner. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Person } from '../register/person';
import { createRegister } from '../register/register';
import { type RunningSimulator, startSimulator } from '../server';

export const people = 20_000;
export const seed = 6;
export const register = createRegister({ people, seed });

let folder: string;
let simulator: RunningSimulator | undefined;

/** Ends what a test started; to be called at the head of a test file. */
export function useSimulator(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub06-simulator-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    await simulator?.close();
    simulator = undefined;
  });
}

export function running(): RunningSimulator {
  if (simulator === undefined) throw new Error('no simulator was started');
  return simulator;
}

/** Starts with the scenario of these lines of YAML, or with `happy`. */
export async function start(
  yaml?: string,
  more: { controlApi?: boolean; onRequestLog?: (line: string) => void; now?: () => number } = {},
) {
  const path = join(folder, 'made.yaml');
  if (yaml !== undefined) writeFileSync(path, `name: made\n${yaml}`);
  simulator = await startSimulator({
    port: 0,
    people,
    seed,
    scenario: yaml === undefined ? 'happy' : path,
    ...more,
  });
  return simulator;
}

let calls = 0;
export function question(list: readonly object[], header: object = {}, data: object = {}): string {
  calls += 1;
  return JSON.stringify({
    header: { version: '1.0', sender_id: 'HUB06-0000001', msg_id: `m-${calls}`, ...header },
    data: { MaDVC: 'HUB06-TEST', MaTichHop: '037', MaCanBo: 'can-bo', DanhSach: list, ...data },
  });
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

export async function ask(body: string, path = '/ndop/v1/tra-cuu'): Promise<Reply> {
  const { url } = running();
  const response = await fetch(url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-correlation-id': 'run-1' },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export interface Entry {
  IdBanGhi: string;
  UngVien: { SoDinhDanh: string; SoDinhDanhCu: string[]; HoVaTen: { Ten: string } }[];
}
export const listOf = (reply: Reply): Entry[] =>
  (JSON.parse(reply.text) as { data: { DanhSach: Entry[] } }).data.DanhSach;
export const codeOf = (reply: Reply): string =>
  (JSON.parse(reply.text) as { status: { code: string } }).status.code;
export const wireBirth = (person: Person): object =>
  person.month === 0
    ? { Nam: String(person.year) }
    : {
        NgayThangNam: `${person.year}${String(person.month).padStart(2, '0')}${String(person.day).padStart(2, '0')}`,
      };

export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
