/** Dirty residents of the register that the simulator shows by default, and the verdict to expect of each. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../support/hub.mjs';

const SAMPLE_SEED = '41';

export function makeDirtyPeople(folder, rows, level) {
  const [file, truth] = [join(folder, 'people.csv'), join(folder, 'truth.csv')];
  const flags = ['--count', String(rows), '--seed', SAMPLE_SEED, '--dirty', level];
  const people = ['sim', 'people', ...flags, '--out', file, '--truth', truth];
  execFileSync(process.execPath, [PROGRAM, ...people], { stdio: 'ignore' });
  const expected = readFileSync(truth, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.lastIndexOf(',') + 1));
  return { file, expected };
}

/** Where posterior probabilities decide, rules and product may differ: the table in the simulator's README, and nothing else. */
const ALLOWED = new Set([
  ...['PROBABLE REVIEW', 'REVIEW PROBABLE', 'REVIEW MISMATCH', 'PROBABLE MISMATCH'],
  ...['REVIEW AMBIGUOUS', 'AMBIGUOUS REVIEW'],
]);

/** How many verdicts are neither the expected one nor one that the rules leave open. */
export function countWrong(verdicts, expected) {
  if (verdicts.length !== expected.length) return Math.abs(verdicts.length - expected.length);
  return verdicts.filter(
    (verdict, at) => verdict !== expected[at] && !ALLOWED.has(`${expected[at]} ${verdict}`),
  ).length;
}
