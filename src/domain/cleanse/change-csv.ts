/** The change log of a cleansing as a CSV file: its columns, and what one of its lines says. */
import { FIELDS } from '../table/column-mapping';
import { plainCell } from '../table/safe-cell';
import { type LoggedChange } from './change-log';
import { ChangeMode } from './rule';

/** `row` counts the rows of the clean file from 1, `line` the lines of the file that came in. Lines are in order of row, field, no. */
export const CHANGE_COLUMNS = [
  ...['row', 'line', 'field', 'no', 'rule', 'version'],
  ...['mode', 'before', 'after', 'lossless', 'confidence'],
] as const;

export interface ChangeLine extends LoggedChange {
  readonly row: number;
}

const [ROW, FIELD, NO, MODE, BEFORE, AFTER] = (
  ['row', 'field', 'no', 'mode', 'before', 'after'] as const
).map((name) => CHANGE_COLUMNS.indexOf(name)) as [number, number, number, number, number, number];
const MODES = Object.values(ChangeMode);

/** Null when the cells are no line of a change log. */
export function readChangeLine(cells: readonly string[]): ChangeLine | null {
  const field = FIELDS.find((one) => one === cells[FIELD]);
  const mode = MODES.find((one) => one === cells[MODE]);
  const [row, no] = [Number(cells[ROW]), Number(cells[NO])];
  if (field === undefined || mode === undefined || !isCount(row) || !isCount(no)) return null;
  return {
    row,
    field,
    no,
    mode,
    before: plainCell(cells[BEFORE] ?? ''),
    after: plainCell(cells[AFTER] ?? ''),
  };
}

const isCount = (number: number) => Number.isInteger(number) && number > 0;
