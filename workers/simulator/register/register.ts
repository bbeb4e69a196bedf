/** Answers for the whole procedural register: person by index, by number, by old card, by name and birth, by birth day. */
import { ordinalsOfDay, dayOfOrdinal } from './birth-days';
import { dayOfYear, firstDayOf, monthOf, type CalendarDate } from './calendar';
import { Households } from './households';
import { cellAt, type Cells, cellOf, createCells, sexOf, sizeOf, yearOf, provinceOf } from './cells';
import { hash, streamKey, uniform } from './hash';
import { statusOf, wasRenamed } from './life-events';
import { type NameBook, nameBook } from './names/name-book';
import { cohortOf } from './names/given-names';
import { drawWords } from './names/choice-tree';
import { searchByNameAndBirth } from './name-search';
import { createOldCards, type OldCards } from './old-cards';
import { permute } from './permutation';
import { FullName, type Person, type WantedBirth } from './person';
import { OLD_PROVINCES } from './provinces';
import { findReissue, indexOfCancelled, type Reissue } from './reissues';
import { findPlace, numberAt } from './serials';

export interface RegisterOptions {
  readonly people: number;
  readonly seed: number;
  /** The day on which the register stands still; the core has no clock. */
  readonly reference?: CalendarDate;
}

export const DEFAULT_REFERENCE: CalendarDate = { year: 2025, month: 7, day: 1 };

/** Keys of the independent streams of decisions, all derived from the seed. */
export interface RegisterKeys {
  readonly serial: number;
  readonly card: number;
  readonly day: number;
  readonly nameOrder: number;
  readonly nameShake: number;
  readonly status: number;
  readonly renamed: number;
  readonly formerName: number;
  readonly reissue: number;
  readonly contact: number;
}

export interface Register {
  readonly people: number;
  readonly seed: number;
  readonly reference: CalendarDate;
  readonly cells: Cells;
  readonly keys: RegisterKeys;
  /** The person at an index from 0 to people − 1. */
  person(index: number): Person;
  /** The person who holds this number or held it before it was cancelled. */
  findByNumber(number: string): Person | null;
  findByOldCard(card: string): Person[];
  /** People of this folded name (present or former) whose birth agrees at the coarser precision; at most `limit`, lowest index first. */
  findByNameAndBirth(name: string, birth: WantedBirth, limit?: number): Person[];
  /** Indices of everybody known to be born on this day. */
  bornOn(date: CalendarDate): number[];
  /** Families and households; worked out person by person, never stored. */
  households(): Households;
}

function keysOf(seed: number): RegisterKeys {
  const key = (name: string): number => streamKey(seed, name);
  return {
    serial: key('serial'),
    card: key('old-card'),
    day: key('birth-day'),
    nameOrder: key('name-order'),
    nameShake: key('name-shake'),
    status: key('status'),
    renamed: key('renamed'),
    formerName: key('former-name'),
    reissue: key('reissue'),
    contact: key('contact'),
  };
}

/** Starts a register; nothing is stored but a table of about 13,000 cells. */
export function createRegister(options: RegisterOptions): Register {
  const reference = options.reference ?? DEFAULT_REFERENCE;
  const seed = options.seed | 0;
  const cells = createCells(options.people, seed, reference);
  const keys = keysOf(seed);
  const cards = createOldCards(cells, keys.card);
  const book = nameBook();
  const person = (index: number): Person => {
    if (!(index >= 0 && index < cells.people)) throw new RangeError('no person at this index');
    return personIn(cells, keys, cards, book, cellAt(cells, index), index);
  };
  const searched = {
    cells,
    keys,
    book,
    person,
    formerNames: (cell: number, index: number) => formerNames(cells, keys, book, cell, index),
  };
  let households: Households | null = null;
  const register: Register = {
    people: cells.people,
    seed,
    reference,
    cells,
    keys,
    person,
    findByNumber(number) {
      const place = findPlace(cells, keys.serial, number);
      if (place === null) return null;
      const ordinal = place.place;
      if (ordinal < sizeOf(cells, place.cell)) {
        return personIn(
          cells,
          keys,
          cards,
          book,
          place.cell,
          (cells.starts[place.cell] as number) + ordinal,
          number,
        );
      }
      const holder = indexOfCancelled(cells, keys.reissue, place.cell, ordinal);
      return holder < 0 ? null : person(holder);
    },
    findByOldCard: (card) => cards.holdersOf(card).map(person),
    findByNameAndBirth: (name, birth, limit = 20) => searchByNameAndBirth(searched, name, birth, limit),
    bornOn: (date) => bornOn(cells, keys, date),
    households: () => (households ??= new Households(register)),
  };
  return register;
}

/** `number` is passed by a caller who knows it already. */
function personIn(
  cells: Cells,
  keys: RegisterKeys,
  cards: OldCards,
  book: NameBook,
  cell: number,
  index: number,
  number?: string,
): Person {
  const start = cells.starts[cell] as number;
  const ordinal = index - start;
  const year = yearOf(cells, cell);
  const dated = cells.dated[cell] as number;
  const known = ordinal < dated;
  const day = known ? dayOfOrdinal(keys.day, start, ordinal, dated, cells.days[cell] as number) : 0;
  const month = known ? monthOf(year, day) : 0;
  const words = drawWords(
    book.tree(provinceOf(cells, cell), sexOf(cells, cell), cohortOf(year)),
    nameDraw(keys, start, ordinal, sizeOf(cells, cell)),
  );
  const name = new FullName(words);
  const reissue = findReissue(cells, keys.reissue, cell, ordinal);
  return {
    index,
    number: number ?? numberAt(cells, keys.serial, cell, ordinal),
    oldCard: cards.numberOf(index, cell),
    name,
    sex: sexOf(cells, cell),
    year,
    month,
    day: known ? day - firstDayOf(year, month) + 1 : 0,
    status: statusOf(keys.status, cell, ordinal, cells.reference.year - year),
    formerNames: wasRenamed(keys.renamed, cell, ordinal) ? formerNames(cells, keys, book, cell, index) : [],
    formerNumbers: reissue === null ? [] : [numberAt(cells, keys.serial, reissue.cell, reissue.place)],
    corrected: reissue === null || reissue.merged ? null : correctionOf(reissue),
    movedTo: null,
  };
}

function correctionOf(reissue: Reissue): { sex: Person['sex']; year: number } {
  return { sex: reissue.formerSex, year: reissue.formerYear };
}

/** The draw in [0, 1) from which a person's name is read: the ordinals of a cell are dealt over the whole range. */
function nameDraw(keys: RegisterKeys, start: number, ordinal: number, size: number): number {
  const place = permute(ordinal, size, hash(keys.nameOrder, start));
  return (place + uniform(keys.nameShake, start + place)) / size;
}

/** The name before the change: same first word, another rest that differs when folded; none for names of one word. */
function formerNames(
  cells: Cells,
  keys: RegisterKeys,
  book: NameBook,
  cell: number,
  index: number,
): FullName[] {
  const start = cells.starts[cell] as number;
  const tree = book.tree(provinceOf(cells, cell), sexOf(cells, cell), cohortOf(yearOf(cells, cell)));
  const draw = nameDraw(keys, start, index - start, sizeOf(cells, cell));
  const now = new FullName(drawWords(tree, draw)).fold;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const former = new FullName(drawWords(tree, draw, uniform(hash(keys.formerName, attempt), index)));
    if (former.fold !== now) return [former];
  }
  return [];
}

function bornOn(cells: Cells, keys: RegisterKeys, date: CalendarDate): number[] {
  const found: number[] = [];
  const day = dayOfYear(date);
  for (let province = 0; province < OLD_PROVINCES.length; province += 1) {
    for (const sex of [1, 2] as const) {
      const cell = cellOf(cells, province, sex, date.year);
      if (cell < 0 || day >= (cells.days[cell] as number)) continue;
      const start = cells.starts[cell] as number;
      for (const ordinal of ordinalsOfDay(
        keys.day,
        start,
        day,
        cells.dated[cell] as number,
        cells.days[cell] as number,
      )) {
        found.push(start + ordinal);
      }
    }
  }
  return found;
}
