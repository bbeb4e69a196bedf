/** Reads who runs on a data folder: PostgreSQL's own pid file, checked against the processes that really live. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process-identity';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** True only once it takes connections; while it recovers from a crash or stops it does not. */
  readonly ready: boolean;
}

/** Null when nobody runs on the folder: then a server may be started on it. The pid file itself is never touched. */
export function findPostmaster(folder: string): Postmaster | null {
  const lines = readPidFile(folder);
  if (!lines) return null;
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !isPostgresOn(folder, pid)) return null;
  return { pid, port: Number(lines[3]) || 0, ready: lines[7]?.trim() === 'ready' };
}

/** The process that got the number of an earlier server and keeps PostgreSQL from starting; null when there is none. */
export function findNamesake(folder: string): number | null {
  const pid = Number(readPidFile(folder)?.[0]);
  return pid > 0 && isAlive(pid) && !isPostgresOn(folder, pid) ? pid : null;
}

/**
 * Ends the sessions that outlived a killed server and hold its memory, as PostgreSQL's own hint asks for: one that is
 * busy computing would notice only at its end. Call it only while `findPostmaster` finds nobody. Linux only; elsewhere
 * they are waited for.
 */
export function endOrphanedSessions(folder: string): void {
  if (!existsSync('/proc/self')) return;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!pid || !isSessionOn(folder, pid)) continue;
    try {
      // The signal that PostgreSQL itself sends its sessions after a crash: leave at once, touch nothing.
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It has just gone by itself.
    }
  }
}

function isSessionOn(folder: string, pid: number): boolean {
  try {
    const isSession = readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: ');
    return isSession && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function readPidFile(folder: string): string[] | null {
  const file = join(folder, 'postmaster.pid');
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return Number(lines[0]) > 0 ? lines : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Numbers are given out again: the holder counts only when it is PostgreSQL and, where that can be seen, on this folder. */
function isPostgresOn(folder: string, pid: number): boolean {
  if (existsSync(`/proc/${pid}`)) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    } catch {
      // Another user's process hides its folder; a dead one that nobody has waited for has none: its command is empty.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
    }
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      'postgres',
    );
  } catch {
    return false;
  }
}
