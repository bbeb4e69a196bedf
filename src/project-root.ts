/** Finds the folder of the product, wherever its code runs from (the sources or dist), and the version that it states. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
  if (existsSync(join(from, 'schema', 'matrix'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('The folder schema/matrix is missing: the installation is not complete.');
  return findRoot(parent);
}

/** Holds `schema/`, `web/dist/` and `package.json`. */
export const PROJECT_ROOT = findRoot(__dirname);

/** The version that package.json states. */
export function getVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
