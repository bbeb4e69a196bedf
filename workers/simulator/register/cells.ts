/** Answers for where a person stands: index ranges of the cells (old province × sex × birth year), found from either side. */
import { type CalendarDate, dayOfYear, daysInYear } from './calendar';
import { below, streamKey, uniform } from './hash';
import { FEMALE, MALE, OLDEST_AGE, type SexCode, weightOfBirthYear } from './pyramid';
import { OLD_PROVINCES } from './provinces';
import { PROVINCE_WEIGHTS } from './units';

/** Serials of one cell: 000000–999999. */
export const CELL_CAPACITY = 1_000_000;
/** The rest of a cell stays free for cancelled numbers and for numbers that nobody holds. */
const MOST_PEOPLE_IN_A_CELL = 900_000;
export const MOST_PEOPLE = 100_000_000;

export interface Cells {
  readonly people: number;
  readonly reference: CalendarDate;
  readonly firstYear: number;
  readonly years: number;
  readonly count: number;
  /** First index of each cell, and one more entry that holds the number of people. */
  readonly starts: Int32Array;
  /** People of the cell whose day and month are known; they come first, the year-only people after them. */
  readonly dated: Int32Array;
  /** Days on which people of the cell may be born (fewer in the year of the reference date). */
  readonly days: Int32Array;
}

/** Share of people of which the register knows the year of birth only, by age at the reference date (our proposal). */
function yearOnlyShare(age: number): number {
  if (age >= 85) return 0.3;
  if (age >= 75) return 0.2;
  if (age >= 65) return 0.1;
  if (age >= 55) return 0.03;
  return age >= 45 ? 0.005 : 0;
}

/**
 * Apportions `people` to the cells by cumulative rounding: every province, and every sex within it, is within one person
 * of its share for any size. (Largest remainder would give a small register to the biggest cells only.)
 */
export function createCells(people: number, seed: number, reference: CalendarDate): Cells {
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) {
    throw new RangeError(`people must be a whole number from 1 to ${MOST_PEOPLE}`);
  }
  const years = OLDEST_AGE + 2;
  const firstYear = reference.year - years + 1;
  const count = OLD_PROVINCES.length * 2 * years;
  const weights = new Float64Array(count);
  let total = 0;
  for (let cell = 0; cell < count; cell += 1) {
    const sex: SexCode = Math.floor(cell / years) % 2 === 0 ? MALE : FEMALE;
    const province = PROVINCE_WEIGHTS[Math.floor(cell / (2 * years))] as number;
    weights[cell] = province * weightOfBirthYear(sex, firstYear + (cell % years), reference);
    total += weights[cell] as number;
  }
  const starts = new Int32Array(count + 1);
  let sum = 0;
  for (let cell = 0; cell < count; cell += 1) {
    starts[cell] = Math.round((sum / total) * people);
    sum += weights[cell] as number;
  }
  starts[count] = people;
  return {
    people,
    reference,
    firstYear,
    years,
    count,
    starts,
    ...divide(starts, seed, reference, firstYear, years),
  };
}

function divide(starts: Int32Array, seed: number, reference: CalendarDate, firstYear: number, years: number) {
  const count = starts.length - 1;
  const dated = new Int32Array(count);
  const days = new Int32Array(count);
  const key = streamKey(seed, 'year-only');
  for (let cell = 0; cell < count; cell += 1) {
    const size = (starts[cell + 1] as number) - (starts[cell] as number);
    if (size > MOST_PEOPLE_IN_A_CELL) throw new RangeError('a cell of the register is over-full');
    const year = firstYear + (cell % years);
    dated[cell] = size - Math.floor(size * yearOnlyShare(reference.year - year) + uniform(key, cell));
    days[cell] = year === reference.year ? Math.max(1, dayOfYear(reference)) : daysInYear(year);
  }
  return { dated, days };
}

/** The cell of a province position, sex and birth year; -1 when the year is outside the register. */
export function cellOf(cells: Cells, province: number, sex: SexCode, year: number): number {
  const offset = year - cells.firstYear;
  if (offset < 0 || offset >= cells.years) return -1;
  return (province * 2 + sex - 1) * cells.years + offset;
}

export function sizeOf(cells: Cells, cell: number): number {
  return (cells.starts[cell + 1] as number) - (cells.starts[cell] as number);
}

export function yearOf(cells: Cells, cell: number): number {
  return cells.firstYear + (cell % cells.years);
}

export function sexOf(cells: Cells, cell: number): SexCode {
  return Math.floor(cell / cells.years) % 2 === 0 ? MALE : FEMALE;
}

export function provinceOf(cells: Cells, cell: number): number {
  return Math.floor(cell / (2 * cells.years));
}

/** The cell that holds an index: the last one that starts at or before it and is not empty. */
export function cellAt(cells: Cells, index: number): number {
  let low = 0;
  let high = cells.count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((cells.starts[middle] as number) <= index) low = middle;
    else high = middle;
  }
  return low;
}

/** Every `period`-th ordinal of a cell is chosen, from an offset of its own: exact shares, enumerable without a scan. */
export function chosenOffset(key: number, cell: number, period: number): number {
  return below(key, cell, period);
}
