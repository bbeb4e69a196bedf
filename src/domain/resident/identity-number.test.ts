/** Checks what number cells hold, what the numbers say, and how they are shown. */
import fc from 'fast-check';
import {
  confirmsRestoredNumber,
  maskNumber,
  NumberKind,
  numberFindings,
  parsePersonalNumber,
  readNumberCell,
} from './identity-number';
import { IDENTITY_PROVINCES } from './identity-province';
import { Sex } from './sex';

const NUMBER = '079185000123';

describe('IDENTITY_PROVINCES', () => {
  it('has the 63 codes, three digits each, every name once', () => {
    expect(IDENTITY_PROVINCES.size).toBe(63);
    expect(new Set(IDENTITY_PROVINCES.values()).size).toBe(63);
    for (const code of IDENTITY_PROVINCES.keys()) expect(code).toMatch(/^0\d\d$/);
    expect([...IDENTITY_PROVINCES.keys()]).toEqual([...IDENTITY_PROVINCES.keys()].sort());
    expect(IDENTITY_PROVINCES.get('079')).toBe('TP Hồ Chí Minh');
    expect(IDENTITY_PROVINCES.has('097')).toBe(false);
  });
});

describe('readNumberCell', () => {
  it.each([
    [NUMBER, NUMBER, []],
    ['079 185 000 123', NUMBER, ['I01']],
    ['079.185.000123', NUMBER, ['I01']],
    ["'079185000123", NUMBER, ['I01']],
    ['="079185000123"', NUMBER, ['I01']],
    ['\u200B079185000123\u00A0', NUMBER, ['I01']],
    ['０７９１８５０００１２３', NUMBER, ['I01']],
    ['O79l85OOO123', NUMBER, ['I01']],
  ])('reads %j as a personal number', (text, value, rules) => {
    expect(readNumberCell(text)).toEqual({ kind: NumberKind.PERSONAL, value, rules });
  });

  it.each([
    ['023456789', '023456789', []],
    ['023.456.789', '023456789', ['I01']],
  ])('reads %j as an old card number', (text, value, rules) => {
    expect(readNumberCell(text)).toEqual({ kind: NumberKind.OLD_CARD, value, rules });
  });

  it('only suggests lost zeros', () => {
    expect(readNumberCell('79185000123')).toEqual({
      kind: NumberKind.ZEROS_LOST,
      value: NUMBER,
      rules: ['I02'],
    });
    expect(readNumberCell('1185000123')).toMatchObject({
      kind: NumberKind.ZEROS_LOST,
      value: '001185000123',
    });
    expect(readNumberCell('7918500012 3')).toMatchObject({ value: NUMBER, rules: ['I01', 'I02'] });
  });

  it.each([
    ...[
      '',
      '07918500012x',
      '01234567890',
      '12345678',
      '0791850001234',
      '7.9185E+10',
      '7,9185E+10',
      'OOOIIIlllooo',
      'abc',
    ],
    ...['079185000123/023456789', '-', '9'.repeat(100_000)],
  ])('refuses %j', (text) => {
    expect(readNumberCell(text)).toMatchObject({ kind: NumberKind.INVALID, value: '', rules: ['I03'] });
  });

  it.each(['111111111111', '000000000', '0 0000 0000 000'])('refuses %j as made up', (text) => {
    expect(readNumberCell(text)).toMatchObject({ kind: NumberKind.INVALID, rules: ['I06'] });
  });

  it('is lossless: separators anywhere never change which number is read, and reading twice changes nothing', () => {
    const separator = fc.constantFrom(' ', '.', '-', "'", '\u00A0', '\u200B', '');
    const number = fc.stringMatching(/^(\d{12}|\d{9})$/).filter((digits) => !/^(\d)\1+$/.test(digits));
    fc.assert(
      fc.property(number, fc.array(separator, { minLength: 12, maxLength: 12 }), (digits, separators) => {
        const text = [...digits].map((digit, index) => separators[index] + digit).join('');
        const cell = readNumberCell(text);
        expect(cell.value).toBe(digits);
        expect(readNumberCell(cell.value)).toEqual({ ...cell, rules: [] });
      }),
    );
  });

  it('never throws, and gives only 12 or 9 digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const cell = readNumberCell(text);
        expect(cell.value).toMatch(cell.kind === NumberKind.INVALID ? /^$/ : /^(\d{12}|\d{9})$/);
      }),
    );
  });
});

describe('parsePersonalNumber', () => {
  it.each([
    ['079085000123', Sex.MALE, 1985],
    ['079185000123', Sex.FEMALE, 1985],
    ['079205000123', Sex.MALE, 2005],
    ['079305000123', Sex.FEMALE, 2005],
    ['079999000123', Sex.FEMALE, 2399],
  ])('%s: %s, born %i', (number, sex, birthYear) => {
    expect(parsePersonalNumber(number)).toEqual({
      placeCode: '079',
      placeName: 'TP Hồ Chí Minh',
      sex,
      birthYear,
      serial: '000123',
    });
  });

  it('knows no place for codes outside the list', () => {
    expect(parsePersonalNumber('100085000123').placeName).toBeNull();
  });

  it.each(['', '07908500012', '07908500012x', '0790850001234'])('throws on %j', (number) => {
    expect(() => parsePersonalNumber(number)).toThrow(RangeError);
  });
});

describe('numberFindings', () => {
  it.each([
    [Sex.FEMALE, 1985, NUMBER, []],
    [Sex.UNKNOWN, null, NUMBER, []],
    [Sex.MALE, 1985, NUMBER, ['ID_SEX_CONFLICT']],
    [Sex.FEMALE, 1986, NUMBER, ['ID_YEAR_CONFLICT']],
    [Sex.FEMALE, 2085, NUMBER, ['ID_YEAR_CONFLICT']],
    [Sex.FEMALE, 1985, '097185000123', ['ID_PROVINCE_UNKNOWN']],
    [Sex.MALE, 1990, '100185000123', ['ID_PROVINCE_UNKNOWN', 'ID_SEX_CONFLICT', 'ID_YEAR_CONFLICT']],
  ])('%s born %s with %s: %j', (sex, year, number, findings) => {
    expect(numberFindings(number, sex, year)).toEqual(findings);
  });
});

describe('confirmsRestoredNumber', () => {
  it('needs place, sex and year, all of them stated and agreeing', () => {
    expect(confirmsRestoredNumber(NUMBER, Sex.FEMALE, 1985)).toBe(true);
    expect(confirmsRestoredNumber(NUMBER, Sex.MALE, 1985)).toBe(false);
    expect(confirmsRestoredNumber(NUMBER, Sex.UNKNOWN, 1985)).toBe(false);
    expect(confirmsRestoredNumber(NUMBER, Sex.FEMALE, 1984)).toBe(false);
    expect(confirmsRestoredNumber(NUMBER, Sex.FEMALE, null)).toBe(false);
    expect(confirmsRestoredNumber('097185000123', Sex.FEMALE, 1985)).toBe(false);
  });
});

describe('maskNumber', () => {
  it.each([
    ['079185001234', '079*****1234'],
    ['023456789', '******789'],
    ['79185001234', '********234'],
    ['1234567', '*******'],
    ['', ''],
  ])('%j becomes %j', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });
});
