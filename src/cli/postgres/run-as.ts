/** Chooses the user that PostgreSQL runs as: it refuses to run as root, so root hands it to a user without rights. */
import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
}

/** Null when this process may run PostgreSQL itself. */
export function findRunAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  for (const user of ['postgres', 'nobody']) {
    const uid = ask(['-u', user]);
    const gid = ask(['-g', user]);
    if (uid !== null && gid !== null) return { uid, gid, user };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start the hub as an ordinary user, or set DATABASE_URL.',
  );
}

/** Gives the folder to the user. @throws Error with advice where that user cannot get there or read the programs. */
export function handOver(folder: string, programs: string, runAs: RunAs | null): void {
  // Only the folder itself is private: a private parent would keep the other user out of it.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!runAs) return;
  chownSync(folder, runAs.uid, runAs.gid);
  for (const path of [dirname(folder), dirname(programs)]) {
    const wall = findWall(path, runAs);
    if (!wall) continue;
    throw new Error(
      `PostgreSQL refuses to run as root, and the user "${runAs.user}" that it runs as instead may not enter ${wall}. ` +
        'Start the hub as an ordinary user, or set HUB_DATA_DIR to a folder that others may enter, or set DATABASE_URL.',
    );
  }
}

function findWall(path: string, runAs: RunAs): string | null {
  accessSync(path, constants.X_OK);
  const { mode, uid, gid } = statSync(path);
  const mayEnter = uid === runAs.uid ? mode & 0o100 : gid === runAs.gid ? mode & 0o010 : mode & 0o001;
  if (!mayEnter) return path;
  const parent = dirname(path);
  return parent === path ? null : findWall(parent, runAs);
}

function ask(args: string[]): number | null {
  try {
    return Number(execFileSync('id', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}
