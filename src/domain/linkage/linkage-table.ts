/** The rows to be linked, column by column as numbers: one term number a row and field, each distinct value kept once. */
import { growUint32 } from './growing-array';
import { type ModelField } from './linkage-model';
import { TermTable } from './term-table';
import { readValue, VALUE_READERS, type ValueReader } from './value-readers';

/** One field of all rows. Term 0 means that the row has no such value. */
export interface LinkageColumn {
  readonly field: string;
  readonly terms: TermTable;
  readonly termOfRow: Uint32Array<ArrayBuffer>;
}

export interface LinkageTable {
  readonly rows: number;
  /** Whether rows of two files are linked with each other, and not the rows of one among themselves. */
  readonly twoFiles: boolean;
  /** Rows before this one are of the first file; equal to `rows` when there is one file only. */
  readonly firstOfSecond: number;
  readonly columns: readonly LinkageColumn[];
}

/** Cells so short are copied by V8 and repeat (dates, sexes, codes); remembering longer ones would hold whole pieces of the file. */
const MEMO_CELL_LENGTH = 12;
const MEMO_LIMIT = 1 << 16;
/** A memo that is full and was of use less often than this for each entry is given up: the column does not repeat. */
const LEAST_USE = 2;

/** Where each column of the model stands in a file; −1 where the file has none. */
export type ColumnPositions = Readonly<Record<string, number>>;

/** Collects the rows of one or two files; `finish` gives them back as a table. */
export class LinkageTableBuilder {
  private readonly builders: readonly ColumnBuilder[];
  private rows = 0;
  private files = 0;
  private firstOfSecond = 0;
  private positions: readonly (readonly number[])[] = [];

  /** Of these fields only: another thread may build the columns of the others. */
  constructor(private readonly fields: readonly ModelField[]) {
    this.builders = fields.map(({ name, reader }) => new ColumnBuilder(name, VALUE_READERS[reader]!));
  }

  /** Rows added from now on are of the next file, which has its columns at these positions. @throws RangeError on a third file. */
  beginFile(positions: ColumnPositions): void {
    if (this.files === 2) throw new RangeError('two files at most are linked');
    this.files += 1;
    this.firstOfSecond = this.rows;
    this.positions = this.fields.map(({ from }) =>
      from.map((column) => positions[column] ?? -1).filter((position) => position >= 0),
    );
  }

  addRow(cells: readonly string[]): void {
    for (let index = 0; index < this.builders.length; index++) {
      this.builders[index]!.add(this.rows, cells, this.positions[index]!);
    }
    this.rows += 1;
  }

  finish(): LinkageTable {
    const { rows } = this;
    const twoFiles = this.files === 2;
    return {
      rows,
      twoFiles,
      firstOfSecond: twoFiles ? this.firstOfSecond : rows,
      columns: this.builders.map((builder) => builder.finish(rows)),
    };
  }
}

class ColumnBuilder {
  private readonly terms = new TermTable();
  private termOfRow = new Uint32Array(1024);
  private memo: Map<string, number> | null = new Map();
  private hits = 0;

  constructor(
    private readonly field: string,
    private readonly reader: ValueReader,
  ) {}

  add(row: number, cells: readonly string[], positions: readonly number[]): void {
    this.termOfRow = growUint32(this.termOfRow, row);
    for (const position of positions) {
      const term = this.termOf(cells[position] ?? '');
      if (term === 0) continue;
      this.termOfRow[row] = term;
      return;
    }
  }

  finish(rows: number): LinkageColumn {
    this.terms.seal();
    this.memo = null;
    return { field: this.field, terms: this.terms, termOfRow: this.termOfRow.subarray(0, rows) };
  }

  private termOf(cell: string): number {
    if (cell === '') return 0;
    const { memo } = this;
    if (memo === null || cell.length > MEMO_CELL_LENGTH) return this.read(cell);
    const known = memo.get(cell);
    if (known !== undefined) {
      this.hits += 1;
      return known;
    }
    const term = this.read(cell);
    if (memo.size < MEMO_LIMIT) memo.set(cell, term);
    else if (this.hits < MEMO_LIMIT * LEAST_USE) this.memo = null;
    return term;
  }

  private read(cell: string): number {
    const value = readValue(this.reader, cell);
    return value === null ? 0 : this.terms.intern(value);
  }
}
