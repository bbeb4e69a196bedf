/** The law of a diff: without what was added it is the old text, without what was removed the new one. */
import fc from 'fast-check';
import { diffProse } from './prose-diff';

const without = (change: string, parts: readonly { change: string; text: string }[]) =>
  parts
    .filter((part) => part.change !== change)
    .map((part) => part.text)
    .join('');

describe('diffProse', () => {
  const prose = fc
    .array(fc.constantFrom('IOC', 'chưa', 'kết nối', 'đã', ' ', '\n', 'thử nghiệm', ' '), { maxLength: 30 })
    .map((words) => words.join(' '));

  it('holds both texts', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const parts = diffProse(before, after);
        expect(without('ADDED', parts)).toBe(before);
        expect(without('REMOVED', parts)).toBe(after);
      }),
    );
  });

  it('says of equal texts that all is the same, and of nothing nothing', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(diffProse(text, text)).toEqual(text === '' ? [] : [{ change: 'SAME', text }]);
      }),
    );
  });

  it('names the words that changed', () => {
    expect(diffProse('IOC chưa kết nối', 'IOC đã kết nối đủ')).toEqual([
      { change: 'SAME', text: 'IOC ' },
      { change: 'REMOVED', text: 'chưa' },
      { change: 'ADDED', text: 'đã' },
      { change: 'SAME', text: ' kết nối' },
      { change: 'ADDED', text: ' đủ' },
    ]);
  });

  it('gives up on texts that share next to nothing, and still holds both', () => {
    const [before, after] = [0, 1].map((side) =>
      Array.from({ length: 3_000 }, (_, index) => `w${side}${index}`).join(' '),
    ) as [string, string];
    const parts = diffProse(before, after);
    expect(without('ADDED', parts)).toBe(before);
    expect(without('REMOVED', parts)).toBe(after);
  });
});
