/**
 * Reads CSV record by record and accounts for every physical row: what cannot be read is reported with its line and
 * reason, and reading goes on with the next line. General parsers take one stray quote for the start of a cell that
 * lasts to the end of the file; a registry clerk's file must not be lost to one quote.
 */

import { positionOf, splitQuotedLine } from './split-quoted-line';

/** Longest cell and longest row that are taken, in UTF-16 units, and the most columns. */
export const CSV_LIMITS = { cell: 4_096, row: 262_144, columns: 200 } as const;

export const RejectionCode = {
  BLANK_ROW: 'BLANK_ROW',
  RAGGED_ROW: 'RAGGED_ROW',
  BAD_QUOTES: 'BAD_QUOTES',
  NUL_CHARACTER: 'NUL_CHARACTER',
  BAD_ENCODING: 'BAD_ENCODING',
  CELL_TOO_LONG: 'CELL_TOO_LONG',
  ROW_TOO_LONG: 'ROW_TOO_LONG',
} as const;
export type RejectionCode = (typeof RejectionCode)[keyof typeof RejectionCode];

export interface CsvRow {
  /** Physical line of the file on which the row begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRejection {
  readonly line: number;
  readonly code: RejectionCode;
}

export interface CsvHandler {
  row(row: CsvRow): void;
  rejected(rejection: CsvRejection): void;
}

export interface CsvReaderOptions {
  /** Physical line of the header; what stands above it is no part of the table and is passed over. */
  readonly headerLine?: number;
  /** Takes rows of any length: for looking at a file before it is known where its table begins. */
  readonly uneven?: boolean;
}

export type CsvDelimiter = ',' | ';' | '\t';

/** Stands in the text wherever bytes were no UTF-8 (the decoder's replacement character). */
const REPLACEMENT = '\uFFFD';

type ScanStop = { readonly at: 'MORE_NEEDED' } | { readonly at: 'BAD'; readonly code: RejectionCode };

interface ScannedCell {
  readonly text: string;
  /** Index of the delimiter or line end after the cell, or the text's length. */
  readonly end: number;
  readonly lineBreaks: number;
}

type Scan =
  ScanStop | { readonly at: 'END'; readonly next: number; readonly lines: number; readonly cells: string[] };

/** A push parser: feed it decoded text in pieces of any size, then call `end`. Memory stays within one row. */
export class CsvReader {
  private rest = '';
  private line = 1;
  /** Set while the remains of an endless line are thrown away. */
  private skipping = false;
  private columns: number | null = null;
  /** Whether the text at hand holds a sign that no cell may have; looked for once a piece, because it hardly ever does. */
  private damaged = false;

  constructor(
    private readonly delimiter: CsvDelimiter,
    private readonly newline: '\n' | '\r',
    private readonly handler: CsvHandler,
    private readonly options: CsvReaderOptions = {},
  ) {}

  push(text: string): void {
    this.rest = this.consume(this.rest + text, false);
  }

  end(): void {
    const left = this.consume(this.rest, true);
    this.rest = '';
    if (left !== '' && !this.skipping) this.takeLine(left);
  }

  private consume(text: string, last: boolean): string {
    this.damaged = text.includes('\0') || text.includes(REPLACEMENT);
    let at = 0;
    // Looked for again only once it is passed: a search from every line would read the piece once a line.
    let quote = positionOf('"', text, 0);
    for (;;) {
      const end = text.indexOf(this.newline, at);
      if (end < 0) break;
      if (this.skipping) {
        this.skipping = false;
        this.line += 1;
        at = end + 1;
        continue;
      }
      if (quote < at) quote = positionOf('"', text, at);
      const line = withoutReturn(text.slice(at, end));
      const cells =
        quote > end ? line.split(this.delimiter) : splitQuotedLine(line, this.delimiter, CSV_LIMITS.cell);
      if (cells !== null) {
        this.takeCells(cells);
        this.line += 1;
        at = end + 1;
        continue;
      }
      const scan = this.scanQuoted(text, at, last);
      if (scan.at === 'MORE_NEEDED') break;
      at = this.takeScan(scan, end);
    }
    const rest = text.slice(at);
    if (rest.length > CSV_LIMITS.row && !rest.includes(this.newline)) return this.giveUpOnLine();
    return rest;
  }

  private giveUpOnLine(): string {
    if (!this.skipping) this.reject(RejectionCode.ROW_TOO_LONG);
    this.skipping = true;
    return '';
  }

  /** Takes over what a scan found and returns where to go on: past the row, or past the one bad line. */
  private takeScan(scan: Exclude<Scan, { at: 'MORE_NEEDED' }>, endOfLine: number): number {
    if (scan.at === 'BAD') {
      this.reject(scan.code);
      this.line += 1;
      return endOfLine + 1;
    }
    const fault = this.findFault(scan.cells);
    if (fault && scan.lines > 1) {
      // Two stray quotes on different lines look like one long cell; only the first line is given up for it.
      this.reject(fault);
      this.line += 1;
      return endOfLine + 1;
    }
    this.takeCells(scan.cells);
    this.line += scan.lines;
    return scan.next;
  }

  /** The last line, which no line break ends. */
  private takeLine(raw: string): void {
    const line = withoutReturn(raw);
    if (!line.includes('"')) {
      this.takeCells(line.split(this.delimiter));
      return;
    }
    const scan = this.scanQuoted(`${line}${this.newline}`, 0, true);
    if (scan.at === 'END') this.takeCells(scan.cells);
    else this.reject(scan.at === 'BAD' ? scan.code : RejectionCode.BAD_QUOTES);
  }

  /** Reads one record that has quotes somewhere, beginning at `from`; it may go over several lines. */
  private scanQuoted(text: string, from: number, last: boolean): Scan {
    const cells: string[] = [];
    let at = from;
    let lines = 1;
    for (;;) {
      const cell =
        text[at] === '"' ? this.scanQuotedCell(text, at, last) : this.scanPlainCell(text, at, last);
      if ('at' in cell) return cell;
      cells.push(cell.text);
      lines += cell.lineBreaks;
      if (cell.end >= text.length) return { at: 'END', next: cell.end, lines, cells };
      if (text[cell.end] === this.newline) return { at: 'END', next: cell.end + 1, lines, cells };
      at = cell.end + 1;
    }
  }

  private scanQuotedCell(text: string, from: number, last: boolean): ScannedCell | ScanStop {
    const close = findClosingQuote(text, from + 1);
    if (close < 0) return this.unclosed(text, from, last);
    const raw = text.slice(from + 1, close);
    if (raw.length > CSV_LIMITS.cell) return { at: 'BAD', code: RejectionCode.CELL_TOO_LONG };
    let end = close + 1;
    if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    if (end >= text.length ? !last : text[end] === '\r' && end + 1 === text.length)
      return { at: 'MORE_NEEDED' };
    const parted = end >= text.length || text[end] === this.delimiter || text[end] === this.newline;
    if (!parted) return { at: 'BAD', code: RejectionCode.BAD_QUOTES };
    return { text: raw.replaceAll('""', '"'), end, lineBreaks: countOf(raw, this.newline) };
  }

  private scanPlainCell(text: string, from: number, last: boolean): ScannedCell | ScanStop {
    const end = this.endOfPlainCell(text, from);
    if (end < 0) return last ? { at: 'BAD', code: RejectionCode.BAD_QUOTES } : { at: 'MORE_NEEDED' };
    const raw = text.slice(from, end);
    if (raw.includes('"')) return { at: 'BAD', code: RejectionCode.BAD_QUOTES };
    const cell = text[end] === this.newline ? withoutReturn(raw) : raw;
    return { text: cell, end, lineBreaks: 0 };
  }

  /** A quote that does not close within the longest cell is a stray one: only its own line is given up. */
  private unclosed(text: string, openedAt: number, last: boolean): ScanStop {
    const beyondLimit = text.length - openedAt > 2 * CSV_LIMITS.cell + 2;
    if (!beyondLimit && !last) return { at: 'MORE_NEEDED' };
    return { at: 'BAD', code: RejectionCode.BAD_QUOTES };
  }

  private endOfPlainCell(text: string, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0);
    const newline = this.newline.charCodeAt(0);
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter || unit === newline) return at;
    }
    return -1;
  }

  private takeCells(cells: string[]): void {
    if (this.line < (this.options.headerLine ?? 1)) return;
    const code = this.findFault(cells);
    if (code) this.reject(code);
    else this.handler.row({ line: this.line, cells });
  }

  private findFault(cells: readonly string[]): RejectionCode | null {
    if (cells.length === 1 && cells[0] === '') return RejectionCode.BLANK_ROW;
    if (this.line >= (this.options.headerLine ?? 1)) this.columns ??= cells.length;
    if (cells.length !== this.columns && this.columns !== null && !this.options.uneven)
      return RejectionCode.RAGGED_ROW;
    for (const cell of cells) {
      if (cell.length > CSV_LIMITS.cell) return RejectionCode.CELL_TOO_LONG;
      if (!this.damaged) continue;
      if (cell.includes('\0')) return RejectionCode.NUL_CHARACTER;
      if (cell.includes(REPLACEMENT)) return RejectionCode.BAD_ENCODING;
    }
    return null;
  }

  private reject(code: RejectionCode): void {
    if (this.line < (this.options.headerLine ?? 1)) return;
    this.handler.rejected({ line: this.line, code });
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The quote that ends the cell whose text begins at `from`; doubled quotes stand for one. −1 when there is none. */
function findClosingQuote(text: string, from: number): number {
  const limit = from + 2 * CSV_LIMITS.cell;
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote > limit) return -1;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
