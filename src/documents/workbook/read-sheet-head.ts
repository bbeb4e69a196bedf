/** Reads the first rows of the sheet that is meant: the one that is named, or the first with a table of people. */
import { mapColumns } from '../../domain/table/column-mapping';
import { findTableHead, type TableRow } from '../../domain/table/table-head';
import { type Workbook } from './open-workbook';

/** Enough to tell the header, and the encoding of a column. */
const HEAD_ROWS = 500;

export interface SheetHead {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
}

/** @throws UnreadableWorkbook */
export async function readSheetHead(workbook: Workbook, wished?: string): Promise<SheetHead> {
  const names = wished === undefined ? workbook.sheets : [wished];
  let first: SheetHead | null = null;
  for (const sheet of names) {
    const head = { sheet, rows: await takeRows(workbook, sheet) };
    if (names.length === 1 || namesFields(head.rows)) return head;
    if (first === null || first.rows.length === 0) first = head;
  }
  return first ?? { sheet: names[0] ?? '', rows: [] };
}

async function takeRows(workbook: Workbook, sheet: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of workbook.readRows(sheet)) {
    rows.push(...some.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows.slice(0, HEAD_ROWS);
}

function namesFields(rows: readonly TableRow[]): boolean {
  const head = findTableHead(rows);
  return head !== null && 'mapping' in mapColumns(head.headers);
}
