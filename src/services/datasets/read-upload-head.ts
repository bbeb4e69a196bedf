/** Reads the first rows of a received file, of whatever format, without reading the rest. */
import { type ClientBase, type QueryResultRow } from 'pg';
import { openUploadBytes } from '../../db/queries/open-upload-bytes';
import {
  looksLikeOldWorkbook,
  looksLikeWorkbook,
  openWorkbook,
} from '../../documents/workbook/open-workbook';
import { readSheetHead } from '../../documents/workbook/read-sheet-head';
import { UnreadableWorkbook, type WorkbookProblem } from '../../documents/workbook/unreadable-workbook';
import { readCsvFormat } from '../../domain/table/csv-format';
import { FileEncoding } from '../../domain/encoding/file-encoding';
import { type TableRow } from '../../domain/table/table-head';

export interface UploadHead {
  readonly format: 'CSV' | 'XLSX';
  readonly fileEncoding: FileEncoding;
  /** Empty where the format has none. */
  readonly delimiter: string;
  readonly sheet: string | null;
  /** Names of all sheets; none in a text file. */
  readonly sheets: readonly string[];
  /** The bytes alone do not tell the letters. */
  readonly singleByte: boolean;
  readonly rows: readonly TableRow[];
}

export type UploadHeadProblem =
  'UNSUPPORTED_FORMAT' | 'EMPTY_FILE' | 'WORKBOOK_OLD_OR_LOCKED' | WorkbookProblem;

export async function readUploadHead(
  client: Pick<ClientBase, 'query'>,
  upload: { readonly id: string },
  sheet?: string,
): Promise<UploadHead | UploadHeadProblem> {
  const head = await client.query<{ bytes: Buffer }>(
    'select bytes from upload_part where upload_id = $1 and no = 0',
    [upload.id],
  );
  const bytes = head.rows[0]?.bytes ?? Buffer.alloc(0);
  if (looksLikeOldWorkbook(bytes)) return 'WORKBOOK_OLD_OR_LOCKED';
  return looksLikeWorkbook(bytes) ? readWorkbookHead(client, upload.id, sheet) : readCsvHead(bytes);
}

function readCsvHead(bytes: Buffer): UploadHead | UploadHeadProblem {
  const format = readCsvFormat(bytes);
  if (typeof format === 'string') return format;
  const { fileEncoding, delimiter, rows } = format;
  const singleByte = fileEncoding === FileEncoding.SINGLE_BYTE;
  return { format: 'CSV', fileEncoding, delimiter, sheet: null, sheets: [], singleByte, rows };
}

async function readWorkbookHead(
  client: Pick<ClientBase, 'query'>,
  uploadId: string,
  wished: string | undefined,
): Promise<UploadHead | UploadHeadProblem> {
  const ask = async <Row extends object>(sql: string, parameters: unknown[]) =>
    (await client.query<Row & QueryResultRow>(sql, parameters)).rows;
  try {
    const workbook = await openWorkbook(await openUploadBytes(ask, uploadId));
    const { sheet, rows } = await readSheetHead(workbook, wished);
    if (rows.length === 0) return 'EMPTY_FILE';
    const { sheets } = workbook;
    const letters = { fileEncoding: FileEncoding.UTF8, singleByte: false };
    return { format: 'XLSX', ...letters, delimiter: '', sheet, sheets, rows };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.code;
    throw error;
  }
}
