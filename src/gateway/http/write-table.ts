/** Writes rows as CSV: RFC 4180 with plain numbers for machines, or the way a Vietnamese Excel opens it with a double click. */
import { safeCell } from '../../domain/table/safe-cell';

export interface TableForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Tells Excel that the file is UTF-8. */
  readonly byteOrderMark: boolean;
}

export const PLAIN: TableForm = { separator: ',', decimal: '.', byteOrderMark: false };
export const EXCEL_VI: TableForm = { separator: ';', decimal: ',', byteOrderMark: true };

export function writeTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  form: TableForm,
): string {
  const line = (cells: readonly string[]) => `${cells.join(form.separator)}\r\n`;
  const body = rows.map((row) => line(columns.map((column) => writeCell(row[column], form))));
  return `${form.byteOrderMark ? '\uFEFF' : ''}${line(columns)}${body.join('')}`;
}

function writeCell(value: unknown, { decimal }: TableForm): string {
  if (value === null || value === undefined) return '';
  // A number is no text: the minus sign of one is not the start of a formula.
  if (typeof value === 'number') return String(value).replace('.', decimal);
  if (typeof value === 'boolean') return String(value);
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);
  return quoteWhereNeeded(safeCell(text));
}

/** Both separators are quoted in both forms, so that a file read with the wrong one keeps its cells whole. */
const quoteWhereNeeded = (cell: string) =>
  /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
