/** Finds the header of a table among its first rows: official sheets have titles above it and a row of column numbers below. */
import { mapColumns, namesField } from './column-mapping';
import { isVietnameseSyllable, wordsOf } from '../resident/vietnamese-syllable';
import { decodeText, LEGACY_ENCODINGS } from '../encoding/text-encoding';

export interface TableRow {
  /** Row of the sheet, or physical line of the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableHead {
  readonly headerLine: number;
  /** Line of the first row of data. */
  readonly firstLine: number;
  readonly headers: readonly string[];
}

/** Rows among which a header is looked for. */
const MOST_TITLES = 30;
const COLUMN_NUMBER = /^[([]?\d{1,3}[)\]]?$/;

/**
 * The header at `headerLine`, or else the first row whose cells name enough fields to look people up by, or else the first row.
 * Null when there is no row at that line.
 */
export function findTableHead(rows: readonly TableRow[], headerLine?: number): TableHead | null {
  const at =
    headerLine === undefined
      ? Math.max(
          0,
          rows.slice(0, MOST_TITLES).findIndex((_, index) => namesFields(headersAt(rows, index).headers)),
        )
      : rows.findIndex(({ line }) => line === headerLine);
  const header = rows[at];
  if (header === undefined) return null;
  const { headers, last } = headersAt(rows, at);
  const below = rows.filter(({ line }) => line > last.line);
  const first = below.find((row) => !isNumbering(row)) ?? below.at(-1);
  return {
    headerLine: header.line,
    // Unknown as yet when the header is the last row seen: then the next line is the first.
    firstLine: first === undefined || first === below[0] ? last.line + 1 : first.line,
    headers,
  };
}

function namesFields(headers: readonly string[]): boolean {
  return 'mapping' in mapColumns(headers);
}

/** The headers that begin in a row, and the last row they stand in: the next one where cells of the two are merged. */
function headersAt(rows: readonly TableRow[], at: number): { headers: string[]; last: TableRow } {
  const [row, next] = [rows[at]!, rows[at + 1]];
  const upper = readHeaders(row.cells);
  const lower = next === undefined ? [] : readHeaders(next.cells);
  if (next === undefined || next.line !== row.line + 1 || !isUnder(upper, lower))
    return { headers: upper, last: row };
  return { headers: joinHeaders(upper, lower), last: next };
}

/**
 * True when the second row parts columns of the first: some headings reach down over both (blank below), some stand over several
 * columns (blank beside them above), and below there are words and no values. A row of data has a value under every heading.
 */
function isUnder(upper: readonly string[], lower: readonly string[]): boolean {
  const columns = Math.max(upper.length, lower.length);
  const [above, below] = [(at: number) => upper[at] ?? '', (at: number) => lower[at] ?? ''];
  let reaching = 0;
  let parted = 0;
  for (let at = 0; at < columns; at++) {
    if (above(at) !== '' && below(at) === '') reaching += 1;
    if (above(at) === '' && below(at) !== '') parted += 1;
    const isGroup = above(at + 1) === '' && below(at + 1) !== '';
    if (above(at) !== '' && below(at) !== '' && !isGroup) return false;
    if (/\d{3}/.test(below(at)) || (below(at) !== '' && !/\p{L}/u.test(below(at)))) return false;
  }
  return reaching > 0 && parted > 0 && above(0) + below(0) !== '';
}

/** The lower heading where it says by itself which field it is, else with the heading above it: "Năm sinh – Nam". */
function joinHeaders(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [upper[at] ?? '', lower[at] ?? ''];
    if (above !== '') group = above;
    if (below === '') return above;
    return namesField(below) || group === '' ? below : `${group} – ${below}`;
  });
}

/** (1) (2) (3) …: the row by which forms refer to their columns. */
function isNumbering({ cells }: TableRow): boolean {
  const told = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    told.length >= 3 &&
    told.every((cell) => COLUMN_NUMBER.test(cell)) &&
    told.every((cell, index) => index === 0 || numberIn(cell) === numberIn(told[index - 1]!) + 1)
  );
}

const numberIn = (cell: string) => Number(cell.replaceAll(/\D/g, ''));

/** Headers without line breaks (but with no-break spaces, which may be half a letter of a misread one); a row that makes sense only in a legacy encoding is taken for that. */
function readHeaders(cells: readonly string[]): string[] {
  const texts = cells.map((cell) => cell.replaceAll(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, ''));
  if (texts.every(isSound)) return texts;
  for (const encoding of LEGACY_ENCODINGS) {
    const decoded = texts.map((text) => decodeText(text, encoding) ?? text);
    if (decoded.every(isSound)) return decoded;
  }
  return texts;
}

/** All words with letters beyond ASCII are Vietnamese syllables. */
function isSound(text: string): boolean {
  return wordsOf(text).every((word) => /^[ -~]*$/.test(word) || isVietnameseSyllable(word));
}
