/** Tells one process from another: numbers are given out again, so a number alone proves nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True when a process with this number lives, whoever owns it; one that is dead and not yet waited for does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readStat(pid)?.[0] !== 'Z';
  } catch (error) {
    // EPERM means alive but another user's, which is the case when root handed PostgreSQL over.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A mark of when the process began, equal only for the very same process; '' where the system does not tell. */
export function birthMark(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${readStat(pid)?.[19] ?? ''}`;
  } catch {
    return askPs(pid);
  }
}

/** Linux's account of a process, from its state onwards; null elsewhere. */
function readStat(pid: number): string[] | null {
  try {
    // The command's name stands in brackets and may itself hold spaces and brackets: count after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function askPs(pid: number): string {
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
