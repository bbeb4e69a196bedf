/** Reads the first rows of a received file, of whatever format, without reading the rest. */
import { type ClientBase } from 'pg';
import { readCsvFormat } from '../domain/csv-format';
import { FileEncoding } from '../domain/encoding/file-encoding';
import { type TableRow } from '../domain/table-head';

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

export type UploadHeadProblem = 'UNSUPPORTED_FORMAT' | 'EMPTY_FILE';

export async function readUploadHead(
  client: Pick<ClientBase, 'query'>,
  upload: { readonly id: string },
  _sheet?: string,
): Promise<UploadHead | UploadHeadProblem> {
  const head = await client.query<{ bytes: Buffer }>(
    'select bytes from upload_part where upload_id = $1 and no = 0',
    [upload.id],
  );
  const format = readCsvFormat(head.rows[0]?.bytes ?? Buffer.alloc(0));
  if (typeof format === 'string') return format;
  const { fileEncoding, delimiter, rows } = format;
  const singleByte = fileEncoding === FileEncoding.SINGLE_BYTE;
  return { format: 'CSV', fileEncoding, delimiter, sheet: null, sheets: [], singleByte, rows };
}
