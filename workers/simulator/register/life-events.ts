/** Answers for what happened in a life by the register's seed: death, disappearance, change of name. */
import { type Cells, chosenOffset } from './cells';
import { uniform } from './hash';
import { type PersonStatus } from './person';

/** One person in 333 (0.3 %) changed the name. */
export const RENAME_PERIOD = 333;

const MISSING_SHARE = 0.0005;

/** Share recorded as dead, by age; about 0.45 % of the whole register. */
function deceasedShare(age: number): number {
  if (age < 40) return 0.001;
  return age < 65 ? 0.004 : 0.026;
}

export function statusOf(key: number, index: number, age: number): PersonStatus {
  const draw = uniform(key, index);
  if (draw < MISSING_SHARE) return 'MISSING';
  return draw < MISSING_SHARE + deceasedShare(age) ? 'DECEASED' : 'ACTIVE';
}

export function wasRenamed(key: number, cell: number, ordinal: number): boolean {
  return (ordinal + chosenOffset(key, cell, RENAME_PERIOD)) % RENAME_PERIOD === RENAME_PERIOD - 1;
}

/** Hands to `visit` the ordinals of everybody in a cell who changed the name. */
export function eachRenamed(cells: Cells, key: number, cell: number, visit: (ordinal: number) => void): void {
  const size = (cells.starts[cell + 1] as number) - (cells.starts[cell] as number);
  const offset = chosenOffset(key, cell, RENAME_PERIOD);
  for (let ordinal = RENAME_PERIOD - 1 - offset; ordinal < size; ordinal += RENAME_PERIOD) visit(ordinal);
}
