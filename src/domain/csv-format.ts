/** Tells from the first bytes of a file whether it is CSV in UTF-8, how its cells are parted, and what its header says. */
import { CSV_LIMITS, CsvReader, type CsvDelimiter, type CsvRow } from './csv-reader';

export interface CsvFormat {
  readonly delimiter: CsvDelimiter;
  readonly newline: '\n' | '\r';
  readonly headers: readonly string[];
}

export type CsvFormatProblem = 'UNSUPPORTED_FORMAT' | 'EMPTY_FILE';

const DELIMITERS: readonly CsvDelimiter[] = [',', ';', '\t'];

/** More lines than this share that are no UTF-8 mean another encoding, and not a few damaged rows. */
const MOST_DAMAGED = 0.2;

/**
 * Reads the format from the head of a file (its first tens of kilobytes; the header row must be whole in it).
 * A file in another encoding is refused here: guessing one silently would falsify names. A few damaged rows are no
 * reason to refuse the file; they are rejected one by one when they are read.
 */
export function readCsvFormat(head: Uint8Array): CsvFormat | CsvFormatProblem {
  // Streaming, because the head may end in the middle of a character.
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  const newline = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const lines = text.split(newline);
  const [headerLine = ''] = lines;
  const damaged = lines.filter((line) => line.includes('\uFFFD')).length / lines.length;
  if (/[\0\uFFFD]/.test(headerLine) || damaged > MOST_DAMAGED) return 'UNSUPPORTED_FORMAT';
  const delimiter = chooseDelimiter(headerLine);
  const headers = readHeader(text, delimiter, newline);
  if (!headers || headers.every((header) => header === '')) return 'EMPTY_FILE';
  if (headers.length > CSV_LIMITS.columns) return 'UNSUPPORTED_FORMAT';
  return { delimiter, newline, headers };
}

/** The sign that parts the most cells outside quotes; a comma when none does. */
function chooseDelimiter(headerLine: string): CsvDelimiter {
  const bare = headerLine.replaceAll(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, parts: bare.split(delimiter).length }));
  return counted.reduce((best, next) => (next.parts > best.parts ? next : best)).delimiter;
}

function readHeader(text: string, delimiter: CsvDelimiter, newline: '\n' | '\r'): string[] | null {
  const rows: CsvRow[] = [];
  const reader = new CsvReader(delimiter, newline, {
    row: (row) => rows.push(row),
    rejected: () => {},
  });
  reader.push(text.slice(0, CSV_LIMITS.row));
  reader.end();
  const first = rows[0];
  return first?.line === 1 ? first.cells.map((cell) => cell.trim()) : null;
}
