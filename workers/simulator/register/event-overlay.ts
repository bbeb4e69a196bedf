/** Answers for life events that were added by hand: a thin layer over the procedural register, replayed from its list of events. */
import { isRealDate } from './calendar';
import { cellAt, cellOf, provinceOf } from './cells';
import { newPlace } from './contact';
import { type LifeEventRequest } from './life-event-request';
import { foldName, wordsOf } from './names/word';
import { FullName, type Person, type WantedBirth } from './person';
import { type Register } from './register';
import { numberAt } from './serials';

/** Numbers issued by events take places from here down: far above all people of a cell, far below its cancelled numbers. */
const ISSUED_FROM = 950_000;

export class EventOverlay {
  private readonly people = new Map<number, Person>();
  /** Every number that an event issued or cancelled, with its holder. */
  private readonly numbers = new Map<string, number>();
  /** People by the folded names that events gave them. */
  private readonly named = new Map<string, Set<number>>();
  private readonly mergedInto = new Map<number, number>();
  private readonly issued = new Map<number, number>();

  constructor(private readonly base: Register) {}

  clear(): void {
    for (const part of [this.people, this.numbers, this.named, this.mergedInto, this.issued]) part.clear();
  }

  /** A sentence that says why an event cannot be, or null when it can. */
  problemWith(event: LifeEventRequest): string | null {
    const person = this.findByNumber(event.number);
    if (person === null) return 'nobody holds this number';
    if (event.type === 'MERGED') {
      const other = this.findByNumber(event.into);
      if (other === null) return 'nobody holds the number to merge into';
      return other.index === person.index ? 'a person cannot be merged into itself' : null;
    }
    if (event.type !== 'BIRTH_CORRECTED') return null;
    const { year, month, day } = birthOf(event.birth);
    if (month !== 0 && !isRealDate(year, month, day)) return 'this is no day of the calendar';
    return cellOf(this.base.cells, 0, 1, year) < 0 ? 'the register has no such year of birth' : null;
  }

  /** Applies an event that {@link problemWith} finds nothing wrong with; gives the person as it stands now. */
  apply(event: LifeEventRequest): Person {
    const person = this.findByNumber(event.number) as Person;
    switch (event.type) {
      case 'DECEASED':
      case 'MISSING':
        return this.keep({ ...person, status: event.type });
      case 'ALIVE':
        return this.keep({ ...person, status: 'ACTIVE' });
      case 'RENAMED':
        return this.rename(person, new FullName(wordsOf(event.name)));
      case 'SEX_CORRECTED':
        return this.reissue(person, { ...person, sex: person.sex === 1 ? 2 : 1 });
      case 'BIRTH_CORRECTED':
        return this.correctBirth(person, event.birth);
      case 'MERGED':
        return this.merge(person, event.into);
      case 'MOVED':
        return this.keep({ ...person, movedTo: newPlace(this.base, person.index, event.unit) });
    }
  }

  private keep(person: Person): Person {
    this.people.set(person.index, person);
    return person;
  }

  private rename(person: Person, name: FullName): Person {
    this.noteName(name, person.index);
    this.noteName(person.name, person.index);
    return this.keep({ ...person, name, formerNames: [person.name, ...person.formerNames] });
  }

  private correctBirth(person: Person, text: string): Person {
    this.noteName(person.name, person.index);
    const corrected = { ...person, ...birthOf(text) };
    return corrected.year === person.year ? this.keep(corrected) : this.reissue(person, corrected);
  }

  private noteName(name: FullName, index: number): void {
    this.named.set(name.fold, (this.named.get(name.fold) ?? new Set<number>()).add(index));
  }

  /** Sex and year stand in the number, so the old one is cancelled and a new one issued. */
  private reissue(person: Person, corrected: Person): Person {
    const { cells, keys } = this.base;
    const province = provinceOf(cells, cellAt(cells, person.index));
    const cell = cellOf(cells, province, corrected.sex, corrected.year);
    const turn = this.issued.get(cell) ?? 0;
    this.issued.set(cell, turn + 1);
    const number = numberAt(cells, keys.serial, cell, ISSUED_FROM - turn);
    this.numbers.set(number, person.index);
    this.numbers.set(person.number, person.index);
    return this.keep({
      ...corrected,
      number,
      formerNumbers: [person.number, ...person.formerNumbers],
      corrected: { sex: person.sex, year: person.year },
    });
  }

  private merge(person: Person, into: string): Person {
    const other = this.findByNumber(into) as Person;
    const cancelled = [person.number, ...person.formerNumbers];
    for (const number of cancelled) this.numbers.set(number, other.index);
    this.mergedInto.set(person.index, other.index);
    return this.keep({ ...other, formerNumbers: [...other.formerNumbers, ...cancelled] });
  }

  private current(person: Person): Person {
    const into = this.mergedInto.get(person.index);
    return into === undefined ? (this.people.get(person.index) ?? person) : this.person(into);
  }

  person(index: number): Person {
    return this.people.get(index) ?? this.base.person(index);
  }

  findByNumber(number: string): Person | null {
    const index = this.numbers.get(number);
    if (index !== undefined) return this.current(this.person(index));
    const person = this.base.findByNumber(number);
    return person === null ? null : this.current(person);
  }

  findByOldCard(card: string): Person[] {
    const people = this.base.findByOldCard(card).map((person) => this.current(person));
    return people.filter((person, at) => people.findIndex(({ index }) => index === person.index) === at);
  }

  findByNameAndBirth(name: string, birth: WantedBirth, limit = 20): Person[] {
    const fold = foldName(name);
    const own = [...(this.named.get(fold) ?? [])].map((index) => this.person(index));
    const found = new Map<number, Person>();
    for (const person of [...this.base.findByNameAndBirth(name, birth, limit), ...own]) {
      const now = this.current(person);
      const named = [now.name, ...now.formerNames].some((one) => one.fold === fold);
      if (named && birthAgrees(now, birth)) found.set(now.index, now);
    }
    return [...found.values()].sort((a, b) => a.index - b.index).slice(0, limit);
  }

  isEmpty(): boolean {
    return this.people.size === 0;
  }
}

/** 0 for what the text does not tell. */
function birthOf(text: string): { year: number; month: number; day: number } {
  const [year, month = 0, day = 0] = text.split('-').map(Number) as [number, number?, number?];
  return { year, month, day };
}

function birthAgrees(person: Person, birth: WantedBirth): boolean {
  if (person.year !== birth.year) return false;
  if (person.month === 0 || birth.month === undefined) return true;
  return person.month === birth.month && (birth.day === undefined || person.day === birth.day);
}

/** The register as it stands after the events; without any it is the register itself, at its full speed. */
export function withEvents(base: Register, overlay: EventOverlay): Register {
  if (overlay.isEmpty()) return base;
  return {
    ...base,
    person: (index) => overlay.person(index),
    findByNumber: (number) => overlay.findByNumber(number),
    findByOldCard: (card) => overlay.findByOldCard(card),
    findByNameAndBirth: (name, birth, limit) => overlay.findByNameAndBirth(name, birth, limit),
  };
}
