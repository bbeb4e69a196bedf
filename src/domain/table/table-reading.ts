/** Understands a table from its first rows: header, encoding of each column, and which column holds which field. */
import { mapColumns, type ColumnMapping, type Field, type MappingProblem } from './column-mapping';
import { detectTextEncoding, SURE_ENOUGH, type EncodingGuess } from '../encoding/detect-encoding';
import { decodeText, TextEncoding } from '../encoding/text-encoding';
import { findTableHead, type TableHead, type TableRow } from './table-head';

/** What the person who brings the file says about it; what is left out is found out. */
export interface TableWishes {
  readonly headerLine?: number;
  /** For all columns; a column named in `columnEncodings` goes by that. */
  readonly encoding?: TextEncoding;
  readonly columnEncodings?: readonly { readonly header: string; readonly encoding: TextEncoding }[];
  readonly mapping?: Partial<Record<Field, string>>;
}

export interface TableReading extends TableHead {
  /** One for each column, in file order. */
  readonly encodings: readonly EncodingGuess[];
  readonly mapping: ColumnMapping;
}

export type TableProblem =
  | MappingProblem
  | { readonly problem: 'EMPTY_FILE' | 'ENCODING_UNCERTAIN'; readonly headers: readonly string[] };

/** Where and how a table stands, before its columns are given meanings. */
export interface TableView {
  readonly head: TableHead;
  readonly encodings: readonly EncodingGuess[];
  /** Rows of data as they will be read, up to the first hundreds. */
  readonly rows: readonly TableRow[];
}

const NOTHING_TO_DECIDE: EncodingGuess = { encoding: TextEncoding.UNICODE, confidence: 1 };
const NON_ASCII = /[^ -~]/;

/**
 * `singleByte` says that the file's bytes alone do not tell its letters: then a column with letters beyond ASCII must be explained
 * by an encoding, where a Unicode file may simply hold foreign letters.
 */
export function viewTable(
  rows: readonly TableRow[],
  singleByte: boolean,
  wishes: TableWishes = {},
): TableView | null {
  const head = findTableHead(rows, wishes.headerLine);
  if (head === null) return null;
  const data = rows.filter(({ line }) => line >= head.firstLine);
  const columns = head.headers.map((_, index) => data.map(({ cells }) => cells[index] ?? ''));
  const guesses = settleTogether(
    columns.map((cells) => guess(cells, singleByte)),
    columns,
  );
  const encodings = guesses.map((found, index) => wished(head.headers[index]!, wishes) ?? found);
  return { head, encodings, rows: data };
}

/** Refuses rather than guesses: a mapped column of uncertain encoding would falsify names. */
export function readTable(
  rows: readonly TableRow[],
  singleByte: boolean,
  wishes: TableWishes,
): TableReading | TableProblem {
  const view = viewTable(rows, singleByte, wishes);
  if (view === null) return { problem: 'EMPTY_FILE', headers: [] };
  const { head, encodings } = view;
  const mapped = mapColumns(head.headers, wishes.mapping);
  if ('problem' in mapped) return mapped;
  const uncertain = Object.values(mapped.mapping).filter(
    (index) => encodings[index]!.confidence < SURE_ENOUGH,
  );
  if (uncertain.length > 0) {
    return { problem: 'ENCODING_UNCERTAIN', headers: uncertain.map((index) => head.headers[index]!) };
  }
  return { ...head, encodings, mapping: mapped.mapping };
}

/** How a row's cells read, given the encodings of their columns. A cell that proves not to be in its column's encoding stays. */
export function decodeCells(
  cells: readonly string[],
  encodings: readonly { readonly encoding: TextEncoding }[],
): string[] {
  return cells.map((cell, index) => {
    const encoding = encodings[index]?.encoding ?? TextEncoding.UNICODE;
    return encoding === TextEncoding.UNICODE ? cell : (decodeText(cell, encoding) ?? cell);
  });
}

function wished(header: string, { encoding, columnEncodings = [] }: TableWishes): EncodingGuess | null {
  const said = columnEncodings.find((column) => column.header === header)?.encoding ?? encoding;
  return said === undefined ? null : { encoding: said, confidence: 1 };
}

function guess(cells: readonly string[], singleByte: boolean): EncodingGuess {
  if (!cells.some((cell) => NON_ASCII.test(cell))) return NOTHING_TO_DECIDE;
  const found = detectTextEncoding(cells);
  return singleByte && found.encoding === TextEncoding.UNICODE ? { ...found, confidence: 0 } : found;
}

/** A column with few words is believed when the whole table speaks for the same encoding. */
function settleTogether(
  guesses: readonly EncodingGuess[],
  columns: readonly (readonly string[])[],
): EncodingGuess[] {
  if (guesses.every(({ confidence }) => confidence >= SURE_ENOUGH)) return [...guesses];
  const whole = detectTextEncoding(columns.flatMap((cells) => cells.slice(0, 500)));
  return guesses.map((one) =>
    one.confidence < SURE_ENOUGH && one.encoding === whole.encoding && one.encoding !== TextEncoding.UNICODE
      ? { ...one, confidence: Math.max(one.confidence, whole.confidence) }
      : one,
  );
}
