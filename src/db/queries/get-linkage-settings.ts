/** Reads what a linkage run goes by, and whether it has been worked out. */
import { type DataSource } from 'typeorm';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { type ColumnPositions } from '../../domain/linkage/linkage-table';

export interface StoredLinkageSettings {
  readonly model: LinkageModel;
  readonly train: boolean;
  /** One dataset, or two to be linked with each other. */
  readonly files: readonly { readonly datasetId: string; readonly positions: ColumnPositions }[];
}

/** @throws Error when there is no such run. */
export async function getLinkageSettings(db: DataSource, runId: string): Promise<StoredLinkageSettings> {
  const [run] = await db.query<{ settings: StoredLinkageSettings }[]>(
    'select settings from run where id = $1',
    [runId],
  );
  if (!run) throw new Error(`there is no run ${runId}`);
  return run.settings;
}

export async function hasLinkageReport(db: DataSource, runId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>('select 1 from linkage_report where run_id = $1', [runId]);
  return rows.length > 0;
}
