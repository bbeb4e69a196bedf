/** Checks the repair of a text's carrier: what is changed, what is kept, and that it is done in one go. */
import fc from 'fast-check';
import { CleanFlag, cleanText, isOrdinaryText } from './clean-text';

describe('cleanText', () => {
  it.each([
    ['Trần Văn An', 'Trần Văn An', 0],
    ['Trần Văn An'.normalize('NFD'), 'Trần Văn An', CleanFlag.COMPOSED],
    ['Trần\u00A0Văn\u200B An', 'Trần Văn An', CleanFlag.INVISIBLE],
    ['\uFEFFTrần Văn\u00AD An', 'Trần Văn An', CleanFlag.INVISIBLE],
    [' Trần  Văn An ', 'Trần Văn An', CleanFlag.SPACES],
    ['Trần\tVăn\r\nAn', 'Trần Văn An', CleanFlag.SPACES],
    ['Ðỗ Ɖình An', 'Đỗ Đình An', CleanFlag.CONFUSABLE],
    ['ðỗ', 'đỗ', CleanFlag.CONFUSABLE],
    ['H’Mai', "H'Mai", CleanFlag.CONFUSABLE],
    ['Ａｎ', 'An', CleanFlag.CONFUSABLE],
    ['Trần Văn Аn', 'Trần Văn An', CleanFlag.CONFUSABLE],
    ['', '', 0],
    [' ', '', CleanFlag.SPACES],
  ])('%j', (raw, text, flags) => {
    expect(cleanText(raw)).toEqual({ text, flags });
  });

  it('composes an accent with the letter that stood behind a look-alike', () => {
    expect(cleanText('H\u043E\u0302').text).toBe('Hô');
    expect(cleanText('e\u200B\u0302').text).toBe('ê');
  });

  it('leaves a name in Cyrillic alone', () => {
    expect(cleanText('Анна Смирнова').text).toBe('Анна Смирнова');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = cleanText(raw);
        expect(cleanText(text)).toEqual({ text, flags: 0 });
      }),
    );
  });

  it('says that nothing changed exactly when nothing did', () => {
    const sign = fc.constantFrom(...['a', 'z', 'à', 'ạ', 'ê', 'đ', ' ', '\u0301', '\u0323', 'Ð', '\u200B']);
    const vietnamese = fc.string({ unit: sign, maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (raw) => {
        const { text, flags } = cleanText(raw);
        expect(flags === 0).toBe(text === raw);
      }),
    );
  });
});

describe('isOrdinaryText', () => {
  it('knows all 134 accented letters of Vietnamese, in composed form only', () => {
    const letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
    expect([...letters]).toHaveLength(67);
    expect(isOrdinaryText(letters + letters.toUpperCase())).toBe(true);
    expect(isOrdinaryText('ế'.normalize('NFD'))).toBe(false);
    expect(isOrdinaryText('Ð')).toBe(false);
  });
});
