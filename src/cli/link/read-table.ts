/** Reads one or two CSV files straight into the columns of a linkage table; of each row only its line number is kept beside. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvReader, type CsvRejection } from '../../domain/csv-reader';
import { readCsvFormat, type CsvFormat } from '../../domain/csv-format';
import { createFileDecoder } from '../../domain/encoding/file-encoding';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { LinkageTableBuilder, type LinkageTable } from '../../domain/linkage/linkage-table';
import { isColumnProblem, locateColumns } from '../../domain/linkage/locate-columns';
import { explainColumns, explainFile, explainFormat } from './explain-input';

const HEAD_BYTES = 64 * 1_024;
const PIECE_BYTES = 512 * 1_024;
const ROWS_A_GROWTH = 1 << 16;

export interface InputFile {
  readonly path: string;
  /** Headers of the file by column of the model, where the aliases do not serve. */
  readonly columnMap: Readonly<Record<string, string>>;
}

/** What was read of a file. accepted + rejected = its rows. */
export interface ReadFile {
  readonly path: string;
  readonly accepted: number;
  readonly rejected: readonly CsvRejection[];
  /** By accepted row: the line of the file on which it begins, counted from 1. */
  readonly lineOfRow: Uint32Array;
}

/** @throws Failure when a file cannot be read, is no CSV, or lacks the columns that the model needs. */
export async function readTable(
  model: LinkageModel,
  inputs: readonly InputFile[],
  onProgress: (path: string, share: number) => void,
): Promise<{ table: LinkageTable; files: ReadFile[] }> {
  const builder = new LinkageTableBuilder(model);
  const files: ReadFile[] = [];
  for (const input of inputs) files.push(await readInto(builder, model, input, onProgress));
  return { table: builder.finish(), files };
}

async function readInto(
  builder: LinkageTableBuilder,
  model: LinkageModel,
  { path, columnMap }: InputFile,
  onProgress: (path: string, share: number) => void,
): Promise<ReadFile> {
  const { format, bytes } = await readHead(path);
  const headers = format.rows[0]?.cells ?? [];
  const positions = locateColumns(model, headers, columnMap);
  if (isColumnProblem(positions)) throw explainColumns(path, positions, headers);
  builder.beginFile(positions);
  const rejected: CsvRejection[] = [];
  let lineOfRow = new Uint32Array(ROWS_A_GROWTH);
  let accepted = 0;
  const reader = new CsvReader(format.delimiter, format.newline, {
    row: ({ line, cells }) => {
      if (line === 1) return;
      if (accepted >= lineOfRow.length) {
        const longer = new Uint32Array(lineOfRow.length * 2);
        longer.set(lineOfRow);
        lineOfRow = longer;
      }
      lineOfRow[accepted++] = line;
      builder.addRow(cells);
    },
    rejected: (rejection) => rejected.push(rejection),
  });
  const decoder = createFileDecoder(format.fileEncoding);
  let read = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    reader.push(decoder.push(piece as Buffer));
    read += (piece as Buffer).length;
    onProgress(path, read / bytes);
  }
  reader.push(decoder.end());
  reader.end();
  return { path, accepted, rejected, lineOfRow: lineOfRow.subarray(0, accepted) };
}

async function readHead(path: string): Promise<{ format: CsvFormat; bytes: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
      const format = readCsvFormat(head.subarray(0, bytesRead));
      if (typeof format === 'string') throw explainFormat(path, format);
      return { format, bytes: (await file.stat()).size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explainFile(path, error);
  }
}
