/** Starts the built product as a user does, on a data folder and ports of its own, and looks at the processes that it makes. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connectionString } from '../../src/cli/postgres/connection-string';
import { waitFor } from '../support/wait-for';

export const ROOT = join(__dirname, '..', '..');
const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'main.js');

export interface Surroundings {
  readonly dataDir: string;
  readonly port: number;
  readonly simulatorPort: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** A fresh folder and free ports; nothing of the developer's own environment leaks in. */
export async function makeSurroundings(extra: Readonly<Record<string, string>> = {}): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-e2e-'));
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o711);
  const [port, simulatorPort] = [await findFreePort(), await findFreePort()];
  const dataDir = join(folder, 'data');
  return {
    dataDir,
    port,
    simulatorPort,
    environment: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_US.UTF-8',
      HUB_DATA_DIR: dataDir,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      // However many cores the machine has.
      HUB_WORKERS: '2',
      ...extra,
    },
  };
}

export interface Product {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Milliseconds from the start to the greeting. */
  readonly readyMs: number;
  output(): string;
  /** Resolves with the exit code once the supervisor has ended. */
  readonly ended: Promise<number | null>;
}

/** `hub06 up`, in a process group of its own, so that a test sees whether anything of it is left. */
export async function startProduct({ environment }: Surroundings): Promise<Product> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, [PROGRAM, 'up'], { env: environment, detached: true, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  let over = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      over = true;
      resolve(code);
    }),
  );
  await waitFor(() => over || output.includes('Hub06 is ready'), {
    withinMs: 90_000,
    what: 'the hub to be ready',
  });
  if (over) throw new Error(`hub06 up ended instead of getting ready:\n${withoutKeys(output)}`);
  return {
    process: child,
    pid: child.pid ?? 0,
    readyMs: Date.now() - startedAt,
    output: () => output,
    ended,
  };
}

function withoutKeys(output: string): string {
  return output.replace(/hub06_\w+_[\w-]+/g, '<key>');
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one `hub06` command to its end. */
export function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The children of a supervisor by the part that they are. */
export function partsOf(supervisor: number): Map<string, number[]> {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const parts = new Map<string, number[]>();
  for (const line of listed.split('\n')) {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const part = /main\.js (gateway|worker|simulator|migrate)$/.exec(args ?? '')?.[1];
    if (part && Number(parent) === supervisor) parts.set(part, [...(parts.get(part) ?? []), Number(pid)]);
  }
  return parts;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Dead but not yet waited for: no longer alive in any way that matters.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}

/** The process number of the embedded PostgreSQL; null when it does not run. */
export function findPostgres(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return isAlive(pid) ? pid : null;
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** One statement, straight to the database of the hub, for what would take a user long to bring about. */
export async function askDatabase(
  { dataDir }: Surroundings,
  statement: string,
  parameters: readonly unknown[],
): Promise<void> {
  const { ports } = JSON.parse(readFileSync(join(dataDir, 'up.json'), 'utf8')) as {
    ports: { postgres: number };
  };
  const password = readFileSync(join(dataDir, 'postgres', 'postgres-password'), 'utf8').trim();
  const client = new Client({ connectionString: connectionString(ports.postgres, password, 'hub06') });
  await client.connect();
  try {
    await client.query(statement, [...parameters]);
  } finally {
    await client.end();
  }
}

/** Sends one of the published operations with the key of a role. */
export async function askHub(
  { port, dataDir }: Surroundings,
  operation: string,
  variables: object = {},
): Promise<Record<string, unknown>> {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as { operator: string };
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.operator}` },
    body: JSON.stringify({
      query: readFileSync(join(ROOT, 'schema', 'operations', `${operation}.graphql`), 'utf8'),
      variables,
    }),
  });
  const { data, errors } = (await answer.json()) as {
    data: Record<string, unknown>;
    errors?: { message: string }[];
  };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}
