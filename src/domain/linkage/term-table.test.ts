/** Checks that the term table is a Map from text to number and back, at any size and in any alphabet. */
import fc from 'fast-check';
import { TermTable } from './term-table';

describe('TermTable', () => {
  it('gives equal texts one number, different texts different ones, and each text back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), (texts) => {
        const table = new TermTable();
        const terms = texts.map((text) => table.intern(text));
        const numbers = new Map(texts.map((text, index) => [text, terms[index]!]));
        expect(terms).toEqual(texts.map((text) => numbers.get(text)));
        expect(table.size).toBe(numbers.size);
        for (const [text, term] of numbers) expect(table.textOf(term)).toBe(text);
      }),
    );
  });

  it('keeps its terms through growth and over the edges of its segments', () => {
    const table = new TermTable();
    const texts = Array.from({ length: 30_000 }, (_, index) => `ô${'x'.repeat(index % 300)}${index}`);
    const terms = texts.map((text) => table.intern(text));
    table.seal();
    expect(terms).toEqual(texts.map((_, index) => index + 1));
    expect(terms.map((term) => table.textOf(term))).toEqual(texts);
    expect(() => table.intern('one more')).toThrow(RangeError);
  });
});
