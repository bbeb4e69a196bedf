/** Starts a run on a dataset. The same idempotency key always gives the same run, however often it is sent. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../db/queries/insert-audit-entry';
import { insertRunEvent } from '../db/queries/insert-run-event';
import { Connector } from '../db/entities/connector.entity';
import { Dataset } from '../db/entities/dataset.entity';
import { Run } from '../db/entities/run.entity';
import { seesLocality, type Actor } from '../domain/actor';
import { ENGINE_VERSION } from '../domain/engine-version';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import { RunKind } from '../domain/run-state';
import { type Doorbell } from '../jobs/backend';
import { type WorkOnChunk } from '../jobs/work-on-chunk.job';
import { cutRun } from './cut-run';
import { inTransaction, type Transaction } from './in-transaction';

export interface RunRequest {
  readonly kind: RunKind;
  readonly datasetId: string;
  readonly connector: string;
  /** The service code (MaDVC) that gives the right to ask. */
  readonly purpose: string;
  readonly idempotencyKey: string;
}

export async function startRun(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  request: RunRequest,
): Promise<{ runId: string } | Refusal> {
  if (request.kind !== RunKind.VERIFY) return refuse('KIND_NOT_SUPPORTED');
  if (request.purpose.trim() === '') return refuse('PURPOSE_REQUIRED');
  const outcome = await inTransaction(db, (tx) => insertOrFind(tx, actor, request));
  if (isRefusal(outcome)) return outcome;
  await queue.ring(outcome.bells);
  return { runId: outcome.runId };
}

async function insertOrFind(
  tx: Transaction,
  actor: Actor,
  request: RunRequest,
): Promise<{ runId: string; bells: WorkOnChunk[] } | Refusal> {
  // Locked, so that an import finishing at this moment either sees the new run or has already said it is ready.
  const dataset = await tx.manager.findOne(Dataset, {
    where: { id: request.datasetId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!dataset || !seesLocality(actor, dataset.localityCode)) return refuse('DATASET_NOT_FOUND');
  const connector = await tx.manager.findOneBy(Connector, { key: request.connector });
  if (!connector) return refuse('CONNECTOR_NOT_FOUND');
  if (dataset.state === 'FAILED') return refuse('DATASET_FAILED');
  const runId = await insertRun(tx, actor, request, connector.simulated);
  if (runId === null) return findEarlier(tx, actor, request);
  await insertRunEvent(tx.client, runId, 'REQUESTED');
  await insertAuditEntry(tx.client, {
    actor,
    action: 'run.start',
    subject: `run:${runId}`,
    detail: { kind: request.kind, connector: request.connector, purpose: request.purpose },
  });
  const ready = dataset.state === 'READY' && dataset.acceptedRows !== null;
  return { runId, bells: ready ? await cutRun(tx.client, runId, dataset.acceptedRows ?? 0) : [] };
}

/** Null when this key has started a run before. */
async function insertRun(
  tx: Transaction,
  actor: Actor,
  request: RunRequest,
  simulated: boolean,
): Promise<string | null> {
  const inserted = await tx.client.query<{ id: string }>(
    `insert into run (kind, dataset_id, connector_key, purpose, idempotency_key, requested_by_id, simulated, engine_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (requested_by_id, idempotency_key) do nothing returning id`,
    [
      request.kind,
      request.datasetId,
      request.connector,
      request.purpose,
      request.idempotencyKey,
      actor.keyId,
      simulated,
      ENGINE_VERSION,
    ],
  );
  return inserted.rows[0]?.id ?? null;
}

async function findEarlier(
  tx: Transaction,
  actor: Actor,
  request: RunRequest,
): Promise<{ runId: string; bells: WorkOnChunk[] } | Refusal> {
  const earlier = await tx.manager.findOneByOrFail(Run, {
    requestedById: actor.keyId,
    idempotencyKey: request.idempotencyKey,
  });
  const same =
    earlier.kind === request.kind &&
    earlier.datasetId === request.datasetId &&
    earlier.connectorKey === request.connector &&
    earlier.purpose === request.purpose;
  return same ? { runId: earlier.id, bells: [] } : refuse('IDEMPOTENCY_CONFLICT');
}
