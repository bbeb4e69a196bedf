/** Reads the mapped cells of a slice of a dataset: what a verification needs, and no other column. */
import { type DataSource } from 'typeorm';
import { Field, type ColumnMapping } from '../../domain/column-mapping';
import { type ResidentRecord } from '../../domain/resident';
import { type SeqRange } from '../../domain/run-state';

export interface NumberedResident {
  readonly seq: number;
  readonly record: ResidentRecord;
}

export async function readResidentRows(
  db: DataSource,
  datasetId: string,
  mapping: ColumnMapping,
  range: SeqRange,
): Promise<NumberedResident[]> {
  const columns = Object.values(Field).map((field) => {
    const column = mapping[field];
    return column === undefined ? `null as "${field}"` : `cells[${column + 1}] as "${field}"`;
  });
  const rows = await db.query<({ seq: number } & ResidentRecord)[]>(
    `select seq, ${columns.join(', ')} from dataset_row
     where dataset_id = $1 and seq between $2 and $3 order by seq`,
    [datasetId, range.firstSeq, range.lastSeq],
  );
  return rows.map(({ seq, ...record }) => ({ seq, record }));
}
