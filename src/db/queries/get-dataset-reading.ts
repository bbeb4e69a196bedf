/** Reads how the rows of a dataset are to be understood. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';

export interface DatasetReading {
  /** Which column holds which field. */
  readonly mapping: ColumnMapping;
  /** Decades of birth in which a 1 January may stand for an unknown day. */
  readonly standInDecades: readonly number[] | 'ALL';
}

/** Files read before decades were counted have the one fact about the whole of them. */
const READING = `select mapping,
  coalesce(facts -> 'standInDecades', case when january_first_heaped then '"ALL"'::jsonb else '[]'::jsonb end) as "standInDecades"
  from dataset where id = $1`;

export async function getDatasetReading(db: DataSource, datasetId: string): Promise<DatasetReading> {
  const [reading] = await db.query<DatasetReading[]>(READING, [datasetId]);
  if (!reading) throw new Error(`there is no dataset ${datasetId}`);
  return reading;
}
