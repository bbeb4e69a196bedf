/** Starts a synchronisation with a source: one chunk a province, and never two at once for the same connector and locality. */
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { Connector } from '../../db/entities/connector.entity';
import { type Run } from '../../db/entities/run.entity';
import { seesLocality, type Actor } from '../../domain/actor';
import { ENGINE_VERSION } from '../../domain/run/engine-version';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { type Doorbell } from '../../jobs/backend';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { inTransaction, type Transaction } from '../in-transaction';

export interface SyncRequest {
  readonly connector: string;
  /** A province, or VN for all of them; without it what the key may see. */
  readonly localityCode?: string;
  /** The service code (MaDVC) under which the source is asked. */
  readonly purpose?: string;
  readonly idempotencyKey: string;
}

export interface StartedSync {
  readonly runId: string;
  readonly bells: readonly WorkOnChunk[];
}

/** Under this service code the hub asks for figures when nobody names another. */
const SYNC_PURPOSE = 'DONG-BO-SO-LIEU';
/** What a source can be synchronised for; looking people up is not among it. */
const SYNCABLE: readonly string[] = ['AGGREGATE', 'HEARTBEAT', 'FEED'];
const NATION = 'VN';

export async function startSync(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  request: SyncRequest,
): Promise<{ runId: string } | Refusal> {
  const outcome = await inTransaction(db, (tx) => insertSync(tx, actor, request));
  if (isRefusal(outcome)) return outcome;
  await queue.ring(outcome.bells);
  return { runId: outcome.runId };
}

/** `actor` null: a schedule asks. The bells are to be rung after the commit. */
export async function insertSync(
  tx: Transaction,
  actor: Actor | null,
  request: SyncRequest,
): Promise<StartedSync | Refusal> {
  const localityCode = request.localityCode ?? actor?.localityCode ?? NATION;
  if (actor && !seesLocality(actor, localityCode)) return refuse('LOCALITY_NOT_FOUND');
  const localities = await listProvinces(tx.client, localityCode);
  if (localities.length === 0) return refuse('LOCALITY_NOT_FOUND');
  const connector = await tx.manager.findOneBy(Connector, { key: request.connector });
  if (!connector) return refuse('CONNECTOR_NOT_FOUND');
  if (!connector.capabilities.some((one) => SYNCABLE.includes(one))) return refuse('CONNECTOR_CANNOT_SYNC');
  // Whoever starts one for this connector at the same moment waits here, and then sees it.
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('sync'), hashtext($1))`, [connector.key]);
  const earlier = await findEarlier(tx, actor, request, localityCode);
  if (earlier) return earlier;
  if (await isUnderWay(tx.client, connector.key, localityCode)) return refuse('SYNC_UNDER_WAY');
  const runId = await insertRun(tx.client, {
    actor,
    request,
    localityCode,
    localities,
    simulated: connector.simulated,
  });
  await insertRunEvent(tx.client, runId, 'REQUESTED');
  await insertRunEvent(tx.client, runId, 'CUT', { rows: localities.length, chunks: localities.length });
  await insertAuditEntry(tx.client, {
    actor,
    action: 'run.start',
    subject: `run:${runId}`,
    detail: { kind: 'SYNC', connector: connector.key, locality: localityCode },
  });
  return { runId, bells: localities.map((_, index) => ({ runId, no: index + 1, epoch: 0 })) };
}

async function listProvinces(client: ClientBase, localityCode: string): Promise<string[]> {
  const found = await client.query<{ code: string }>(
    `select code from locality where scheme = 'VN34' and $1 in (code, '${NATION}') order by code`,
    [localityCode],
  );
  return found.rows.map(({ code }) => code);
}

async function findEarlier(
  tx: Transaction,
  actor: Actor | null,
  { idempotencyKey, connector }: SyncRequest,
  localityCode: string,
): Promise<StartedSync | Refusal | null> {
  const rows = await tx.client.query<Pick<Run, 'id' | 'kind' | 'connectorKey' | 'localityCode'>>(
    `select id, kind, connector_key as "connectorKey", locality_code as "localityCode" from run
     where requested_by_id is not distinct from $1 and idempotency_key = $2`,
    [actor?.keyId ?? null, idempotencyKey],
  );
  const [run] = rows.rows;
  if (!run) return null;
  const same = run.kind === 'SYNC' && run.connectorKey === connector && run.localityCode === localityCode;
  return same ? { runId: run.id, bells: [] } : refuse('IDEMPOTENCY_CONFLICT');
}

async function isUnderWay(client: ClientBase, connector: string, localityCode: string): Promise<boolean> {
  const open = await client.query(
    `select 1 from run where kind = 'SYNC' and state in ('QUEUED', 'RUNNING') and connector_key = $1
       and (locality_code = $2 or '${NATION}' in (locality_code, $2)) limit 1`,
    [connector, localityCode],
  );
  return open.rowCount === 1;
}

interface NewRun {
  readonly actor: Actor | null;
  readonly request: SyncRequest;
  readonly localityCode: string;
  readonly localities: readonly string[];
  readonly simulated: boolean;
}

async function insertRun(client: ClientBase, run: NewRun): Promise<string> {
  const { actor, request, localityCode, localities, simulated } = run;
  const inserted = await client.query<{ id: string }>(
    `insert into run (kind, locality_code, connector_key, purpose, idempotency_key, requested_by_id, simulated,
       engine_version, settings, rows_total)
     values ('SYNC', $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      localityCode,
      request.connector,
      request.purpose ?? SYNC_PURPOSE,
      request.idempotencyKey,
      actor?.keyId ?? null,
      simulated,
      ENGINE_VERSION,
      { localities },
      localities.length,
    ],
  );
  const runId = inserted.rows[0]?.id ?? '';
  await client.query(
    `insert into chunk (run_id, no, first_seq, last_seq) select $1, no, no, no from generate_series(1, $2::int) no`,
    [runId, localities.length],
  );
  await client.query(
    `insert into chunk (run_id, no, step, first_seq, last_seq, state) values ($1, 0, 'FINISH', 0, 0, 'BLOCKED')`,
    [runId],
  );
  return runId;
}
