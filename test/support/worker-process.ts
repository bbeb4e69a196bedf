/** A real worker in a process of its own, as the product starts it, so that a test can kill, stop and continue it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { type TestHub } from './hub';
import { waitFor } from './wait-for';

export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Everything that the worker has logged so far. */
  log(): string;
  /** Resolves when the process has ended, with its signal or exit code. */
  readonly ended: Promise<string>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const MAIN = join(__dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

export function spawnWorker(
  hub: TestHub,
  simulatorUrl: string,
  extra: Record<string, string> = {},
): WorkerProcess {
  const child = spawn(process.execPath, [MAIN, 'worker'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      DATABASE_URL: hub.config.databaseUrl,
      ...(hub.config.redisUrl ? { REDIS_URL: hub.config.redisUrl } : {}),
      HUB_LEASE_SECONDS: String(hub.config.leaseSeconds),
      SIMULATOR_URL: simulatorUrl,
      ...extra,
    },
  });
  let text = '';
  child.stderr?.on('data', (data: Buffer) => (text += data.toString()));
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
  return {
    child,
    log: () => text,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const gone = await Promise.race([
        ended,
        waitFor(() => false, { withinMs: 15_000 }).catch(() => 'late'),
      ]);
      if (gone === 'late') child.kill('SIGKILL');
    },
  };
}
