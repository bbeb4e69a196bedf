/** Reads the whole cells of a slice of a dataset, in file order. */
import { type DataSource } from 'typeorm';
import { type SeqRange } from '../../domain/run-state';

export interface StoredRow {
  readonly seq: number;
  readonly line: number;
  readonly cells: readonly string[];
}

export function listRowSlice(db: DataSource, datasetId: string, range: SeqRange): Promise<StoredRow[]> {
  return db.query(
    `select seq, line, cells from dataset_row where dataset_id = $1 and seq between $2 and $3 order by seq`,
    [datasetId, range.firstSeq, range.lastSeq],
  );
}
