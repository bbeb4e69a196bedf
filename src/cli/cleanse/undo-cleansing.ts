/** Makes the rows that came in out of a clean file and its change log, with neither a hub nor the file that came in. */
import { createReadStream } from 'node:fs';
import { readChangeLine, CHANGE_COLUMNS, type ChangeLine } from '../../domain/cleanse/change-csv';
import { LogMismatch, undo } from '../../domain/cleanse/change-log';
import { REFUSALS } from '../../domain/refusal';
import { mapColumns, pickFields, type ColumnMapping, type Field } from '../../domain/table/column-mapping';
import { CsvReader } from '../../domain/table/csv-reader';
import { plainCell, plainCsvLine } from '../../domain/table/safe-cell';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { explainFile } from '../explain-file';
import { saveWhole } from '../save-whole';
import { type ColumnMap } from '../verify/column-map';

export interface FilesToUndo {
  readonly clean: string;
  readonly changes: string;
  readonly out: string;
  /** As it was given to the cleansing. */
  readonly columnMap: ColumnMap | undefined;
}

/** What was done. */
export interface Undone {
  rows: number;
  /** Applied ones: suggestions and flags left no trace in the file. */
  changes: number;
}

type Row = readonly string[];

const PIECE_CHARACTERS = 256 * 1_024;

/** @throws Failure when a file cannot be read, or the log is not that of the file. */
export async function undoCleansing(files: FilesToUndo): Promise<Undone> {
  const undone: Undone = { rows: 0, changes: 0 };
  await saveWhole(files.out, takeBack(files, undone));
  return undone;
}

async function* takeBack(files: FilesToUndo, undone: Undone): AsyncGenerator<string> {
  const log = await ChangeLog.open(files.changes);
  const rows = readRows(files.clean);
  const first = await rows.next();
  const headers = first.done === true ? [] : first.value.map(plainCell);
  const mapping = findFields(files, headers);
  let text = `${plainCsvLine(headers)}\n`;
  for await (const written of rows) {
    const cells = written.map(plainCell);
    undone.rows += 1;
    const changes = await log.takeRow(undone.rows);
    undone.changes += changes.filter(({ mode }) => mode === 'AUTO').length;
    text += `${plainCsvLine(undoRow(cells, mapping, changes, files))}\n`;
    if (text.length < PIECE_CHARACTERS) continue;
    yield text;
    text = '';
  }
  if (!log.isOver) throw notItsLog(files, undone.rows + 1);
  yield text;
}

function undoRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  changes: readonly ChangeLine[],
  files: FilesToUndo,
): readonly string[] {
  if (changes.length === 0) return cells;
  try {
    const before = undo(pickFields(cells, mapping), changes);
    const result = [...cells];
    for (const [field, column] of Object.entries(mapping)) result[column] = before[field as Field] ?? '';
    return result;
  } catch (error) {
    throw error instanceof LogMismatch ? notItsLog(files, changes[0]!.row) : error;
  }
}

/** The log, read beside the rows: both are in the same order, so neither needs to be held. */
class ChangeLog {
  private next: ChangeLine | null = null;

  private constructor(
    private readonly path: string,
    private readonly lines: AsyncGenerator<Row>,
  ) {}

  static async open(path: string): Promise<ChangeLog> {
    const log = new ChangeLog(path, readRows(path));
    const headers = await log.lines.next();
    if (headers.done === true || headers.value.join() !== CHANGE_COLUMNS.join()) throw noLog(path);
    await log.advance();
    return log;
  }

  get isOver(): boolean {
    return this.next === null;
  }

  async takeRow(row: number): Promise<ChangeLine[]> {
    const changes: ChangeLine[] = [];
    while (this.next?.row === row) {
      changes.push(this.next);
      await this.advance();
    }
    return changes;
  }

  private async advance(): Promise<void> {
    const line = await this.lines.next();
    this.next = line.done === true ? null : readChangeLine(line.value);
    if (line.done !== true && this.next === null) throw noLog(this.path);
  }
}

/** The header line and then every row of a CSV file that the hub wrote. */
async function* readRows(path: string): AsyncGenerator<Row> {
  let rows: Row[] = [];
  const reader = new CsvReader(',', '\n', {
    row: ({ cells }) => void rows.push(cells),
    // Of one column, a blank cell is a blank line.
    rejected: ({ line, code }) => {
      if (code !== 'BLANK_ROW') throw unreadable(path, line);
      rows.push(['']);
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const piece of createReadStream(path)) {
      reader.push(decoder.decode(piece as Buffer, { stream: true }));
      yield* rows;
      rows = [];
    }
  } catch (error) {
    throw explainFile(path, error);
  }
  reader.end();
  yield* rows;
}

function findFields({ clean, columnMap }: FilesToUndo, headers: readonly string[]): ColumnMapping {
  const found = mapColumns(headers, columnMap);
  if (!('problem' in found)) return found.mapping;
  const { vi, en } = REFUSALS[found.problem];
  throw new Failure(ExitCode.USAGE, { vi: `${clean}: ${vi}`, en: `${clean}: ${en}` });
}

function noLog(path: string): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `${path} không phải nhật ký thay đổi của một lần làm sạch (changes.csv).`,
    en: `${path} is not the change log of a cleansing (changes.csv).`,
  });
}

function unreadable(path: string, line: number): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Không đọc được dòng ${line} của ${path}. Hãy dùng tệp đúng như hub đã ghi.`,
    en: `Line ${line} of ${path} cannot be read. Use the file as the hub wrote it.`,
  });
}

function notItsLog({ clean, changes }: FilesToUndo, row: number): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `${changes} không khớp ${clean} từ dòng dữ liệu ${row}: một trong hai tệp đã bị sửa, hoặc không cùng một lần làm sạch.`,
    en: `${changes} does not fit ${clean} at row ${row}: one of the two was edited, or they are not of the same cleansing.`,
  });
}
