/** Tells from the first bytes of a file whether it is CSV, how its signs and cells are to be read, and what its first rows say. */
import { CSV_LIMITS, CsvReader, type CsvDelimiter, type CsvRow } from './csv-reader';
import { createFileDecoder, detectFileEncoding, type FileEncoding } from '../encoding/file-encoding';

export interface CsvFormat {
  readonly fileEncoding: FileEncoding;
  readonly delimiter: CsvDelimiter;
  readonly newline: '\n' | '\r';
  /** The first rows that can be read, of whatever length: titles, header and data alike. */
  readonly rows: readonly CsvRow[];
}

export type CsvFormatProblem = 'UNSUPPORTED_FORMAT' | 'EMPTY_FILE';

const DELIMITERS: readonly CsvDelimiter[] = [',', ';', '\t'];
/** Lines among which the delimiter shows itself: titles above the header have none. */
const TELLING_LINES = 40;
/** Text of the head that is read: enough rows to tell the encoding of a column. */
const HEAD_TEXT = 2 * CSV_LIMITS.row;

/** Reads the format from the head of a file (its first tens of kilobytes; the header row must be whole in it). */
export function readCsvFormat(head: Uint8Array): CsvFormat | CsvFormatProblem {
  const fileEncoding = detectFileEncoding(head);
  if (fileEncoding === null) return 'UNSUPPORTED_FORMAT';
  const text = createFileDecoder(fileEncoding).push(head);
  const newline = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const delimiter = chooseDelimiter(text.split(newline, TELLING_LINES));
  const rows = readRows(text.slice(0, HEAD_TEXT), delimiter, newline);
  const first = rows[0];
  if (first === undefined || first.cells.every((cell) => cell.trim() === '')) return 'EMPTY_FILE';
  if (first.cells.length > CSV_LIMITS.columns) return 'UNSUPPORTED_FORMAT';
  return { fileEncoding, delimiter, newline, rows };
}

/** The sign that parts the most cells outside quotes in any one line; a comma when none does. */
function chooseDelimiter(lines: readonly string[]): CsvDelimiter {
  const bare = lines.map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    parts: Math.max(...bare.map((line) => line.split(delimiter).length)),
  }));
  return counted.reduce((best, next) => (next.parts > best.parts ? next : best)).delimiter;
}

function readRows(text: string, delimiter: CsvDelimiter, newline: '\n' | '\r'): CsvRow[] {
  const rows: CsvRow[] = [];
  const handler = { row: (row: CsvRow) => void rows.push(row), rejected: () => {} };
  const reader = new CsvReader(delimiter, newline, handler, { uneven: true });
  reader.push(text);
  // The last line of the head may be cut anywhere; it is read only when it is all there is.
  if (rows.length === 0) reader.end();
  return rows;
}
