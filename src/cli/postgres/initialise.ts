/** Makes the data folder of a new server whole or not at all: a start that was killed half-way leaves nothing that misleads the next. */
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isAlive } from '../process-identity';
import { DATABASE_USER } from './connection-string';
import { type RunAs } from './run-as';
import { runProgram } from './run-program';

export interface NewServer {
  /** The hub's PostgreSQL folder: the data folder, the password and the log lie in it. */
  readonly root: string;
  /** The data folder to be made. */
  readonly folder: string;
  readonly initdb: string;
  readonly runAs: RunAs | null;
}

const HALF_MADE = 'initialising-';

/** Makes the data folder unless it is there. Returns the owner's password. */
export async function initialiseOnce(server: NewServer): Promise<string> {
  sweepHalfMade(server.root);
  const password = readOrMakePassword(server);
  if (existsSync(join(server.folder, 'PG_VERSION'))) return password;
  const making = join(server.root, `${HALF_MADE}${process.pid}`);
  const passwordFile = `${making}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (server.runAs) chownSync(passwordFile, server.runAs.uid, server.runAs.gid);
  try {
    await runProgram({
      program: server.initdb,
      args: [
        `--pgdata=${making}`,
        `--username=${DATABASE_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // Without these the encoding comes from LANG, and an empty LANG makes a database that cannot hold accents.
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      folder: server.root,
      runAs: server.runAs,
      log: join(server.root, 'server.log'),
    });
    // initdb writes PG_VERSION first; only this rename says that everything else is there too.
    renameSync(making, server.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
  return password;
}

/** Removes what killed starts left behind, but not what a start that still lives is making. */
function sweepHalfMade(root: string): void {
  for (const entry of readdirSync(root)) {
    const pid = Number(new RegExp(`^${HALF_MADE}(\\d+)`).exec(entry)?.[1]);
    if (!pid || (pid !== process.pid && isAlive(pid))) continue;
    try {
      rmSync(join(root, entry), { recursive: true, force: true });
    } catch {
      // The initdb of a killed start may still be writing there; the next start sweeps it away.
    }
  }
}

function readOrMakePassword(server: NewServer): string {
  const file = join(server.root, 'postgres-password');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept) return kept;
  if (existsSync(join(server.folder, 'PG_VERSION'))) {
    throw new Error(
      `The password file ${file} is missing, so the database beside it cannot be opened. Put it back.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
