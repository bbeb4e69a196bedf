/** Reads which column of a dataset holds which field. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/column-mapping';

export async function readColumnMapping(db: DataSource, datasetId: string): Promise<ColumnMapping> {
  const [dataset] = await db.query<{ mapping: ColumnMapping }[]>(
    'select mapping from dataset where id = $1',
    [datasetId],
  );
  if (!dataset) throw new Error(`there is no dataset ${datasetId}`);
  return dataset.mapping;
}
