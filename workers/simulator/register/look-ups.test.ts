/** Proves that every look-up finds exactly the people whom going through the whole register would find. */
import { daysInMonth } from './calendar';
import { type Person } from './person';
import { createRegister } from './register';

const register = createRegister({ people: 8000, seed: 11 });
const everybody: Person[] = Array.from({ length: register.people }, (_, index) => register.person(index));
const byYear = new Map<number, Person[]>();
for (const person of everybody) byYear.set(person.year, [...(byYear.get(person.year) ?? []), person]);
const bornIn = (year: number): Person[] => byYear.get(year) ?? [];
const indices = (people: readonly Person[]): number[] =>
  people.map((person) => person.index).sort((a, b) => a - b);

function bears(person: Person, fold: string): boolean {
  return person.name.fold === fold || person.formerNames.some((former) => former.fold === fold);
}

test('by name and full date: same day, or year-only people of the year', () => {
  for (const wanted of everybody.filter((person, index) => person.month !== 0 && index % 8 === 0)) {
    const { fold } = wanted.name;
    const expected = bornIn(wanted.year).filter(
      (person) =>
        bears(person, fold) &&
        (person.month === 0 || (person.month === wanted.month && person.day === wanted.day)),
    );
    const { year, month, day } = wanted;
    expect(indices(register.findByNameAndBirth(wanted.name.title, { year, month, day }))).toEqual(
      indices(expected),
    );
  }
});

test('by name and year: everybody of the year', () => {
  for (const wanted of everybody.filter((_, index) => index % 8 === 0)) {
    const { fold } = wanted.name;
    const expected = bornIn(wanted.year).filter((person) => bears(person, fold));
    expect(indices(register.findByNameAndBirth(wanted.name.fold, { year: wanted.year }, 1000))).toEqual(
      indices(expected),
    );
  }
});

test('by a former name', () => {
  const renamed = everybody.filter((person) => person.formerNames.length > 0);
  expect(renamed.length).toBeGreaterThan(12);
  for (const person of renamed) {
    const [former] = person.formerNames as [Person['name']];
    expect(former.fold).not.toBe(person.name.fold);
    expect(former.fold.split(' ')[0]).toBe(person.name.fold.split(' ')[0]);
    expect(indices(register.findByNameAndBirth(former.upper, { year: person.year }, 1000))).toContain(
      person.index,
    );
  }
});

test('the answer is cut at the limit, lowest index first', () => {
  const all = register.findByNameAndBirth('Nguyễn Văn Minh', { year: 1960 }, 1000);
  const big = createRegister({ people: 10_000_000, seed: 11 });
  expect(big.findByNameAndBirth('NGUYEN VAN MINH', { year: 1960 })).toHaveLength(20);
  expect(all.every((person) => person.year === 1960)).toBe(true);
});

test('nobody has a name from outside, a date that does not exist, or a year outside the register', () => {
  const person = everybody[100] as Person;
  expect(register.findByNameAndBirth('Người Lạ Hoắc', { year: person.year })).toEqual([]);
  expect(register.findByNameAndBirth('', { year: person.year })).toEqual([]);
  expect(register.findByNameAndBirth(person.name.title, { year: 1700 })).toEqual([]);
  expect(register.findByNameAndBirth(person.name.title, { year: 2100 })).toEqual([]);
  const onNoDay = register.findByNameAndBirth(person.name.title, { year: person.year, month: 2, day: 31 });
  expect(onNoDay.every((one) => one.month === 0)).toBe(true);
});

test('by old card: everybody who held it, some cards were held by two', () => {
  const bigger = createRegister({ people: 100_000, seed: 11 });
  const holders = new Map<string, number[]>();
  for (let index = 0; index < bigger.people; index += 1) {
    const { oldCard } = bigger.person(index);
    if (oldCard !== '') {
      const known = holders.get(oldCard);
      if (known === undefined) holders.set(oldCard, [index]);
      else known.push(index);
    }
  }
  let shared = 0;
  let wrong = 0;
  for (const [card, expected] of holders) {
    if (expected.length > 1) shared += 1;
    const found = indices(bigger.findByOldCard(card));
    if (
      card.length !== 9 ||
      found.length !== expected.length ||
      found.some((index, at) => index !== expected[at])
    )
      wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(shared).toBeGreaterThan(5);
  expect(shared).toBeLessThan(100);
  expect(bigger.findByOldCard('990000000')).toEqual([]);
  expect(bigger.findByOldCard('01234567x')).toEqual([]);
}, 60_000);

test('by day of birth: every day of some years, and nobody twice', () => {
  for (const year of [1948, 1984, 2000, 2025]) {
    const seen: number[] = [];
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= daysInMonth(year, month); day += 1) {
        const found = register.bornOn({ year, month, day });
        const expected = bornIn(year).filter((one) => one.month === month && one.day === day);
        expect([...found].sort((a, b) => a - b)).toEqual(indices(expected));
        seen.push(...found);
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(bornIn(year).filter((one) => one.month !== 0).length);
  }
}, 60_000);

test('nobody was born after the reference date', () => {
  const late = everybody.filter((one) => one.year > 2025 || (one.year === 2025 && one.month > 6));
  expect(late).toEqual([]);
});
