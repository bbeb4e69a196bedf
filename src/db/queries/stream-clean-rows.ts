/** Gives a cleansed dataset as CSV: the rows as they came in, with the changes of the log made again. */
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { replay } from '../../domain/cleanse/change-log';
import { type Change } from '../../domain/cleanse/cleanse-row';
import { pickFields, type ColumnMapping, type Field } from '../../domain/table/column-mapping';
import { csvLine } from '../../domain/table/safe-cell';
import { listRowSlice } from './list-row-slice';

export interface CleanRowsWanted {
  readonly runId: string;
  readonly datasetId: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly rows: number;
}

/** Rows in memory at a time. */
const SLICE = 2_000;

type LoggedChange = Pick<Change, 'field' | 'no' | 'mode' | 'before' | 'after'> & { readonly seq: number };

export function streamCleanRows(db: DataSource, wanted: CleanRowsWanted): Readable {
  return Readable.from(writeRows(db, wanted));
}

async function* writeRows(db: DataSource, wanted: CleanRowsWanted): AsyncGenerator<Buffer> {
  yield Buffer.from(`${csvLine(wanted.headers)}\n`);
  for (let firstSeq = 1; firstSeq <= wanted.rows; firstSeq += SLICE) {
    const range = { firstSeq, lastSeq: firstSeq + SLICE - 1 };
    const rows = await listRowSlice(db, wanted.datasetId, wanted.headers.length, range);
    const changes = groupByRow(await listAutomatic(db, wanted.runId, range));
    const lines = rows.map(({ seq, cells }) =>
      csvLine(applyTo(cells, wanted.mapping, changes.get(seq) ?? [])),
    );
    yield Buffer.from(lines.map((line) => `${line}\n`).join(''));
  }
}

function listAutomatic(
  db: DataSource,
  runId: string,
  range: { readonly firstSeq: number; readonly lastSeq: number },
): Promise<LoggedChange[]> {
  return db.query(
    `select row_seq as seq, field, no, mode, before, after from change
     where run_id = $1 and row_seq between $2 and $3 and mode = 'AUTO' order by row_seq, no`,
    [runId, range.firstSeq, range.lastSeq],
  );
}

function groupByRow(changes: readonly LoggedChange[]): Map<number, LoggedChange[]> {
  const rows = new Map<number, LoggedChange[]>();
  for (const change of changes) {
    const row = rows.get(change.seq);
    if (row) row.push(change);
    else rows.set(change.seq, [change]);
  }
  return rows;
}

/** The cells of a row after its changes; columns that stand for no field stay. @throws LogMismatch when log and row do not fit. */
export function applyTo(
  cells: readonly string[],
  mapping: ColumnMapping,
  changes: readonly LoggedChange[],
): readonly string[] {
  if (changes.length === 0) return cells;
  const clean = replay(pickFields(cells, mapping), changes);
  const result = [...cells];
  for (const [field, column] of Object.entries(mapping)) result[column] = clean[field as Field] ?? '';
  return result;
}
