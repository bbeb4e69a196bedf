/** Checks the class of each way in which two names may differ. */
import fc from 'fast-check';
import { compareName } from './compare-name';
import { normalizeName } from '../resident/person-name';

const REGISTER = 'NGUYỄN THỊ HÒA';

function compare(input: string, register = REGISTER, former: string[] = []) {
  const { class: fieldClass, sub, rules } = compareName(normalizeName(input), register, former);
  return [fieldClass, sub ?? null, rules];
}

describe('compareName', () => {
  it.each([
    ['NGUYỄN THỊ HÒA', 'EXACT', null, []],
    ['Nguyễn Thị Hòa', 'EQUIV', null, ['N01']],
    ['Nguyễn Thị Hoà', 'EQUIV', null, ['N01', 'N02']],
    ['NGUYỄN THỊ HÒA'.normalize('NFD'), 'EQUIV', null, ['T01']],
    ['nguyen thi hoa', 'FOLD', null, ['F01']],
    ['Nguyên Thị Hòa', 'FOLD', null, ['F01']],
    ['Nguyễn Thị Hóa', 'FOLD', null, ['F02']],
    ['Nguyễn Thĩ Hòa', 'FOLD', null, ['F02']],
    ['Nguyễn Thị-Hòa', 'CLOSE', 'TYPO1', ['NO_SYLLABLE']],
    ['Nguyễn Thị Hòa.', 'FOLD', null, ['F04']],
    ['Hòa Nguyễn Thị', 'FOLD', 'TOKEN_ORDER', ['F03']],
    ['Nguyễn Thị Hào', 'CLOSE', 'TYPO1', []],
    ['Nguyễn Thị Hoàn', 'CLOSE', 'TYPO1', []],
    ['Nguỹen Tih Hòa', 'CLOSE', 'TYPO1', ['NO_SYLLABLE']],
    ['Nguyễn Hòa', 'CLOSE', 'TOKEN_MISSING', []],
    ['Nguyễn Thị Thu Hòa', 'CLOSE', 'TOKEN_MISSING', []],
    ['Nguyễn T. Hòa', 'CLOSE', 'TOKEN_MISSING', ['N10']],
    ['Nguyẽm Thj Hòa', 'CLOSE', null, ['EDIT2', 'NO_SYLLABLE']],
    ['Nguyễn Thi Hoành', 'CLOSE', null, ['EDIT2']],
    ['Nguy?n Th? Hòa', 'FOLD', null, ['E08']],
    ['Nguyeenx Thị Hòa', 'CLOSE', 'TYPO1', ['E09']],
    ['Nguye64n Thi5 Hoa2', 'CLOSE', 'TYPO1', ['E09']],
    ['Nguyễn Thị H', 'PARTIAL', null, []],
    ['Nguyễn Văn Bình', 'DIFFERENT', null, ['F05']],
    ['Trần Văn Bình', 'DIFFERENT', null, []],
    ['Hòa', 'DIFFERENT', null, []],
  ])('%j is %s', (input, fieldClass, sub, rules) => {
    expect(compare(input)).toEqual([fieldClass, sub, rules]);
  });

  it('sees i and y as a lossy difference where either is the only vowel', () => {
    expect(compare('Lí Thị Mĩ', 'LÝ THỊ MỸ')).toEqual(['FOLD', null, ['N03']]);
  });

  it('sees openings that some region speaks alike as one slip', () => {
    expect(compare('Đỗ Bảo Chí', 'ĐỖ BẢO TRÍ')).toEqual(['CLOSE', 'TYPO1', ['AS_HEARD']]);
    expect(compare('Nguyễn Thị Da Mai', 'NGUYỄN THỊ GIA MAI')).toEqual(['CLOSE', 'TYPO1', ['AS_HEARD']]);
  });

  it('weighs a slip that leaves nobody’s name by the name it was, and one that makes another name by little', () => {
    const bits = (input: string, register = REGISTER) => compareName(normalizeName(input), register, []).bits;
    expect(bits('Nguyrn Thi Hoa')).toBe(bits('Nguyễn Thị Hòa') - 2);
    expect(bits('Nguyễn Thị Hoàn')).toBe(8);
    // A word that is foreign in the register as well shows no slip.
    expect(bits("H'Nghi Byar", "H'NGHI BYA")).toBe(8);
  });

  it('calls the beginning of a longer name PARTIAL, of little weight where it may be a whole name', () => {
    const longName = 'NGUYỄN THỊ PHƯƠNG HOÀNG';
    expect(compare('Nguyễn Thị Phương Hoà', longName)).toEqual(['PARTIAL', null, []]);
    const bits = (input: string) => compareName(normalizeName(input), longName, []).bits;
    expect([bits('Nguyễn Thị Phương Hoa'), bits('Nguyễn Thị Phương H')]).toEqual([3, 6]);
  });

  it('takes a former name for HISTORIC, lossless before lossy', () => {
    expect(compare('Trần Thị Hòa', REGISTER, ['TRẦN THỊ HÒA'])).toEqual(['HISTORIC', null, ['N01']]);
    expect(compare('Tran Thi Mai', REGISTER, ['TRẦN THỊ MAI'])).toEqual(['HISTORIC', null, ['F01']]);
    expect(compare('Nguyễn Thị Hóa', REGISTER, ['NGUYỄN THỊ HÓA'])).toEqual(['HISTORIC', null, ['N01']]);
    expect(compare('Nguyễn Thị Hòa', REGISTER, ['NGUYỄN THỊ HÒA'])).toEqual(['EQUIV', null, ['N01']]);
  });

  it('says MISSING_REGISTER when the register has no name', () => {
    expect(compare('Nguyễn Thị Hòa', ' ')).toEqual(['MISSING_REGISTER', null, []]);
  });

  it('weighs levels monotonously: same ≥ folded ≥ one edit ≥ word missing > surname only > different', () => {
    const bits = [
      'Nguyễn Thị Hòa',
      'Nguyen Thi Hoa',
      'Nguyễn Thị Hào',
      'Nguyễn Hòa',
      'Nguyễn Văn Bình',
      'Lê Văn Bình',
    ].map((input) => compareName(normalizeName(input), REGISTER, []).bits);
    expect(bits).toEqual([...bits].sort((a, b) => b - a));
    expect(new Set(bits).size).toBe(bits.length);
  });

  it('calls nothing EXACT or EQUIV but equal normal forms', () => {
    const word = fc.constantFrom(
      'Nguyễn',
      'NGUYỄN',
      'Nguyen',
      'Thị',
      'Thi',
      'Hòa',
      'Hoà',
      'Hoa',
      'Hóa',
      'Vy',
      'Vi',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, fc.array(name, { maxLength: 2 }), (input, register, former) => {
        const [fieldClass] = compare(input, register, former);
        const equal = normalizeName(input).normal === normalizeName(register).normal;
        expect(fieldClass === 'EXACT' || fieldClass === 'EQUIV').toBe(equal);
        expect(fieldClass === 'EXACT').toBe(input === register);
      }),
    );
  });
});
