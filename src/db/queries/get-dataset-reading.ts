/** Reads how the rows of a dataset are to be understood. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';

export interface DatasetReading {
  /** Which column holds which field. */
  readonly mapping: ColumnMapping;
  readonly januaryFirstHeaped: boolean;
}

export async function getDatasetReading(db: DataSource, datasetId: string): Promise<DatasetReading> {
  const [reading] = await db.query<DatasetReading[]>(
    'select mapping, january_first_heaped as "januaryFirstHeaped" from dataset where id = $1',
    [datasetId],
  );
  if (!reading) throw new Error(`there is no dataset ${datasetId}`);
  return reading;
}
