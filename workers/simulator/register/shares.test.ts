/** Holds the drawn population against the published tables: sex, ages, provinces, names, life events. */
import { contactOf, formerAddress, todaysAddress } from './contact';
import { NATIONAL_SHARES } from './names/surnames';
import { type Person } from './person';
import { OLD_PROVINCES, provincePosition, type Region } from './provinces';
import { AGE_BANDS_FEMALE, AGE_BANDS_MALE } from './pyramid';
import { createRegister } from './register';
import { PROVINCE_WEIGHTS, UNITS } from './units';

const register = createRegister({ people: 1_000_000, seed: 6 });
const SAMPLE = 100_000;
const sample: Person[] = Array.from({ length: SAMPLE }, (_, i) => register.person(i * 10));
const percent = (holds: (person: Person) => boolean): number => (sample.filter(holds).length / SAMPLE) * 100;

/** Completed years at the reference date, 1 July 2025; a year-only person counts as born in the middle of the year. */
function ageOf({ year, month, index }: Person): number {
  return 2025 - year - ((month === 0 ? index % 2 === 0 : month >= 7) ? 1 : 0);
}

test('sex: 49.3–50.0 % men, as the pyramid says', () => {
  const men = AGE_BANDS_MALE.reduce((sum, share) => sum + share, 0);
  const women = AGE_BANDS_FEMALE.reduce((sum, share) => sum + share, 0);
  expect(Math.abs(percent(({ sex }) => sex === 1) - (men / (men + women)) * 100)).toBeLessThan(0.3);
});

test('five-year age bands by sex are within 0.25 points of the table', () => {
  const total = [...AGE_BANDS_MALE, ...AGE_BANDS_FEMALE].reduce((sum, share) => sum + share, 0);
  for (const [sex, bands] of [
    [1, AGE_BANDS_MALE],
    [2, AGE_BANDS_FEMALE],
  ] as const) {
    const counts = bands.map(() => 0);
    for (const person of sample) {
      const band = Math.min(17, Math.max(0, Math.floor(ageOf(person) / 5)));
      if (person.sex === sex) counts[band] = (counts[band] as number) + 1;
    }
    counts.forEach((count, band) => {
      expect(Math.abs((count / SAMPLE) * 100 - ((bands[band] as number) / total) * 100)).toBeLessThan(0.25);
    });
  }
});

test('provinces of birth registration are within 0.05 points of their weights', () => {
  const total = PROVINCE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  const counts = PROVINCE_WEIGHTS.map(() => 0);
  for (const { number } of sample) {
    const position = provincePosition(Number(number.slice(0, 3)));
    counts[position] = (counts[position] as number) + 1;
  }
  counts.forEach((count, position) => {
    expect(Math.abs(count / SAMPLE - (PROVINCE_WEIGHTS[position] as number) / total) * 100).toBeLessThan(
      0.05,
    );
  });
});

test('the frequent surnames are within one point of the national table', () => {
  const pair: Readonly<Record<string, string>> = { Huỳnh: 'Hoàng', Võ: 'Vũ' };
  const counts = new Map<string, number>();
  for (const { name } of sample) {
    const first = name.title.split(' ')[0] as string;
    const surname = pair[first] ?? first;
    counts.set(surname, (counts.get(surname) ?? 0) + 1);
  }
  for (const [surname, share] of Object.entries(NATIONAL_SHARES)) {
    expect(Math.abs(((counts.get(surname) ?? 0) / SAMPLE) * 100 - share)).toBeLessThan(1);
  }
  expect(counts.size).toBeGreaterThan(150);
});

/** Percent of those whose name has this word first, or last, in the whole population of a region or of some years of birth. */
function shareOf(where: 'first' | 'last', word: string, among: readonly Person[]): number {
  const at = where === 'first' ? 0 : -1;
  return (among.filter(({ name }) => name.title.split(' ').at(at) === word).length / among.length) * 100;
}

test('surnames differ by region: Hoàng and Vũ in the north, Huỳnh and Võ in the south, Hồ in Nghệ An', () => {
  const of = (region: Region): Person[] =>
    sample.filter(
      ({ number }) => OLD_PROVINCES[provincePosition(Number(number.slice(0, 3)))]?.region === region,
    );
  const [north, south] = [of('NORTH'), of('SOUTH')];
  for (const [northern, southern] of [
    ['Hoàng', 'Huỳnh'],
    ['Vũ', 'Võ'],
  ] as const) {
    expect(shareOf('first', northern, north)).toBeGreaterThan(3 * shareOf('first', northern, south));
    expect(shareOf('first', southern, south)).toBeGreaterThan(3 * shareOf('first', southern, north));
  }
  const nghe = sample.filter(({ number }) => number.startsWith('040'));
  expect(Math.abs(shareOf('first', 'Hồ', nghe) - 4.2)).toBeLessThan(1);
});

test('the frequent given names of those born 1991–2002 are within half a point of the table', () => {
  const born = sample.filter(({ year, name }) => year >= 1991 && year <= 2002 && name.title.includes(' '));
  for (const [sex, published] of [
    [2, { Trang: 4.2, Thảo: 3.5, Linh: 3, Anh: 2.5, Phương: 2.2, Hằng: 2.1, Huyền: 2.1, Hiền: 2 }],
    [1, { Tuấn: 2.7, Hoàng: 2.5, Huy: 2.2, Anh: 2.05, Hiếu: 2, Hùng: 2, Nam: 2, Sơn: 1.9 }],
  ] as const) {
    const people = born.filter((person) => person.sex === sex);
    for (const [name, share] of Object.entries(published))
      expect([name, Math.abs(shareOf('last', name, people) - share) < 0.5]).toEqual([name, true]);
  }
});

test('word counts of the young are near the 241,012 pupils, Thị and Văn fade from cohort to cohort', () => {
  const young = sample.filter(({ year, name }) => year >= 2005 && !/^(H'|Y |A |Y-)/.test(name.title));
  const share = (sex: number, words: number): number => {
    const ofSex = young.filter((person) => person.sex === sex);
    return (ofSex.filter(({ name }) => name.title.split(' ').length === words).length / ofSex.length) * 100;
  };
  expect(Math.abs(share(1, 3) - 72.8)).toBeLessThan(4);
  expect(Math.abs(share(1, 4) - 26.1)).toBeLessThan(4);
  expect(Math.abs(share(2, 3) - 34.7)).toBeLessThan(4);
  expect(Math.abs(share(2, 4) - 64.6)).toBeLessThan(4);
  const withMiddle = (sex: number, word: string, from: number, to: number): number => {
    const people = sample.filter((person) => person.sex === sex && person.year >= from && person.year < to);
    return people.filter(({ name }) => name.title.includes(` ${word} `)).length / people.length;
  };
  for (const [sex, word] of [
    [1, 'Văn'],
    [2, 'Thị'],
  ] as const) {
    const shares = [
      withMiddle(sex, word, 1940, 1965),
      withMiddle(sex, word, 1965, 1985),
      withMiddle(sex, word, 1985, 2005),
    ];
    expect(shares[0]).toBeGreaterThan(shares[1] as number);
    expect(shares[1]).toBeGreaterThan(shares[2] as number);
    expect(shares[2]).toBeGreaterThan(withMiddle(sex, word, 2005, 2026));
  }
});

test('names of minorities are there: apostrophes, Y and A, single words, hyphens', () => {
  for (const pattern of [
    /^H'\p{Lu}/u,
    /^Y \p{Lu}/u,
    /^A \p{Lu}/u,
    /^Y-\p{Lu}/u,
    /^\p{L}+$/u,
    /^Giàng A /,
    /^Thạch /,
    /^Rơ Châm /,
  ]) {
    expect(sample.some(({ name }) => pattern.test(name.title))).toBe(true);
  }
});

test('names and addresses are NFC and hold no sign that JSON or CSV would have to escape inside quotes', () => {
  const unsafe = sample
    .filter((_, at) => at % 10 === 0)
    .filter(({ index, name: { title, upper } }) => {
      const address = todaysAddress(contactOf(register, index));
      const plain = /^[\p{L}' -]+$/u.test(title) && /^[\p{L}\d', -]+$/u.test(address);
      return (
        !plain ||
        title.normalize('NFC') !== title ||
        upper !== title.toUpperCase() ||
        address.normalize('NFC') !== address
      );
    });
  expect(unsafe).toEqual([]);
});

test('everybody has an address in two tiers of today, and the same place in the three of before', () => {
  const units = new Set(UNITS.map(({ kind, name }) => `${kind} ${name}`));
  for (const { index } of sample.filter((_, at) => at % 100 === 0)) {
    const contact = contactOf(register, index);
    const [today, former] = [todaysAddress(contact).split(', '), formerAddress(contact).split(', ')];
    expect([today.length, former.length, today[0]]).toEqual([3, 4, former[0]]);
    expect(today[1]).toMatch(/^(phường|xã|đặc khu) /);
    expect(units).toContain(today[2]);
    expect(former[2]).toMatch(/^(quận|huyện|thị xã|thành phố) /i);
  }
});

test('life events and year-only births have their shares', () => {
  expect(percent(({ status }) => status !== 'ACTIVE')).toBeGreaterThan(0.4);
  expect(percent(({ status }) => status !== 'ACTIVE')).toBeLessThan(0.6);
  expect(Math.abs(percent(({ formerNames }) => formerNames.length > 0) - 0.3)).toBeLessThan(0.06);
  expect(Math.abs(percent(({ formerNumbers }) => formerNumbers.length > 0) - 0.05)).toBeLessThan(0.02);
  const old = sample.filter((person) => ageOf(person) >= 75);
  const yearOnly = old.filter(({ month }) => month === 0).length / old.length;
  expect(yearOnly).toBeGreaterThan(0.15);
  expect(yearOnly).toBeLessThan(0.35);
  expect(sample.filter((person) => ageOf(person) < 40 && person.month === 0)).toEqual([]);
});

test('old cards: nearly everybody born before 1996, nobody born after 2006', () => {
  const older = sample.filter(({ year }) => year <= 1995);
  expect(older.filter(({ oldCard }) => /^\d{9}$/.test(oldCard)).length / older.length).toBeGreaterThan(0.95);
  expect(sample.filter(({ year, oldCard }) => year > 2006 && oldCard !== '')).toEqual([]);
});

test('telephones have ten digits and a prefix in use; small children have none', () => {
  const wrong = sample
    .filter((_, at) => at % 10 === 5)
    .filter(({ index, year }) => {
      const { phone } = contactOf(register, index);
      return !(year > 2018 ? /^$/ : /^(0[35789]\d{8})?$/).test(phone);
    });
  expect(wrong).toEqual([]);
});
