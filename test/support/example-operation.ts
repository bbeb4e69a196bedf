/** The operations that console, documentation and command line send: tests send the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readOperation(name: string): string {
  return readFileSync(join(__dirname, '..', '..', 'schema', 'operations', `${name}.graphql`), 'utf8');
}
