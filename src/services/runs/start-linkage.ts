/** Starts a linkage: within one dataset, or between two. What the model needs is checked before anything is queued. */
import { type DataSource } from 'typeorm';
import { Dataset } from '../../db/entities/dataset.entity';
import { type StoredLinkageSettings } from '../../db/queries/get-linkage-settings';
import { seesLocality, type Actor } from '../../domain/actor';
import { isColumnProblem, locateColumns } from '../../domain/linkage/locate-columns';
import { type ColumnPositions } from '../../domain/linkage/linkage-table';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { type Doorbell } from '../../jobs/backend';
import { startRun } from './start-run';

export interface LinkageRequest {
  readonly datasetId: string;
  /** The other side; without it duplicates are looked for within the dataset. */
  readonly secondDatasetId: string | null;
  readonly model: LinkageModel;
  /** Learn the weights from the rows first. */
  readonly train: boolean;
  readonly idempotencyKey: string;
}

export async function startLinkage(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  { datasetId, secondDatasetId, model, train, idempotencyKey }: LinkageRequest,
): Promise<{ runId: string } | Refusal> {
  const files: StoredLinkageSettings['files'][number][] = [];
  for (const id of secondDatasetId === null ? [datasetId] : [datasetId, secondDatasetId]) {
    const positions = await locateInDataset(db, actor, id, model);
    if (isRefusal(positions)) return positions;
    files.push({ datasetId: id, positions });
  }
  const settings: StoredLinkageSettings = { model, train, files };
  return startRun(db, queue, actor, { kind: 'LINK', datasetId, idempotencyKey, settings });
}

async function locateInDataset(
  db: DataSource,
  actor: Actor,
  id: string,
  model: LinkageModel,
): Promise<ColumnPositions | Refusal> {
  const dataset = await db.manager.findOneBy(Dataset, { id });
  if (!dataset || !seesLocality(actor, dataset.localityCode)) return refuse('DATASET_NOT_FOUND');
  if (dataset.state === 'FAILED') return refuse('DATASET_FAILED');
  if (dataset.state !== 'READY') return refuse('DATASET_NOT_READY');
  const positions = locateColumns(model, dataset.headers);
  return isColumnProblem(positions) ? refuse('LINKAGE_COLUMNS_MISSING') : positions;
}
