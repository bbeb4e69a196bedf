/** Runs the packaged PostgreSQL as a process of its own: made on first start, attached to when it already runs. */
import { existsSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { getPostgresBinaries, type PostgresBinaries } from './binaries';
import { answersFor, createDatabase } from './connection';
import { connectionString, DATABASE_USER } from './connection-string';
import { initialiseOnce } from './initialise';
import { endOrphanedSessions, findNamesake, findPostmaster } from './postmaster';
import { findRunAs, handOver, type RunAs } from './run-as';
import { readTail, runProgram, sizeOf } from './run-program';

export interface EmbeddedPostgres {
  /** Connection string of the hub's own database. */
  readonly url: string;
  readonly port: number;
  /** True when a server from an earlier start was still running on this folder (its starter was killed). */
  readonly attached: boolean;
  /** True while the server process lives; it may be recovering and not answer yet. */
  isRunning(): boolean;
  /** Starts it again on the same port when it has died, so that connection strings handed out stay good. */
  revive(): Promise<void>;
  /** Stops the server: sessions are ended, nothing committed is lost. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly folder: string;
  readonly database?: string;
  /** Server settings, for example to trade durability for speed in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Crash recovery replays the write-ahead log before the server answers; a big one takes minutes. */
const RECOVERY_MS = 300_000;
/** How long a killed server's last sessions may hold its memory before a new one is let in. */
const HAND_OVER_MS = 60_000;
const SESSION_GRACE_MS = 2_000;
const POLL_MS = 100;
const LOG_BYTES = 10_000_000;

/** Starts or attaches to the server in `folder`. @throws Error whose sentence says what to do. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = describe(options);
  handOver(server.root, server.binaries.postgres, server.runAs);
  const password = await initialiseOnce({ ...server, initdb: server.binaries.initdb });
  const found = await findAnswering(server, password);
  const port = found ?? (await start(server, password, null));
  const database = options.database ?? DATABASE_USER;
  const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
    if (findPostmaster(server.folder)) await control(server, ['-m', mode, '-w', '-t', '60', 'stop']);
  };
  try {
    await createDatabase(port, password, database);
  } catch (error) {
    // Nobody would own a server whose start is reported as failed.
    if (found === null) await stop();
    throw error;
  }
  return {
    url: connectionString(port, password, database),
    port,
    attached: found !== null,
    isRunning: () => findPostmaster(server.folder) !== null,
    async revive() {
      if ((await findAnswering(server, password)) === null) await start(server, password, port);
    },
    stop,
  };
}

interface Server {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs | null;
  readonly root: string;
  readonly folder: string;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
}

function describe(options: EmbeddedPostgresOptions): Server {
  return {
    binaries: getPostgresBinaries(),
    runAs: findRunAs(),
    root: options.folder,
    folder: join(options.folder, 'data'),
    log: join(options.folder, 'server.log'),
    settings: options.settings ?? {},
  };
}

/** The port of the server that already runs here, once it answers; null when none runs (or the last one has just stopped). */
async function findAnswering(server: Server, password: string): Promise<number | null> {
  const deadline = Date.now() + RECOVERY_MS;
  let refusals = 0;
  for (
    let postmaster = findPostmaster(server.folder);
    postmaster;
    postmaster = findPostmaster(server.folder)
  ) {
    if (postmaster.ready && (await answersFor(server.folder, postmaster.port, password)))
      return postmaster.port;
    if (postmaster.ready) refusals += 1;
    if (refusals > 20 || Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${postmaster.pid}) runs on ${server.folder} but does not answer the hub. ` +
          `Stop that process, then start again. Its log: ${server.log}`,
      );
    }
    await delay(POLL_MS);
  }
  return null;
}

/** Starts it, on the port given or on any free one, and comes back when it takes connections. */
async function start(server: Server, password: string, fixedPort: number | null): Promise<number> {
  const startedAt = Date.now();
  rotate(server.log);
  for (;;) {
    const port = fixedPort ?? (await findFreePort());
    const logSize = sizeOf(server.log);
    try {
      await control(server, ['-l', server.log, '-w', '-t', '60', '-o', serverOptions(server, port), 'start']);
      return port;
    } catch (error) {
      const recovered = await findAnswering(server, password);
      if (recovered !== null) return recovered;
      refuseNamesake(server);
      const waited = Date.now() - startedAt;
      if (waited > HAND_OVER_MS || !isPassing(readTail(server.log, logSize))) throw error;
      if (waited > SESSION_GRACE_MS && !findPostmaster(server.folder)) endOrphanedSessions(server.folder);
      await delay(POLL_MS);
    }
  }
}

/** The last sessions of a killed server still hold its memory or port for a moment, or another program took the free port. */
function isPassing(words: string): boolean {
  return /still in use|lock file .* already exists|could not bind|could not create any TCP/i.test(words);
}

function refuseNamesake(server: Server): void {
  const pid = findNamesake(server.folder);
  if (pid === null) return;
  throw new Error(
    `PostgreSQL will not start: its pid file ${join(server.folder, 'postmaster.pid')} names process ${pid}, which is another program now. ` +
      'If no PostgreSQL runs on this folder, remove that file and start again.',
  );
}

function serverOptions(server: Server, port: number): string {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // No socket file: only TCP is used, and the temporary folder may belong to another user.
    unix_socket_directories: '',
    // The most workers that the hub starts are 16; each may hold 17 connections, the gateway some more.
    max_connections: '320',
    ...server.settings,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}="${value}"`)
    .join(' ');
}

function control(server: Server, args: string[]): Promise<void> {
  return runProgram({
    program: server.binaries.pgCtl,
    args: ['-D', server.folder, ...args],
    folder: server.root,
    runAs: server.runAs,
    log: server.log,
    quiet: true,
  });
}

function rotate(log: string): void {
  if (existsSync(log) && sizeOf(log) > LOG_BYTES) renameSync(log, `${log}.1`);
}

/** A port that is free now; the race until it is taken is lost seldom, and the start then tries another. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
