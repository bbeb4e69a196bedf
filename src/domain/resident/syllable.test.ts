/** Checks tone placement and the lossy folds on single syllables. */
import fc from 'fast-check';
import { foldAccents, foldIY, placeTone } from './syllable';

describe('placeTone', () => {
  it.each([
    ['HOÀ', 'HÒA'],
    ['HÒA', 'HÒA'],
    ['KHOẺ', 'KHỎE'],
    ['THUỲ', 'THÙY'],
    ['THUÝ', 'THÚY'],
    ['UỶ', 'ỦY'],
    ['OÁNH', 'OÁNH'],
    ['HÒAN', 'HOÀN'],
    ['HOÀN', 'HOÀN'],
    ['HÙYNH', 'HUỲNH'],
    ['HUỲNH', 'HUỲNH'],
    ['QUÝ', 'QUÝ'],
    ['QÚY', 'QUÝ'],
    ['QÚA', 'QUÁ'],
    ['GIÀ', 'GIÀ'],
    ['GÌA', 'GIÀ'],
    ['GÌ', 'GÌ'],
    ['BAỎ', 'BẢO'],
    ['HOÀI', 'HOÀI'],
    ['HÒAI', 'HOÀI'],
    ['NGUỸÊN', 'NGUYỄN'],
    ['NGUYỄN', 'NGUYỄN'],
    ['THƯỜNG', 'THƯỜNG'],
    ['MÙA', 'MÙA'],
    ['ĐẶNG', 'ĐẶNG'],
  ])('%s becomes %s', (syllable, placed) => {
    expect(placeTone(syllable)).toBe(placed);
  });

  it.each(['KSƠR', 'HOA', 'PỐ', 'H’MÀI', 'ÁÀ', 'ZÀOA', 'Ý', 'É', ''])('leaves %j alone', (text) => {
    expect(placeTone(text)).toBe(text);
  });

  it('never changes letters or the tone itself, and does its work at once', () => {
    const initial = fc.constantFrom('', 'B', 'C', 'Đ', 'GI', 'H', 'KH', 'NGH', 'QU', 'TH', 'TR');
    const vowels = fc.constantFrom(
      ...['A', 'OA', 'OE', 'UY', 'IA', 'ƯƠ', 'IÊ', 'UYÊ', 'OAI', 'AO', 'UÂ', 'Y', 'ÔI'],
    );
    const final = fc.constantFrom('', 'N', 'NG', 'NH', 'C', 'T', 'P');
    const tone = fc.constantFrom('\u0300', '\u0301', '\u0303', '\u0309', '\u0323');
    fc.assert(
      fc.property(initial, vowels, final, tone, fc.nat(2), (start, middle, end, mark, at) => {
        const index = start.length + Math.min(at, middle.length - 1) + 1;
        const bare = start + middle + end;
        const typed = (bare.slice(0, index) + mark + bare.slice(index)).normalize('NFC');
        const placed = placeTone(typed);
        expect(foldAccents(placed)).toBe(foldAccents(bare));
        expect([...placed.normalize('NFD')].sort()).toEqual([...typed.normalize('NFD')].sort());
        expect(placeTone(placed)).toBe(placed);
      }),
    );
  });
});

describe('foldAccents', () => {
  it.each([
    ['ĐẶNG THỊ HƯỜNG', 'DANG THI HUONG'],
    ['đỗ', 'do'],
    ['Ỹ', 'Y'],
    ["H'MÔNG", "H'MONG"],
    ['ANNA', 'ANNA'],
  ])('%s becomes %s', (text, fold) => {
    expect(foldAccents(text)).toBe(fold);
    expect(foldAccents(text.normalize('NFD'))).toBe(fold);
  });
});

describe('foldIY', () => {
  it.each([
    ['LY', 'LI'],
    ['MY', 'MI'],
    ['QUY', 'QUI'],
    ['THY', 'THI'],
    ['THUY', 'THUY'],
    ['Y', 'Y'],
    ['HAY', 'HAY'],
    ['NGUYEN', 'NGUYEN'],
  ])('%s becomes %s', (folded, merged) => {
    expect(foldIY(folded)).toBe(merged);
  });
});
