/** Proves that numbers and people belong together one to one, and that cancelled numbers stay resolvable and are never given again. */
import { sizeOf } from './cells';
import { OLD_PROVINCES } from './provinces';
import { createRegister } from './register';

const DRAWS = 200_000;

test.each([1000, 1_000_000, 100_000_000])(
  'number → person → number is the identity among %i people',
  (people) => {
    const register = createRegister({ people, seed: 6 });
    const numbers = new Set<string>();
    const count = Math.min(DRAWS, people);
    let wrong = 0;
    for (let i = 0; i < count; i += 1) {
      const index = Math.floor((i * people) / count);
      const person = register.person(index);
      numbers.add(person.number);
      if (register.findByNumber(person.number)?.index !== index) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(numbers.size).toBe(count);
  },
);

test('no cell comes near its capacity at 100 million people', () => {
  const { cells } = createRegister({ people: 100_000_000, seed: 6 });
  let largest = 0;
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    largest = Math.max(largest, sizeOf(cells, cell));
    sum += sizeOf(cells, cell);
  }
  expect(sum).toBe(100_000_000);
  expect(largest).toBeGreaterThan(50_000);
  expect(largest).toBeLessThan(100_000);
});

test('a number tells province, century with sex, and year; the last six digits look random', () => {
  const register = createRegister({ people: 1_000_000, seed: 6 });
  const codes = new Set(OLD_PROVINCES.map((province) => province.code));
  const digits = Array.from({ length: 60 }, () => 0);
  const draws = 50_000;
  let wrong = 0;
  for (let i = 0; i < draws; i += 1) {
    const { number, sex, year } = register.person(i * 20);
    const head = `${(year >= 2000 ? 2 : 0) + (sex === 1 ? 0 : 1)}${String(year % 100).padStart(2, '0')}`;
    if (!codes.has(number.slice(0, 3)) || number.slice(3, 6) !== head) wrong += 1;
    for (let place = 0; place < 6; place += 1) {
      const slot = place * 10 + Number(number[6 + place]);
      digits[slot] = (digits[slot] as number) + 1;
    }
  }
  expect(wrong).toBe(0);
  for (let place = 0; place < 6; place += 1) {
    const counts = digits.slice(place * 10, place * 10 + 10);
    const chiSquare = counts.reduce((sum, seen) => sum + (seen - draws / 10) ** 2 / (draws / 10), 0);
    expect(chiSquare).toBeLessThan(33.7); // 9 degrees of freedom, one in ten thousand
  }
});

test('numbers that nobody holds, and texts that are no numbers, lead to nobody', () => {
  const register = createRegister({ people: 1000, seed: 6 });
  for (const number of [
    '',
    '1',
    'abcdefghijkl',
    '003085123456',
    '000085123456',
    '079985123456',
    '0790851234567',
  ]) {
    expect(register.findByNumber(number)).toBeNull();
  }
  const held = register.person(0).number;
  const others = Array.from({ length: 1000 }, (_, i) => held.slice(0, 9) + String(i).padStart(3, '0'));
  expect(others.filter((number) => register.findByNumber(number) !== null).length).toBeLessThanOrEqual(3);
});

test('cancelled numbers: 0.05 %, the cancelled number leads to them and belongs to nobody else', () => {
  const register = createRegister({ people: 300_000, seed: 6 });
  const cancelled = new Map<string, number>();
  let reissued = 0;
  let merged = 0;
  let wrong = 0;
  for (let index = 0; index < register.people; index += 1) {
    const person = register.person(index);
    const [former] = person.formerNumbers;
    if (former === undefined) continue;
    reissued += 1;
    if (cancelled.has(former) || register.findByNumber(former)?.index !== index) wrong += 1;
    cancelled.set(former, index);
    // A second number of a merged person says of sex and year what the first one says.
    const said = person.corrected ?? person;
    if (person.corrected === null) merged += 1;
    const wasFemale = Number(former[3]) % 2 === 1;
    if (wasFemale !== (said.sex === 2) || Number(former.slice(4, 6)) !== said.year % 100) wrong += 1;
    if (said !== person && said.sex === person.sex && said.year === person.year) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(merged).toBeGreaterThan(5);
  expect(reissued).toBeGreaterThan(110);
  expect(reissued).toBeLessThan(190);
  for (const [number, index] of cancelled)
    expect(register.findByNumber(number)?.number).toBe(register.person(index).number);
}, 60_000);

test('the register is a pure function of its seed', () => {
  const wanted = { people: 1_000_000, seed: 6 };
  expect(createRegister(wanted).person(123_456)).toEqual(createRegister(wanted).person(123_456));
  expect(createRegister({ ...wanted, seed: 7 }).person(123_456).number).not.toBe(
    createRegister(wanted).person(123_456).number,
  );
});

test('sizes outside 1 … 100 million are refused', () => {
  for (const people of [0, -1, 1.5, 100_000_001, NaN]) {
    expect(() => createRegister({ people, seed: 1 })).toThrow(RangeError);
  }
});
