/** Finds the header of a table among its first rows: official sheets have titles above it and a row of column numbers below. */
import { mapColumns } from './column-mapping';
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
  const header =
    headerLine === undefined
      ? (rows.slice(0, MOST_TITLES).find(namesFields) ?? rows[0])
      : rows.find(({ line }) => line === headerLine);
  if (header === undefined) return null;
  const below = rows.filter(({ line }) => line > header.line);
  const first = below.find((row) => !isNumbering(row)) ?? below.at(-1);
  return {
    headerLine: header.line,
    // Unknown as yet when the header is the last row seen: then the next line is the first.
    firstLine: first === undefined || first === below[0] ? header.line + 1 : first.line,
    headers: readHeaders(header.cells),
  };
}

function namesFields({ cells }: TableRow): boolean {
  return 'mapping' in mapColumns(readHeaders(cells));
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
