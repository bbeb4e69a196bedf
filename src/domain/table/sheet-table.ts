/** Accounts for the rows of a sheet as the CSV reader does for those of a file: each is taken, or refused with its line and reason. */
import { CSV_LIMITS, RejectionCode, type CsvHandler } from './csv-reader';
import { type TableRow } from './table-head';

/** Rows come in order. Blank ones count only when something follows: below a table a sheet is endless. */
export class SheetTable {
  private last: number;

  constructor(
    /** Columns of the table: those of its header. */
    private readonly columns: number,
    headerLine: number,
    private readonly handler: CsvHandler,
  ) {
    this.last = headerLine;
  }

  add({ line, cells }: TableRow): void {
    if (line <= this.last || cells.every((cell) => cell.trim() === '')) return;
    for (let blank = this.last + 1; blank < line; blank += 1) {
      this.handler.rejected({ line: blank, code: RejectionCode.BLANK_ROW });
    }
    this.last = line;
    const code = this.faultOf(cells);
    if (code !== null) this.handler.rejected({ line, code });
    else this.handler.row({ line, cells: this.squared(cells) });
  }

  /** A value beside the table belongs to no column; taking the row without it would lose it. */
  private faultOf(cells: readonly string[]): RejectionCode | null {
    if (cells.some((cell, index) => index >= this.columns && cell.trim() !== ''))
      return RejectionCode.RAGGED_ROW;
    if (cells.some((cell) => cell.length > CSV_LIMITS.cell)) return RejectionCode.CELL_TOO_LONG;
    if (cells.some((cell) => cell.includes('\0'))) return RejectionCode.NUL_CHARACTER;
    return null;
  }

  private squared(cells: readonly string[]): string[] {
    return Array.from({ length: this.columns }, (_, index) => cells[index] ?? '');
  }
}
