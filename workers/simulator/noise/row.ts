/** Answers for one row on its way into the file: its cells, whom it is really about, and what the noise did to it. */
import { type Contact, contactOf, todaysAddress } from '../register/contact';
import { type Person } from '../register/person';
import { type Register } from '../register/register';
import { type NameFact, type RowFacts } from './facts';
import { type Draws, type Streams } from './draws';
import { BATCH_ROWS, type RateName, type Rates } from './rates';

export interface RowBirth {
  readonly year: number;
  /** 0 when the row gives the year only. */
  readonly month: number;
  readonly day: number;
}

export interface Row {
  readonly seq: number;
  /** Whom the row is about; null for somebody whom the register does not know. */
  person: Person | null;
  contact: Contact;
  name: string;
  birth: RowBirth | null;
  /** How the birth date stands in the cell, where that is not dd/MM/yyyy or yyyy. */
  birthWritten: string | null;
  sex: string;
  number: string;
  oldCard: string;
  address: string;
  phone: string;
  facts: RowFacts;
  readonly noise: string[];
}

export interface NoiseContext {
  readonly register: Register;
  readonly streams: Streams;
  readonly rates: Rates;
}

/** One family of noise; it changes the row in place and writes down its class and what it means for the verdict. */
export type NoiseFamily = (row: Row, context: NoiseContext) => void;

/** The draws of a class that strikes the delivery in which this row is, else null: the same for all its rows. */
export function strikeBatch(context: NoiseContext, row: Row, name: RateName): Draws | null {
  return context.streams.strike(name, Math.floor(row.seq / BATCH_ROWS), context.rates[name]);
}

/** The draws of a class that strikes the whole file, else null. */
export function strikeFile(context: NoiseContext, name: RateName): Draws | null {
  return context.streams.strike(name, 0, context.rates[name]);
}

/** The draws of a class that strikes this row, else null. */
export function strike(
  context: NoiseContext,
  row: Row,
  name: RateName,
  rate = context.rates[name],
): Draws | null {
  return context.streams.strike(name, row.seq, rate);
}

export function mark(row: Row, code: string): void {
  if (!row.noise.includes(code)) row.noise.push(code);
}

const NAME_ORDER: readonly NameFact[] = ['EQUIV', 'FOLD', 'FORMER', 'CLOSE', 'FAR', 'DIFFERENT', 'MISSING'];

/** Several faults in one name: the worst counts, and a second edit makes a close name a far one. */
export function worsenName(row: Row, fact: NameFact): void {
  const now = row.facts.name;
  if (fact === 'CLOSE' && (now === 'CLOSE' || now === 'FORMER' || now === 'FAR')) row.facts.name = 'FAR';
  else if (NAME_ORDER.indexOf(fact) > NAME_ORDER.indexOf(now)) row.facts.name = fact;
}

/** The cell says something, but no date can be read from it. */
/** Years that may pass between the register's day and the day on which a row is read. */
const YEARS_LATER = 1;
const OLDEST = 120;

/** A year of two digits that no number tells: read where nobody alive can be born in the other century, otherwise it says nothing. */
export function readByCentury(row: Row, { register }: NoiseContext): void {
  if (row.birth === null) return;
  const thisYear = register.reference.year + YEARS_LATER;
  const ofThisCentury = 2000 + (row.birth.year % 100);
  if (ofThisCentury <= thisYear && ofThisCentury - 100 >= thisYear - OLDEST) {
    row.birth = null;
    row.facts.birth = 'MISSING';
  } else if (row.facts.birth === 'EQUAL') row.facts.birth = 'YEAR';
}

export function sexText(sex: Person['sex']): string {
  return sex === 1 ? 'Nam' : 'Nữ';
}

/** The row exactly as the register has it. */
export function cleanRow(register: Register, person: Person, seq: number): Row {
  const contact = contactOf(register, person.index);
  return {
    seq,
    person,
    contact,
    name: person.name.title,
    birth: { year: person.year, month: person.month, day: person.day },
    birthWritten: null,
    sex: sexText(person.sex),
    number: person.number,
    oldCard: person.oldCard,
    address: todaysAddress(contact),
    phone: contact.phone,
    facts: {
      id: 'OWN',
      name: 'EQUIV',
      birth: 'EQUAL',
      sex: 'EQUAL',
      address: 'HOME',
      toTheDay: person.month !== 0,
      alert: person.status !== 'ACTIVE',
      cardBeside: person.oldCard !== '',
    },
    noise: person.status === 'ACTIVE' ? [] : ['C86'],
  };
}

export function birthText(birth: RowBirth | null): string {
  if (birth === null) return '';
  if (birth.month === 0) return String(birth.year);
  return `${String(birth.day).padStart(2, '0')}/${String(birth.month).padStart(2, '0')}/${birth.year}`;
}
