/** Opens a table on disk, CSV or workbook: its headers first, then its rows into a handler that accounts for each. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { readCsvFormat } from '../../domain/table/csv-format';
import { CsvReader, type CsvHandler } from '../../domain/table/csv-reader';
import { createFileDecoder } from '../../domain/encoding/file-encoding';
import { SheetTable } from '../../domain/table/sheet-table';
import { findTableHead } from '../../domain/table/table-head';
import { openFileBytes } from '../../documents/workbook/byte-source';
import {
  looksLikeOldWorkbook,
  looksLikeWorkbook,
  openWorkbook,
} from '../../documents/workbook/open-workbook';
import { readSheetHead } from '../../documents/workbook/read-sheet-head';
import { UnreadableWorkbook } from '../../documents/workbook/unreadable-workbook';
import { explainFile } from '../explain-file';
import { explainFormat } from './explain-input';

const HEAD_BYTES = 64 * 1_024;
/** The text of a larger piece would not fit among the young objects of the heap, and cost twice the time. */
const PIECE_BYTES = 64 * 1_024;

export interface TableFile {
  readonly headers: readonly string[];
  /** `onShare` is told how much has been read, 0 … 1. */
  read(handler: CsvHandler, onShare: (share: number) => void): Promise<void>;
}

/** @throws Failure when the file cannot be read, or is neither CSV nor a workbook. */
export async function openTableFile(path: string, sheet: string | undefined): Promise<TableFile> {
  try {
    const { head, bytes } = await readHead(path);
    if (looksLikeOldWorkbook(head)) throw explainFormat(path, 'WORKBOOK_OLD_OR_LOCKED');
    if (looksLikeWorkbook(head)) return await openSheet(path, sheet);
    const format = readCsvFormat(head);
    if (typeof format === 'string') throw explainFormat(path, format);
    return {
      headers: format.rows[0]?.cells ?? [],
      read: async ({ row, rejected }, onShare) => {
        const data: CsvHandler = { rejected, row: (one) => void (one.line > 1 && row(one)) };
        const reader = new CsvReader(format.delimiter, format.newline, data);
        const decoder = createFileDecoder(format.fileEncoding);
        let read = 0;
        for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
          reader.push(decoder.push(piece as Buffer));
          read += (piece as Buffer).length;
          onShare(read / bytes);
        }
        reader.push(decoder.end());
        reader.end();
      },
    };
  } catch (error) {
    throw explain(path, error);
  }
}

async function openSheet(path: string, wished: string | undefined): Promise<TableFile> {
  const workbook = await openWorkbook(await openFileBytes(path));
  const { sheet, rows } = await readSheetHead(workbook, wished);
  const head = findTableHead(rows);
  if (head === null) throw explainFormat(path, 'EMPTY_FILE');
  return {
    headers: head.headers,
    read: async (handler) => {
      const fromFirst: CsvHandler = {
        row: (one) => void (one.line >= head.firstLine && handler.row(one)),
        rejected: (one) => void (one.line >= head.firstLine && handler.rejected(one)),
      };
      const table = new SheetTable(head.headers.length, head.headerLine, fromFirst);
      try {
        for await (const some of workbook.readRows(sheet)) for (const row of some) table.add(row);
      } catch (error) {
        throw explain(path, error);
      } finally {
        workbook.close();
      }
    },
  };
}

function explain(path: string, error: unknown): Error {
  return error instanceof UnreadableWorkbook ? explainFormat(path, error.code) : explainFile(path, error);
}

async function readHead(path: string): Promise<{ head: Buffer; bytes: number }> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return { head: head.subarray(0, bytesRead), bytes: (await file.stat()).size };
  } finally {
    await file.close();
  }
}
