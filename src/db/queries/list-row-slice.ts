/** Reads the whole cells of a slice of a dataset, in file order. */
import { type DataSource } from 'typeorm';
import { type SeqRange } from '../../domain/run/run-state';
import { borrowClient } from '../borrow-client';

export interface StoredRow {
  readonly seq: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells are never null: a blank one is ''. */
type Columns = [seq: number, line: number, ...cells: string[]];

/** `columns` is how many the dataset has. */
export async function listRowSlice(
  db: DataSource,
  datasetId: string,
  columns: number,
  range: SeqRange,
): Promise<StoredRow[]> {
  // Each cell as a column of its own: the driver reads an array sign by sign, which took longer than the work on the rows.
  const cells = Array.from({ length: columns }, (_, index) => `, cells[${index + 1}]`);
  const client = await borrowClient(db);
  try {
    const { rows } = await client.query<Columns>({
      rowMode: 'array',
      text: `select seq, line${cells.join('')} from dataset_row
        where dataset_id = $1 and seq between $2 and $3 order by seq`,
      values: [datasetId, range.firstSeq, range.lastSeq],
    });
    client.release();
    return rows.map((row) => ({ seq: row[0], line: row[1], cells: row.slice(2) as string[] }));
  } catch (error) {
    client.release(true);
    throw error;
  }
}
