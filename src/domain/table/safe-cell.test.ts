/** No cell of an export begins like a formula, and every line reads back as it was. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, safeCell } from './safe-cell';

describe('safe cells', () => {
  it('never begin like a formula', () => {
    const risky = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', 'a');
    fc.assert(
      fc.property(risky, fc.string(), (start, rest) => {
        expect(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(safeCell(start + rest))).toBe(false);
      }),
    );
  });

  it('read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 5 }), (cells) => {
        expect(parse(csvLine(cells))).toEqual([cells.map(safeCell)]);
      }),
    );
  });
});
