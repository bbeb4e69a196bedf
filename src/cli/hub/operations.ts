/** Reads the operations that the hub publishes in `schema/operations`: the command line sends these and no others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../project-root';

const read = new Map<string, string>();

/** The text of `schema/operations/<name>.graphql`. @throws Error when the package lacks it. */
export function getOperation(name: string): string {
  const known = read.get(name);
  if (known) return known;
  const text = readFileSync(join(PROJECT_ROOT, 'schema', 'operations', `${name}.graphql`), 'utf8');
  read.set(name, text);
  return text;
}
