/** Answers for noise in numbers: C40 one digit, C41 transposed, C42 leading zero lost, C43 scientific notation, C44 the old card instead, C46 blanks. */
import { type Draws } from './draws';
import {
  mark,
  type NoiseContext,
  type NoiseFamily,
  readByCentury,
  type Row,
  strike,
  strikeBatch,
} from './row';

/** C44: people with an old card, above all the old, hand in that one: in its own column, or written where the number belongs. */
const cardInstead: NoiseFamily = (row, context) => {
  const year = row.person?.year ?? 9999;
  const factor = year < 1960 ? 2 : year < 1985 ? 1.3 : 0.6;
  if (row.oldCard === '' || row.facts.id !== 'OWN') return;
  const draws = strike(context, row, 'C44', context.rates.C44 * factor);
  if (draws === null) return;
  if (draws.next() < 0.4) {
    row.number = row.oldCard;
    row.oldCard = '';
  } else row.number = '';
  row.facts.id = 'CARD';
  mark(row, 'C44');
};

/** What the damaged number leads to; with a person behind it, name and birth are compared with that person from now on. */
function relate(row: Row, context: NoiseContext): void {
  const holder = context.register.findByNumber(row.number);
  if (holder === null || holder.index === row.person?.index) {
    row.facts.id = holder === null ? 'SLIP' : row.facts.id;
    return;
  }
  row.facts.id = holder.status === 'ACTIVE' ? 'OTHER' : 'OTHER_ALERT';
  row.facts.name = holder.name.fold === row.person?.name.fold ? 'EQUIV' : 'DIFFERENT';
}

function damage(row: Row, context: NoiseContext, code: 'C40' | 'C41', made: (draws: Draws) => string): void {
  if (row.number.length !== 12 || row.facts.id !== 'OWN') return;
  const draws = strike(context, row, code);
  if (draws === null) return;
  const number = made(draws);
  if (number === row.number) return;
  row.number = number;
  relate(row, context);
  mark(row, code);
}

const oneDigit: NoiseFamily = (row, context) =>
  damage(row, context, 'C40', (draws) => {
    const place = draws.below(12);
    const digit = (Number(row.number[place]) + 1 + draws.below(9)) % 10;
    return row.number.slice(0, place) + digit + row.number.slice(place + 1);
  });

const transposed: NoiseFamily = (row, context) =>
  damage(row, context, 'C41', (draws) => {
    const places = Array.from({ length: 11 }, (_, place) => place).filter(
      (place) => row.number[place] !== row.number[place + 1],
    );
    if (places.length === 0) return row.number;
    const place = draws.pick(places);
    return (
      row.number.slice(0, place) +
      (row.number[place + 1] as string) +
      (row.number[place] as string) +
      row.number.slice(place + 2)
    );
  });

const BLANK_STREAMS = {
  number: 'C46 number',
  card: 'C46 card',
  name: 'C46 name',
  birth: 'C46 birth',
  sex: 'C46 sex',
  address: 'C46 address',
} as const;

/** C46: each field is forgotten now and then; without the number the old card is the key, without both there is none. */
export const applyBlanks: NoiseFamily = (row, context) => {
  const blank = (field: keyof typeof BLANK_STREAMS): boolean =>
    context.streams.strike(BLANK_STREAMS[field], row.seq, context.rates.C46) !== null;
  const before = row.noise.length;
  if (row.number !== '' && blank('number')) {
    const keyLeft = row.number.length === 12 && row.oldCard !== '';
    row.number = '';
    row.facts.id = keyLeft ? 'CARD' : row.oldCard !== '' ? row.facts.id : 'NONE';
    row.noise.push('C46');
  }
  if (row.oldCard !== '' && blank('card')) {
    row.oldCard = '';
    if (row.number === '') row.facts.id = 'NONE';
    row.noise.push('C46');
  }
  if (blank('name')) {
    row.name = '';
    row.facts.name = 'MISSING';
    row.noise.push('C46');
  }
  if (row.birth !== null && blank('birth')) {
    row.birth = null;
    row.facts.birth = 'MISSING';
    row.noise.push('C46');
  }
  if (blank('sex')) {
    row.sex = '';
    row.facts.sex = 'MISSING';
    row.noise.push('C46');
  }
  if (row.address !== '' && blank('address')) {
    row.address = '';
    row.facts.address = 'MISSING';
    row.noise.push('C46');
  }
  if (row.noise.length > before) row.noise.splice(before, row.noise.length - before, 'C46');
};

/** A spreadsheet made a number of the number: its zeros in front are gone for the whole batch. */
const zerosLost: NoiseFamily = (row, context) => {
  const batch = strikeBatch(context, row, 'C42 batch');
  if (batch === null || row.number.length !== 12 || !row.number.startsWith('0')) return;
  // The year of two digits is read by the number, and the number put right by the year: neither can be done first.
  const eachNeedsTheOther = row.noise.includes('C35') && row.birth !== null;
  if (eachNeedsTheOther) readByCentury(row, context);
  if (eachNeedsTheOther || !readableWithoutZeros(row))
    loseNumber(row, row.facts.id === 'OWN' ? 'ZEROS' : 'NONE');
  row.number = row.number.replace(/^0+/, '');
  mark(row, 'C42');
};

/** Zeros may be put back only when the number then agrees with the sex and the birth year of the row. */
function readableWithoutZeros(row: Row): boolean {
  if (row.birth === null || row.sex === '') return false;
  const digit = Number(row.number[3]);
  const year = 1900 + Math.floor(digit / 2) * 100 + Number(row.number.slice(4, 6));
  return (
    year === row.birth.year &&
    (digit % 2 === 0) === (row.sex[0]?.toUpperCase() === 'N' ? row.sex.length === 3 : row.sex === 'M')
  );
}

export function applyNumbers(row: Row, context: NoiseContext): void {
  cardInstead(row, context);
  oneDigit(row, context);
  transposed(row, context);
}

/** C43: the spreadsheet showed the number in powers of ten, and so it was copied: most of its digits are gone. */
const scientific: NoiseFamily = (row, context) => {
  if (strikeBatch(context, row, 'C43 batch') === null || row.number.length !== 12) return;
  loseNumber(row, 'NONE');
  row.number = Number(row.number).toExponential(4).replace('e+', 'E+');
  mark(row, 'C43');
};

/** The number leads nowhere any more: the old card is the key, where there is one. */
function loseNumber(row: Row, left: 'NONE' | 'ZEROS'): void {
  row.facts.id = row.oldCard === '' ? left : 'CARD';
}

export function applyLostZeros(row: Row, context: NoiseContext): void {
  scientific(row, context);
  zerosLost(row, context);
}
