/** Every physical row is accounted for, whatever the file looks like and however it is cut into pieces. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CSV_LIMITS, CsvReader, type CsvDelimiter, type RejectionCode } from './csv-reader';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly rejected: [number, RejectionCode][];
}

function read(
  text: string,
  options: { delimiter?: CsvDelimiter; newline?: '\n' | '\r'; pieces?: number } = {},
): Read {
  const result: Read = { rows: [], lines: [], rejected: [] };
  const reader = new CsvReader(options.delimiter ?? ',', options.newline ?? '\n', {
    row: ({ line, cells }) => {
      result.rows.push([...cells]);
      result.lines.push(line);
    },
    rejected: ({ line, code }) => result.rejected.push([line, code]),
  });
  const size = options.pieces ?? (text.length || 1);
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  reader.end();
  return result;
}

describe('CsvReader', () => {
  it('reads plain and quoted cells, doubled quotes, line breaks in cells, and CRLF', () => {
    const { rows, lines } = read('a,b\r\n"x ""y""",2\r\n"one\ntwo",3\r\nlast,4');
    expect(rows).toEqual([
      ['a', 'b'],
      ['x "y"', '2'],
      ['one\ntwo', '3'],
      ['last', '4'],
    ]);
    expect(lines).toEqual([1, 2, 3, 5]);
  });

  it('gives up only the line of a quote that never closes', () => {
    const { rows, rejected } = read('a,b\n1,"stray\n3,4\n5,6\n');
    expect(rejected).toEqual([[2, 'BAD_QUOTES']]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it.each<[string, string, RejectionCode]>([
    ['a missing cell', 'a,b\n1\n', 'RAGGED_ROW'],
    ['a cell too many', 'a,b\n1,2,3\n', 'RAGGED_ROW'],
    ['text after a closing quote', 'a,b\n"1"x,2\n', 'BAD_QUOTES'],
    ['a quote inside a plain cell', 'a,b\nx"y,2\n', 'BAD_QUOTES'],
    ['NUL', 'a,b\n1,\0\n', 'NUL_CHARACTER'],
    ['bytes that were no UTF-8', 'a,b\n1,\uFFFD\n', 'BAD_ENCODING'],
    ['an over-long cell', `a,b\n1,${'x'.repeat(CSV_LIMITS.cell + 1)}\n`, 'CELL_TOO_LONG'],
    ['an over-long quoted cell', `a,b\n1,"${'x'.repeat(CSV_LIMITS.cell + 1)}"\n`, 'CELL_TOO_LONG'],
    ['an endless line', `a,b\n${'x'.repeat(CSV_LIMITS.row + 60_000)}\n`, 'ROW_TOO_LONG'],
    ['a blank line', 'a,b\n\n', 'BLANK_ROW'],
  ])('rejects a row for %s and reads on', (_, text, code) => {
    const { rows, rejected } = read(`${text}7,8\n`, { pieces: 50_000 });
    expect(rejected).toEqual([[2, code]]);
    expect(rows.at(-1)).toEqual(['7', '8']);
  });

  it('names the reason of each rejection', () => {
    const { rejected } = read('a,b\n1\n"1"x,2\n1,\0\n\n');
    expect(rejected.map(([, code]) => code)).toEqual([
      'RAGGED_ROW',
      'BAD_QUOTES',
      'NUL_CHARACTER',
      'BLANK_ROW',
    ]);
  });

  it('reads files whose lines end in CR alone', () => {
    expect(read('a;b\r1;"2"\r', { delimiter: ';', newline: '\r' }).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads the same whatever the pieces it is fed', () => {
    const sign = fc.constantFrom('a', 'ễ', ',', '"', '\n', '\r\n', ' ', '""', '",', ',"');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (signs, pieces) => {
        const text = signs.join('');
        expect(read(text, { pieces })).toEqual(read(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('accounts for every line of any text', () => {
    const line = fc.stringMatching(/^[a-c,"]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (texts) => {
        const { rows, lines, rejected } = read(`${texts.join('\n')}\n`);
        const breaks = rows.flat().join('').split('\n').length - 1;
        expect(lines.length + rejected.length + breaks).toBe(texts.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with csv-parse on well-formed files', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ễ', ',', '"', '\n', ';', ' '), maxLength: 8 });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(read(text).rows).toEqual(parse(text));
      }),
    );
  });
});
