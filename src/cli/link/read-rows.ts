/** Reads one or two files straight into the columns of a linkage table; of each row only its line number is kept beside. */
import { type CsvHandler, type CsvRejection } from '../../domain/table/csv-reader';
import { type LinkageModel, type ModelField } from '../../domain/linkage/linkage-model';
import { LinkageTableBuilder, type LinkageTable } from '../../domain/linkage/linkage-table';
import { isColumnProblem, locateColumns } from '../../domain/linkage/locate-columns';
import { explainColumns } from './explain-input';
import { openTableFile } from './open-table-file';

const ROWS_A_GROWTH = 1 << 16;

export interface InputFile {
  readonly path: string;
  /** Headers of the file by column of the model, where the aliases do not serve. */
  readonly columnMap: Readonly<Record<string, string>>;
  /** Of a workbook; by default the first with a table of people. */
  readonly sheet?: string | undefined;
}

/** What was read of a file. accepted + rejected = its rows. */
export interface ReadFile {
  readonly path: string;
  readonly accepted: number;
  readonly rejected: readonly CsvRejection[];
  /** By accepted row: the line of the file on which it begins, counted from 1. */
  readonly lineOfRow: Uint32Array;
}

export interface ReadTable {
  readonly table: LinkageTable;
  readonly files: readonly ReadFile[];
}

/**
 * Of all rows the columns of these fields.
 * @throws Failure when a file cannot be read, is no table, or lacks the columns that the model needs.
 */
export async function readRows(
  model: LinkageModel,
  fields: readonly ModelField[],
  inputs: readonly InputFile[],
  onProgress: (path: string, share: number) => void,
): Promise<ReadTable> {
  const builder = new LinkageTableBuilder(fields);
  const files: ReadFile[] = [];
  for (const input of inputs) files.push(await readInto(builder, model, input, onProgress));
  return { table: builder.finish(), files };
}

async function readInto(
  builder: LinkageTableBuilder,
  model: LinkageModel,
  { path, columnMap, sheet }: InputFile,
  onProgress: (path: string, share: number) => void,
): Promise<ReadFile> {
  const file = await openTableFile(path, sheet);
  const positions = locateColumns(model, file.headers, columnMap);
  if (isColumnProblem(positions)) throw explainColumns(path, positions, file.headers);
  builder.beginFile(positions);
  const rejected: CsvRejection[] = [];
  let lineOfRow = new Uint32Array(ROWS_A_GROWTH);
  let accepted = 0;
  const handler: CsvHandler = {
    row: ({ line, cells }) => {
      if (accepted >= lineOfRow.length) {
        const longer = new Uint32Array(lineOfRow.length * 2);
        longer.set(lineOfRow);
        lineOfRow = longer;
      }
      lineOfRow[accepted++] = line;
      builder.addRow(cells);
    },
    rejected: (rejection) => rejected.push(rejection),
  };
  await file.read(handler, (share) => onProgress(path, share));
  return { path, accepted, rejected, lineOfRow: lineOfRow.subarray(0, accepted) };
}
