/** Answers for who bears a name and was born on a day or in a year, without looking at anybody else. */
import { dayOfOrdinal } from './birth-days';
import { dayOfYear, isRealDate, monthOf } from './calendar';
import { type Cells, cellOf } from './cells';
import { hash, uniform } from './hash';
import { eachRenamed } from './life-events';
import { cohortOf } from './names/given-names';
import { type NameBook, type StylePart, WantedName } from './names/name-book';
import { foldName } from './names/word';
import { unpermute } from './permutation';
import { type FullName, type Person, type WantedBirth } from './person';
import { OLD_PROVINCES } from './provinces';
import { FEMALE, MALE, type SexCode } from './pyramid';
import { type RegisterKeys } from './register';

export interface SearchedRegister {
  readonly cells: Cells;
  readonly keys: RegisterKeys;
  readonly book: NameBook;
  person(index: number): Person;
  formerNames(cell: number, index: number): readonly FullName[];
}

/** Guards the ends of an interval against the last bits of the arithmetic; every hit is checked against the person anyway. */
const EDGE = 1e-9;

/**
 * A name is a set of intervals of the draw from which names are read; in each cell of the year only the few places in these
 * intervals are visited. Cost: about 126 cells × (intervals of the name), whatever the size of the register. People who
 * changed the name (0.3 %) are visited as well.
 */
export function searchByNameAndBirth(
  register: SearchedRegister,
  name: string,
  birth: WantedBirth,
  limit: number,
): Person[] {
  const wanted = foldName(name);
  const cohort = cohortOf(birth.year);
  const search: Search = {
    register,
    wanted,
    birth,
    intervals: new WantedName(register.book, wanted.split(' '), cohort),
  };
  const people: Person[] = [];
  for (let province = 0; province < OLD_PROVINCES.length; province += 1) {
    for (const sex of [MALE, FEMALE] as const) {
      const cell = cellOf(register.cells, province, sex, birth.year);
      if (cell < 0) return [];
      for (const index of searchCell(search, cell, province, sex)) {
        const person = register.person(index);
        if (person.name.fold === wanted || person.formerNames.some((former) => former.fold === wanted))
          people.push(person);
        if (people.length === limit) return people;
      }
    }
  }
  return people;
}

interface Search {
  readonly register: SearchedRegister;
  readonly wanted: string;
  readonly birth: WantedBirth;
  readonly intervals: WantedName;
}

/** Indices in one cell that may bear the name and whose birth agrees, lowest first. */
function searchCell(
  { register, wanted, birth, intervals }: Search,
  cell: number,
  province: number,
  sex: SexCode,
): readonly number[] {
  const { cells, keys, book } = register;
  const start = cells.starts[cell] as number;
  const size = (cells.starts[cell + 1] as number) - start;
  if (size === 0) return NOBODY;
  const order = hash(keys.nameOrder, start);
  const found: number[] = [];
  for (const part of book.parts[province] as readonly StylePart[]) {
    for (const interval of intervals.intervals(part.style, sex)) {
      const from = part.from + part.share * interval.from - EDGE;
      const to = part.from + part.share * interval.to + EDGE;
      const last = Math.min(size - 1, Math.floor(to * size));
      for (let place = Math.max(0, Math.floor(from * size)); place <= last; place += 1) {
        const draw = (place + uniform(keys.nameShake, start + place)) / size;
        if (draw < from || draw >= to) continue;
        const ordinal = unpermute(place, size, order);
        if (birthAgrees(cells, keys, cell, ordinal, birth)) found.push(start + ordinal);
      }
    }
  }
  eachRenamed(cells, keys.renamed, cell, (ordinal) => {
    if (!birthAgrees(cells, keys, cell, ordinal, birth)) return;
    if (register.formerNames(cell, start + ordinal).some((former) => former.fold === wanted))
      found.push(start + ordinal);
  });
  return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found;
}

const NOBODY: readonly number[] = [];

/** Agreement at the coarser precision: a year-only person agrees with any date of that year, and a wanted year with any day of it. */
function birthAgrees(
  cells: Cells,
  keys: RegisterKeys,
  cell: number,
  ordinal: number,
  birth: WantedBirth,
): boolean {
  const dated = cells.dated[cell] as number;
  if (birth.month === undefined || ordinal >= dated) return true;
  const day = dayOfOrdinal(
    keys.day,
    cells.starts[cell] as number,
    ordinal,
    dated,
    cells.days[cell] as number,
  );
  if (birth.day === undefined) return monthOf(birth.year, day) === birth.month;
  if (!isRealDate(birth.year, birth.month, birth.day)) return false;
  return day === dayOfYear({ year: birth.year, month: birth.month, day: birth.day });
}
