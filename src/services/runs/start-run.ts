/** Starts a run on a dataset. The same idempotency key always gives the same run, however often it is sent. */
import { isDeepStrictEqual } from 'node:util';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { Connector } from '../../db/entities/connector.entity';
import { Dataset } from '../../db/entities/dataset.entity';
import { Run } from '../../db/entities/run.entity';
import { seesLocality, type Actor } from '../../domain/actor';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { RunKind } from '../../domain/run/run-state';
import { type Doorbell } from '../../jobs/backend';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { cutRun } from './cut-run';
import { insertRun } from './insert-run';
import { inTransaction, type Transaction } from '../in-transaction';

export interface RunRequest {
  readonly kind: RunKind;
  readonly datasetId: string;
  /** For runs that ask a source. */
  readonly connector?: string;
  /** The service code (MaDVC) that gives the right to ask. */
  readonly purpose?: string;
  readonly idempotencyKey: string;
  /** For a cleansing: the rules and their modes. */
  readonly settings?: object;
  /** The cleansing that is made again: its accepted suggestions are applied. */
  readonly basedOnId?: string;
}

/** Runs that work on the dataset alone. */
const LOCAL_KINDS: readonly RunKind[] = [RunKind.CLEANSE, RunKind.PROFILE, RunKind.LINK];

export async function startRun(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  request: RunRequest,
): Promise<{ runId: string } | Refusal> {
  const local = LOCAL_KINDS.includes(request.kind);
  if (request.kind !== RunKind.VERIFY && !local) return refuse('KIND_NOT_SUPPORTED');
  if (!local && (request.purpose ?? '').trim() === '') return refuse('PURPOSE_REQUIRED');
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
  const connector = await findConnector(tx, request);
  if (connector === null) return refuse('CONNECTOR_NOT_FOUND');
  if (dataset.state === 'FAILED') return refuse('DATASET_FAILED');
  if (!(await isBase(tx, request))) return refuse('RUN_NOT_FOUND');
  const settlesWithinHours = connector.limits.settlesWithinHours ?? null;
  const runId = await insertRun(tx, actor, {
    ...request,
    simulated: connector.simulated,
    settlesWithinHours,
  });
  if (runId === null) return findEarlier(tx, actor, request);
  await insertRunEvent(tx.client, runId, 'REQUESTED');
  await insertAuditEntry(tx.client, {
    actor,
    action: 'run.start',
    subject: `run:${runId}`,
    detail: { kind: request.kind, connector: request.connector ?? null, purpose: request.purpose ?? null },
  });
  const ready = dataset.state === 'READY' && dataset.acceptedRows !== null;
  return { runId, bells: ready ? await cutRun(tx.client, runId, dataset.acceptedRows ?? 0) : [] };
}

/** A run that works on the dataset alone has no connector, and nothing in it is simulated. */
async function findConnector(
  tx: Transaction,
  request: RunRequest,
): Promise<Pick<Connector, 'simulated' | 'limits'> | null> {
  if (LOCAL_KINDS.includes(request.kind)) return { simulated: false, limits: {} };
  return tx.manager.findOneBy(Connector, { key: request.connector ?? '' });
}

/** Only a cleansing is made again by hand; a verification is by `retryRun`, which asks for some of its rows only. */
async function isBase(tx: Transaction, { basedOnId, datasetId, kind }: RunRequest): Promise<boolean> {
  if (basedOnId === undefined) return true;
  return kind === RunKind.CLEANSE && (await tx.manager.existsBy(Run, { id: basedOnId, datasetId, kind }));
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
    earlier.connectorKey === (request.connector ?? null) &&
    earlier.purpose === (request.purpose ?? null) &&
    earlier.basedOnId === (request.basedOnId ?? null) &&
    isDeepStrictEqual(earlier.settings, request.settings ?? {});
  return same ? { runId: earlier.id, bells: [] } : refuse('IDEMPOTENCY_CONFLICT');
}
