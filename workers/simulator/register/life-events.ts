/** Answers for what happened in a life by the register's seed: death, disappearance, change of name. */
import { type Cells, chosenOffset, sizeOf, yearOf } from './cells';
import { hash } from './hash';
import { type PersonStatus } from './person';

/** One person in 333 (0.3 %) changed the name. */
export const RENAME_PERIOD = 333;

/** One person in 2,000 (0.05 %) is declared missing. */
const MISSING_PERIOD = 2000;

/** One in how many is recorded as dead, by age; about 0.45 % of the whole register. */
function deceasedPeriod(age: number): number {
  if (age < 40) return 1000;
  return age < 65 ? 250 : 38;
}

function isChosen(key: number, cell: number, ordinal: number, period: number): boolean {
  return (ordinal + chosenOffset(key, cell, period)) % period === period - 1;
}

export function statusOf(key: number, cell: number, ordinal: number, age: number): PersonStatus {
  if (isChosen(key, cell, ordinal, MISSING_PERIOD)) return 'MISSING';
  return isChosen(hash(key, 1), cell, ordinal, deceasedPeriod(age)) ? 'DECEASED' : 'ACTIVE';
}

/** How many of a cell are neither dead nor missing: counted, not looked at one by one. */
export function livingIn(cells: Cells, key: number, cell: number): number {
  const size = sizeOf(cells, cell);
  const period = deceasedPeriod(cells.reference.year - yearOf(cells, cell));
  const deadKey = hash(key, 1);
  let gone = countOfChosen(size, chosenOffset(deadKey, cell, period), period);
  const first = MISSING_PERIOD - 1 - chosenOffset(key, cell, MISSING_PERIOD);
  for (let ordinal = first; ordinal < size; ordinal += MISSING_PERIOD)
    if (!isChosen(deadKey, cell, ordinal, period)) gone += 1;
  return size - gone;
}

function countOfChosen(size: number, offset: number, period: number): number {
  return Math.floor((size + offset) / period);
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
