/** Reads the mapped cells of a slice of a dataset: what a verification needs, and no other column. */
import { type DataSource } from 'typeorm';
import { Field, type ColumnMapping } from '../../domain/table/column-mapping';
import { type ResidentRecord } from '../../domain/resident/resident';
import { type SeqRange } from '../../domain/run/run-state';
import { borrowClient } from '../borrow-client';

export interface NumberedResident {
  readonly seq: number;
  readonly record: ResidentRecord;
}

type Cells = [
  seq: number,
  name: string | null,
  birthDate: string | null,
  sex: string | null,
  number: string | null,
  oldCardNumber: string | null,
  address: string | null,
];
const FIELDS = [Field.name, Field.birthDate, Field.sex, Field.number, Field.oldCardNumber, Field.address];

export async function readResidentRows(
  db: DataSource,
  datasetId: string,
  mapping: ColumnMapping,
  range: SeqRange,
): Promise<NumberedResident[]> {
  const columns = FIELDS.map((field) => {
    const column = mapping[field];
    return column === undefined ? 'null' : `cells[${column + 1}]`;
  });
  const client = await borrowClient(db);
  try {
    // Rows as arrays: with names, every one of them would be built as an object twice.
    const { rows } = await client.query<Cells>({
      rowMode: 'array',
      text: `select seq, ${columns.join(', ')} from dataset_row
        where dataset_id = $1 and seq between $2 and $3 order by seq`,
      values: [datasetId, range.firstSeq, range.lastSeq],
    });
    client.release();
    return rows.map(([seq, name, birthDate, sex, number, oldCardNumber, address]) => ({
      seq,
      record: { name, birthDate, sex, number, oldCardNumber, address },
    }));
  } catch (error) {
    client.release(true);
    throw error;
  }
}
