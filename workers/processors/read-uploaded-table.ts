/** Reads the table of an upload, whatever its format, row by row into a handler that accounts for each. */
import { type DataSource } from 'typeorm';
import { type Dataset } from '../../src/db/entities/dataset.entity';
import { openUploadBytes } from '../../src/db/queries/open-upload-bytes';
import { readUploadParts } from '../../src/db/queries/read-upload-parts';
import { openWorkbook } from '../../src/documents/workbook/open-workbook';
import { readCsvFormat } from '../../src/domain/table/csv-format';
import { CsvReader, type CsvDelimiter, type CsvHandler } from '../../src/domain/table/csv-reader';
import { createFileDecoder } from '../../src/domain/encoding/file-encoding';
import { SheetTable } from '../../src/domain/table/sheet-table';

/** Where rows go, and what is done before more are read. */
export interface RowSink extends CsvHandler {
  afterPiece(): Promise<void>;
}

/** @throws UnreadableWorkbook */
export function readUploadedTable(db: DataSource, dataset: Dataset, sink: RowSink): Promise<void> {
  return dataset.format === 'XLSX' ? readSheet(db, dataset, sink) : readText(db, dataset, sink);
}

async function readText(db: DataSource, dataset: Dataset, sink: RowSink): Promise<void> {
  const decoder = createFileDecoder(dataset.fileEncoding);
  const { headerLine } = dataset;
  let reader: CsvReader | null = null;
  for await (const part of readUploadParts(db, dataset.uploadId)) {
    reader ??= new CsvReader(dataset.delimiter as CsvDelimiter, newlineOf(part), sink, { headerLine });
    reader.push(decoder.push(part));
    await sink.afterPiece();
  }
  reader?.push(decoder.end());
  reader?.end();
}

function newlineOf(head: Uint8Array): '\n' | '\r' {
  const format = readCsvFormat(head);
  return typeof format === 'string' ? '\n' : format.newline;
}

async function readSheet(db: DataSource, dataset: Dataset, sink: RowSink): Promise<void> {
  const ask = <Row extends object>(sql: string, parameters: unknown[]) => db.query<Row[]>(sql, parameters);
  const workbook = await openWorkbook(await openUploadBytes(ask, dataset.uploadId));
  try {
    const table = new SheetTable(dataset.headers.length, dataset.headerLine, sink);
    for await (const rows of workbook.readRows(dataset.sheet ?? '')) {
      for (const row of rows) table.add(row);
      await sink.afterPiece();
    }
  } finally {
    workbook.close();
  }
}
