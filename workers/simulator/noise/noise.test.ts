/** Proves the laws of the noise: what keeps a name, what never changes, that classes do not disturb each other, that rates hold. */
import fc from 'fast-check';
import { contactOf, formerAddress, todaysAddress } from '../register/contact';
import { permute } from '../register/permutation';
import { createRegister } from '../register/register';
import { foldName } from '../register/names/word';
import { createCleanRowMaker, createRowMaker, type FinishedRow } from './dirty-row';
import { editsApart } from './edits';
import { DEFAULT_RATES, NO_NOISE, type RateName, type Rates, ratesOf } from './rates';

const register = createRegister({ people: 50_000, seed: 6 });
const elsewhere = createRegister({ people: 50_000, seed: 99 });
const indexOf = (seq: number): number => permute(seq - 1, register.people, 5);
const rows = (rates: Partial<Rates>, count = 1500, seed = 1): FinishedRow[] => {
  const make = createRowMaker(register, elsewhere, seed, { ...NO_NOISE, ...rates }, indexOf);
  return Array.from({ length: count }, (_, at) => make(at + 1));
};
const clean = createCleanRowMaker(register, indexOf);
const marked = (list: readonly FinishedRow[], code: string) =>
  list.filter(({ row }) => row.noise.includes(code));

/** Undoes what is lossless by definition: marks apart, unseen signs, look-alikes, spaces. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/[ðÐƉ]/g, 'D')
    .replace(/а/g, 'a')
    .replace(/е/g, 'e')
    .replace(/о/g, 'o')
    .replace(/ +/g, ' ')
    .trim();
}

test('without noise the row is the register', () => {
  for (const [at, { row, expected }] of rows({}, 500).entries()) {
    const untouched = clean(at + 1);
    expect(row).toEqual({ ...untouched.row, noise: row.noise });
    expect(expected).toBe(untouched.expected);
  }
});

test.each(['C05', 'C06', 'C07', 'C11', 'C12'] as const)(
  '%s changes the form of a name and never its letters',
  (code) => {
    const struck = marked(rows({ [code]: 1 }), code);
    expect(struck.length).toBeGreaterThan(50);
    for (const { row, expected } of struck) {
      expect(foldName(plain(row.name))).toBe(row.person?.name.fold);
      expect(row.facts.name).toBe('EQUIV');
      expect(['VERIFIED', 'STATUS_ALERT']).toContain(expected);
    }
  },
);

test.each(['C10', 'C13', 'C22', 'C27'] as const)(
  '%s is lossy: the folded words stay, and it never verifies',
  (code) => {
    const struck = marked(rows({ [code]: 1 }), code);
    expect(struck.length).toBeGreaterThan(50);
    const words = (fold: string) => fold.replaceAll('Y', 'I').split(' ').sort().join(' ');
    for (const { row, expected } of struck) {
      expect(row.name).not.toBe(row.person?.name.title);
      expect(words(foldName(row.name))).toBe(words(row.person?.name.fold ?? ''));
      expect(expected).not.toBe('VERIFIED');
    }
  },
);

test('C20 is one edit and C21 two, where letters are counted without accents', () => {
  for (const [code, most] of [
    ['C20', 1],
    ['C21', 3], // the second edit may fall between two letters that the first one swapped
  ] as const) {
    const struck = marked(rows({ [code]: 1 }, 1500), code);
    expect(struck.length).toBeGreaterThan(1000);
    for (const { row } of struck)
      expect(editsApart(foldName(row.name), row.person?.name.fold ?? '')).toBeLessThanOrEqual(most);
  }
});

test.each(['C30', 'C31', 'C32', 'C33', 'C34'] as const)(
  '%s leaves a date that exists or a year alone',
  (code) => {
    const struck = marked(rows({ [code]: 1 }), code);
    expect(struck.length).toBeGreaterThan(50);
    for (const { row } of struck) {
      const { year, month, day } = row.birth ?? { year: 0, month: 0, day: 0 };
      const made = new Date(Date.UTC(year, Math.max(0, month - 1), day || 1));
      expect([made.getUTCFullYear(), made.getUTCMonth() + 1]).toEqual([year, month || 1]);
      expect([year, month, day]).not.toEqual([row.person?.year, row.person?.month, row.person?.day]);
    }
  },
);

test.each(['C40', 'C41', 'C45', 'C82', 'C83', 'C84'] as const)(
  '%s puts a wrong number into the row, and then VERIFIED is never expected',
  (code) => {
    const struck = marked(rows({ [code]: 1 }, 300), code);
    expect(struck.length).toBeGreaterThan(10);
    for (const { row, expected } of struck) {
      expect(row.number).not.toBe(row.person?.number);
      expect(expected).not.toBe('VERIFIED');
    }
  },
);

test('C85: nobody of the register; C80: the row before, unchanged', () => {
  for (const { row, expected } of marked(rows({ C85: 1 }, 200), 'C85')) {
    expect([row.person, register.findByNumber(row.number)]).toEqual([null, null]);
    expect(expected).toBe('NOT_FOUND');
  }
  const list = rows({ C80: 0.3, C20: 0.5 }, 500);
  for (const { row } of marked(list, 'C80')) {
    const before = list.slice(Math.max(0, row.seq - 60), row.seq - 1);
    expect(before.some((other) => other.row.number === row.number && other.row.name === row.name)).toBe(true);
  }
});

test.each(['C01 file', 'C02 file', 'C03 file', 'C04 file'] as const)(
  '%s encodes names and addresses of the whole file, changes nothing else, and no verdict',
  (rate) => {
    const plainRows = rows({ C10: 0.3 }, 300);
    const encoded = rows({ C10: 0.3, [rate]: 1 }, 300);
    const changed = encoded.filter(({ row }, at) => row.name !== plainRows[at]?.row.name);
    expect(changed.length).toBeGreaterThan(150);
    encoded.forEach(({ row, expected }, at) => {
      const before = plainRows[at] as FinishedRow;
      expect([row.number, row.birth, expected]).toEqual([
        before.row.number,
        before.row.birth,
        before.expected,
      ]);
    });
    for (const { row } of changed)
      expect(row.name).toMatch(rate === 'C04 file' ? /&#\d+;/ : /[\u0080-\u2122]/);
  },
);

test('encodings write the letters as the field shows them', () => {
  const nameIn = (rate: RateName) => {
    const list = rows({ [rate]: 1 }, 1500);
    return new Map(list.map(({ row }) => [row.person?.name.title.split(' ')[0], row.name.split(' ')[0]]));
  };
  const tcvn3 = nameIn('C01 file');
  expect([tcvn3.get('Nguyễn'), tcvn3.get('Đỗ'), tcvn3.get('Phạm')]).toEqual(['NguyÔn', '§ç', 'Ph¹m']);
  const vni = nameIn('C02 file');
  expect([vni.get('Nguyễn'), vni.get('Đỗ'), vni.get('Dương')]).toEqual(['Nguyeãn', 'Ñoã', 'Döông']);
});

test('C35 and C36 write the date in another way; C43 keeps no number; C71 moves the cells up; C23 leaves keys', () => {
  for (const { row } of marked(rows({ C36: 1 }, 300), 'C36')) {
    const day = new Date(Date.UTC(1899, 11, 30) + Number(row.birthWritten) * 86_400_000);
    expect([day.getUTCFullYear(), day.getUTCMonth() + 1]).toEqual([row.birth?.year, row.birth?.month]);
  }
  for (const { row } of marked(rows({ C35: 1 }, 300), 'C35'))
    expect(row.birthWritten).toMatch(/^\d\d\/\d\d\/\d\d$/);
  const scientific = marked(rows({ 'C43 batch': 1 }, 300), 'C43');
  expect(scientific.length).toBeGreaterThan(200);
  for (const { row, expected } of scientific) {
    expect(row.number).toMatch(/^\d\.\d{4}E\+\d+$/);
    expect(expected).not.toBe('VERIFIED');
  }
  for (const { row, expected } of marked(rows({ C71: 1 }, 300), 'C71')) {
    expect(row.sex).toBe(row.person?.number);
    expect(['VERIFIED', 'STATUS_ALERT']).toContain(expected);
  }
  for (const { row } of marked(rows({ C23: 1 }, 300), 'C23')) expect(row.name).toMatch(/[sfrxjwdaeo1-9]/);
});

test('C35 with a slipped number says no date where two centuries are left, and the old card is asked beside it', () => {
  const slipped = rows({ C35: 1, C41: 1 }, 1_500).filter(({ row }) => row.facts.id === 'SLIP');
  const unsure = slipped.filter(({ row }) => row.birth === null);
  expect(unsure.length).toBeGreaterThan(0);
  for (const { row } of unsure) {
    expect(Number(row.birthWritten?.slice(-2))).toBeGreaterThanOrEqual(6);
    expect(Number(row.birthWritten?.slice(-2))).toBeLessThanOrEqual(26);
  }
  const withCard = slipped.filter(({ row }) => row.oldCard !== '');
  expect(withCard.length).toBeGreaterThan(100);
  for (const { expected } of withCard) expect(expected).not.toBe('NOT_FOUND');
});

test('C89: the residence from before a move says nothing, and stands in the way of nothing', () => {
  const struck = marked(rows({ C89: 1, C50: 0.5 }, 300), 'C89');
  expect(struck.length).toBeGreaterThan(250);
  for (const { row, expected } of struck) {
    const place = contactOf(register, row.person!.index);
    expect([todaysAddress(place), formerAddress(place)]).not.toContain(row.address);
    expect(['VERIFIED', 'STATUS_ALERT']).toContain(expected);
  }
  const nameless = marked(rows({ C46: 1 / 6, C89: 0.5 }), 'C46').filter(({ row }) => row.name === '');
  for (const { row, expected } of nameless)
    if (expected === 'PROBABLE') expect(row.facts.address).toBe('HOME');
  expect(nameless.some(({ expected }) => expected === 'PROBABLE')).toBe(true);
});

test('a class draws from its own stream: switching one on leaves the others where they were', () => {
  const withoutTypos = rows({ C10: 0.3, C46: 0.1 }, 1000);
  const withPhones = rows({ C10: 0.3, C46: 0.1, C61: 0.5, C50: 0.5 }, 1000);
  withoutTypos.forEach(({ row }, at) => {
    expect(withPhones[at]?.row.name).toBe(row.name);
    expect(withPhones[at]?.row.number).toBe(row.number);
  });
});

test('classes of single rows strike as often as their rate says', () => {
  const list = rows(ratesOf('L2'), 10_000);
  for (const code of ['C20', 'C22', 'C26', 'C40', 'C85', 'C80', 'C62'] as const) {
    const wanted = DEFAULT_RATES[code] as number;
    const seen = marked(list, code).length / list.length;
    expect(seen).toBeGreaterThan(wanted * 0.5);
    expect(seen).toBeLessThan(wanted * 1.4);
  }
}, 60_000);

test('presets scale the rates; L3 is capped', () => {
  for (const name of Object.keys(DEFAULT_RATES) as RateName[]) {
    expect(ratesOf('L1')[name]).toBeCloseTo(DEFAULT_RATES[name] * 0.3);
    expect(ratesOf('L3')[name]).toBeGreaterThanOrEqual(DEFAULT_RATES[name]);
    expect(ratesOf('L3')[name]).toBeLessThanOrEqual(Math.max(0.5, DEFAULT_RATES[name]));
  }
  expect(ratesOf('L2', { C20: 0 }).C20).toBe(0);
});

test('edits apart: a distance, and one for each single edit', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editsApart(one, other)).toBe(editsApart(other, one));
      expect(editsApart(one, one)).toBe(0);
      expect(editsApart(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(editsApart(`${one}x`, one)).toBe(1);
    }),
  );
  expect(editsApart('HAO', 'HOA')).toBe(1);
});
