/** Answers for rows that carry the number of somebody else who is easily taken for the person: C45, C82, C83, C84. */
import { cellOf, cellAt, provinceOf, sizeOf } from '../register/cells';
import { type Person } from '../register/person';
import { type Register } from '../register/register';
import { type Draws } from './draws';
import { editsApart } from './edits';
import { mark, type NoiseContext, type Row, strike } from './row';

/** Until the register has households, a relative is somebody of the same surname and province of birth registration. */
function sameSurname(one: Person, other: Person): boolean {
  return one.name.fold.split(' ')[0] === other.name.fold.split(' ')[0];
}

/** Somebody from the same province born in one of these years, surname alike, found by a few looks. */
function relative(register: Register, person: Person, years: readonly number[], draws: Draws): Person | null {
  const { cells } = register;
  const province = provinceOf(cells, cellAt(cells, person.index));
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const cell = cellOf(cells, province, draws.next() < 0.5 ? 1 : 2, person.year + draws.pick(years));
    if (cell < 0 || sizeOf(cells, cell) === 0) continue;
    const other = register.person((cells.starts[cell] as number) + draws.below(sizeOf(cells, cell)));
    if (other.index !== person.index && sameSurname(person, other) && other.name.fold !== person.name.fold)
      return other;
  }
  return null;
}

/** Somebody of the same sex born on the same day, of the same surname when there is one; never of the same name. */
function twin(register: Register, person: Person): Person | null {
  if (person.month === 0) return null;
  const sameDay = register
    .bornOn({ year: person.year, month: person.month, day: person.day })
    .filter((index) => index !== person.index)
    .map((index) => register.person(index))
    .filter((other) => other.sex === person.sex && other.name.fold !== person.name.fold);
  return sameDay.find((other) => sameSurname(person, other)) ?? sameDay[0] ?? null;
}

/** Somebody of the same name born in the same year on another day. */
function namesake(register: Register, person: Person, draws: Draws): Person | null {
  const others = register
    .findByNameAndBirth(person.name.upper, { year: person.year }, 40)
    .filter(
      (other) =>
        other.index !== person.index && other.name.fold === person.name.fold && other.sex === person.sex,
    )
    .filter((other) => other.month !== 0 && (other.month !== person.month || other.day !== person.day));
  return person.month === 0 || others.length === 0 ? null : draws.pick(others);
}

const SIBLING_YEARS = [-8, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8];
const PARENT_YEARS = [-34, -32, -30, -28, -27, -26, -25, -24, -23, -22];

type Finder = (register: Register, person: Person, draws: Draws) => Person | null;
const FINDERS: readonly (readonly ['C82' | 'C83' | 'C84' | 'C45', Finder])[] = [
  ['C82', twin],
  ['C83', namesake],
  ['C84', (register, person, draws) => relative(register, person, PARENT_YEARS, draws)],
  ['C45', (register, person, draws) => relative(register, person, SIBLING_YEARS, draws)],
];

/** The first class that strikes and finds somebody puts that person's number into the row; the old card is left out. */
export function applyHardNegatives(row: Row, context: NoiseContext): void {
  const { person } = row;
  if (person === null || row.facts.id !== 'OWN') return;
  for (const [code, find] of FINDERS) {
    const draws = strike(context, row, code);
    const other = draws === null ? null : find(context.register, person, draws);
    if (other === null) continue;
    row.number = other.number;
    row.oldCard = '';
    row.facts.id = other.status === 'ACTIVE' ? 'OTHER' : 'OTHER_ALERT';
    row.facts.name = likeness(person, other);
    mark(row, code);
    return;
  }
}

function likeness(person: Person, other: Person): Row['facts']['name'] {
  const names = [other.name, ...other.formerNames];
  if (names.some((name) => name.fold === person.name.fold)) return 'EQUIV';
  return names.some(
    (name) => editsApart(name.fold, person.name.fold) <= 2 || oneTokenApart(name.fold, person.name.fold),
  )
    ? 'CLOSE'
    : 'DIFFERENT';
}

/** One name is the other with one word left out. */
function oneTokenApart(one: string, other: string): boolean {
  const [short, long] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (long.length - short.length !== 1) return false;
  return long.some((_, place) => long.filter((__, at) => at !== place).join(' ') === short.join(' '));
}
