/** Reads the rows of a sheet out of its XML events: each cell as the text that a person saw in it. */
import { type TableRow } from '../../domain/table/table-head';
import { numberToText, type CellFormats } from './cell-format';
import { type Attributes, type PartHandler } from './read-part';
import { unescapeControls, type SharedStrings } from './shared-strings';
import { UnreadableWorkbook } from './unreadable-workbook';

/** A sheet cannot have more. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const BLANK = '';

export interface SheetFacts {
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
  readonly date1904: boolean;
}

export class SheetRowReader implements PartHandler {
  private ready: TableRow[] = [];
  private line = 0;
  private column = -1;
  private cells: string[] = [];
  private cell: Attributes = {};
  private value = '';
  private reading = false;
  private inHint = false;

  constructor(private readonly facts: SheetFacts) {}

  /** The rows read since the last call. */
  take(): TableRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open = (tag: string, attributes: Attributes): void => {
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c') this.openCell(attributes);
    else if (tag === 'rPh') this.inHint = true;
    else if (tag === 'v' || tag === 't') this.reading = !this.inHint;
  };

  text = (piece: string): void => {
    if (this.reading) this.value += piece;
  };

  close = (tag: string): void => {
    if (tag === 'v' || tag === 't') this.reading = false;
    else if (tag === 'rPh') this.inHint = false;
    else if (tag === 'c') this.closeCell();
    else if (tag === 'row') this.ready.push({ line: this.line, cells: this.cells });
  };

  private openRow({ r }: Attributes): void {
    const line = r === undefined ? this.line + 1 : Number(r);
    if (!Number.isInteger(line) || line <= this.line || line > MOST_ROWS) throw damaged();
    this.line = line;
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: Attributes): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
    if (this.column < 0 || this.column >= MOST_COLUMNS) throw damaged();
    this.cell = attributes;
    this.value = '';
  }

  private closeCell(): void {
    const text = this.readCell();
    if (text === '') return;
    while (this.cells.length < this.column) this.cells.push(BLANK);
    this.cells[this.column] = text;
  }

  private readCell(): string {
    const { t = 'n', s = '0' } = this.cell;
    if (t === 's') return this.readShared();
    if (t === 'inlineStr' || t === 'str') return unescapeControls(this.value);
    if (t === 'b') return this.value === '1' ? 'TRUE' : this.value === '' ? '' : 'FALSE';
    if (t === 'd') return this.value.replace(/T00:00:00(\.0+)?Z?$/, '');
    if (t !== 'n' || this.value === '') return this.value;
    return numberToText(this.value, this.facts.formats.of(Number(s)), this.facts.date1904);
  }

  private readShared(): string {
    if (this.value === '') return '';
    const text = this.facts.strings.get(Number(this.value));
    if (text === undefined) throw damaged();
    return text;
  }
}

const damaged = () => new UnreadableWorkbook('WORKBOOK_DAMAGED');

/** Column of a reference like BC12, counted from 0; −1 when it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) return at === 0 ? -1 : column - 1;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) return -1;
  }
  return column - 1;
}
