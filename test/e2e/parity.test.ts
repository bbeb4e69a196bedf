/** The small form of `npm run parity`: both connectors over every line that disturbs, through the hub's own processes. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'bench', 'parity.mjs');

test('both ways to the register find the same, whatever disturbs the line', () => {
  const scenarios = 'happy,hostile,throttled,outage,killed';
  const flags = ['--rows', '200', '--scenarios', scenarios, '--outage-seconds', '2'];
  // It ends with another code, and this throws with the table, when anything does not hold.
  const table = execFileSync(process.execPath, [SCRIPT, ...flags], { encoding: 'utf8', timeout: 240_000 });
  expect(table.match(/^(ndop|soap) /gm)).toHaveLength(10);
  expect(table).toContain('One hash, nothing wrong, budget kept.');
}, 300_000);
