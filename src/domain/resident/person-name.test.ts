/** Checks the normal form of names, the rules it reports, and the folds. */
import fc from 'fast-check';
import { foldWithIY, hasLetter, nameRules, normalizeName, rulesBetween, sortedFold } from './person-name';

const syllable = fc.constantFrom(
  ...[
    'Nguyễn',
    'trần',
    'THỊ',
    'Hoà',
    'Hòa',
    'Thuỷ',
    'Quý',
    'Đặng',
    'Ðỗ',
    "H'Mai",
    'Y',
    'An',
    'Hoàng',
    'Vỹ',
    'Gìa',
  ],
);
const anyName = fc.oneof(
  fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

describe('normalizeName', () => {
  it.each([
    ['Nguyễn Thị Hoa', 'NGUYỄN THỊ HOA', ['N01']],
    ['NGUYỄN THỊ HOA', 'NGUYỄN THỊ HOA', []],
    ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA', ['N01', 'N02']],
    ['NGUYỄN THỊ HOA'.normalize('NFD'), 'NGUYỄN THỊ HOA', ['T01']],
    [' NGUYỄN\u00A0THỊ  HOA', 'NGUYỄN THỊ HOA', ['T02', 'T03']],
    ['ÐẶNG THỊ HOA', 'ĐẶNG THỊ HOA', ['T04']],
    ['h’mai niê', "H'MAI NIÊ", ['T04', 'N01']],
    ['Trần Qúy', 'TRẦN QUÝ', ['N01', 'N02']],
    ['', '', []],
  ])('%j', (raw, normal, rules) => {
    const name = normalizeName(raw);
    expect(name.normal).toBe(normal);
    expect(nameRules(name)).toEqual(rules);
  });

  it('is idempotent: the normal form is its own normal form, by no rule', () => {
    fc.assert(
      fc.property(anyName, (raw) => {
        const once = normalizeName(raw);
        const twice = normalizeName(once.normal);
        expect(twice.normal).toBe(once.normal);
        expect(twice.fold).toBe(once.fold);
        expect(nameRules(twice)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is lossless: letters with their accents and their order survive case and tone placement', () => {
    const words = fc.array(syllable, { minLength: 1, maxLength: 6 });
    const plainMarks = (text: string): string =>
      text
        .split(' ')
        .map((word) => [...word.normalize('NFD')].sort().join(''))
        .join(' ');
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ').replaceAll('Ð', 'Đ').toUpperCase();
        expect(plainMarks(normalizeName(text).normal)).toBe(plainMarks(text));
      }),
    );
  });

  it('keeps different accented names apart', () => {
    const spellings = [
      'Thuy',
      'Thúy',
      'Thùy',
      'Thủy',
      'Thụy',
      'Thũy',
      'Hoa',
      'Hòa',
      'Hóa',
      'Họa',
      'Vi',
      'Vy',
      'Vỹ',
      'Vĩ',
    ];
    expect(new Set(spellings.map((text) => normalizeName(text).normal)).size).toBe(spellings.length);
  });

  it('gives the same normal form for every way of carrying the same name', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 2, maxLength: 5 }), (words) => {
        const name = words.join(' ');
        const { normal } = normalizeName(name);
        const carried = [
          ...[
            name.normalize('NFD'),
            name.toLowerCase(),
            name.toUpperCase().normalize('NFD'),
            ` ${words.join('  ')}\t`,
          ],
          ...[words.join('\u00A0'), words.join(' \u200B'), name.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')],
        ];
        for (const text of carried) expect(normalizeName(text).normal).toBe(normal);
      }),
    );
  });

  it('takes time in proportion to the length, on hostile text too', () => {
    for (const unit of ['a ', 'ệ', 'e\u0323\u0302', '\u200B', ' ', "'", 'Ð']) {
      const name = normalizeName(unit.repeat(100_000));
      expect(name.normal.length).toBeLessThanOrEqual(unit.length * 100_000);
    }
  });

  it('does not remember its way into a wrong answer when the memo overflows', () => {
    for (let index = 0; index < 45_000; index++) normalizeName(`Lạ${index}`);
    expect(normalizeName('Nguyễn Thị Hoà')).toMatchObject({
      normal: 'NGUYỄN THỊ HÒA',
      fold: 'NGUYEN THI HOA',
    });
  });
});

describe('rulesBetween', () => {
  it.each([
    ['NGUYỄN THỊ HOA', 'NGUYỄN THỊ HOA', []],
    ['Nguyễn Thị Hoa', 'NGUYỄN THỊ HOA', ['N01']],
    ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA', ['N01', 'N02']],
    ['Nguyễn Thị Hòa', 'NGUYỄN THỊ HOÀ', ['N01', 'N02']],
    ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HOÀ', ['N01']],
    ['nguyễn thị hoa', 'Nguyễn Thị Hoa', ['N01']],
    ['Nguyễn Thị  Hoa', 'Nguyễn Thị Hoa', ['T03']],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', ['N02']],
  ])('%j and %j need %j', (a, b, rules) => {
    expect(rulesBetween(normalizeName(a), normalizeName(b))).toEqual(rules);
    expect(rulesBetween(normalizeName(b), normalizeName(a))).toEqual(rules);
  });

  it('names at least one rule whenever two equal names are written differently', () => {
    const carry = fc.constantFrom(
      ...[
        (text: string) => text,
        (text: string) => text.toUpperCase(),
        (text: string) => text.normalize('NFD'),
      ],
      ...[
        (text: string) => ` ${text}`,
        (text: string) => text.replaceAll('òa', 'oà'),
        (text: string) => `${text}\u200B`,
      ],
    );
    const words = fc.array(syllable, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, carry, carry, (parts, left, right) => {
        const [a, b] = [left(parts.join(' ')), right(parts.join(' '))];
        const rules = rulesBetween(normalizeName(a), normalizeName(b));
        expect(rules.length === 0).toBe(a === b);
      }),
    );
  });
});

describe('the folds', () => {
  it('drop accents, đ and punctuation', () => {
    expect(normalizeName('Đặng Thị Hường').fold).toBe('DANG THI HUONG');
    expect(normalizeName("H'Mai - Niê.").fold).toBe('HMAI NIE');
  });

  it('sort words and merge i with y', () => {
    expect(sortedFold('NGUYEN VAN AN')).toBe('AN NGUYEN VAN');
    expect(foldWithIY('LY THI THUY')).toBe('LI THI THUY');
  });

  it.each([
    ['Nguyễn', true],
    ['Анна', true],
    ['123', false],
    ['...', false],
    ['', false],
  ])('a letter in %j: %s', (raw, found) => {
    expect(hasLetter(normalizeName(raw))).toBe(found);
  });
});
