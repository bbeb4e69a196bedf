/** Asks again about the rows of a verification whose verdict could change; all others keep theirs, and the result holds both. */
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { MAY_CHANGE } from '../../db/queries/list-verdicts-to-retry';
import { seesLocality, type Actor } from '../../domain/actor';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { isSettled, RunKind, type RunState } from '../../domain/run/run-state';
import { type Doorbell } from '../../jobs/backend';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { cutRun } from './cut-run';
import { insertRun } from './insert-run';
import { inTransaction, type Transaction } from '../in-transaction';

export interface Base {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly dataset_id: string;
  readonly locality_code: string;
  readonly accepted_rows: number | null;
  readonly connector_key: string;
  readonly purpose: string;
  readonly simulated: boolean;
  readonly based_on_id: string | null;
  readonly not_found_until: Date | null;
}

/** While a retry of the run is still open, that retry is given and no other started. */
export async function retryRun(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  runId: string,
): Promise<{ runId: string } | Refusal> {
  const outcome = await inTransaction(db, (tx) => insertOrFind(tx, actor, runId));
  if (isRefusal(outcome)) return outcome;
  await queue.ring(outcome.bells);
  return { runId: outcome.runId };
}

async function insertOrFind(
  tx: Transaction,
  actor: Actor,
  runId: string,
): Promise<{ runId: string; bells: WorkOnChunk[] } | Refusal> {
  const asked = await findRun(tx, runId);
  if (!asked || !seesLocality(actor, asked.locality_code)) return refuse('RUN_NOT_FOUND');
  if (asked.kind !== RunKind.VERIFY) return refuse('KIND_NOT_SUPPORTED');
  if (!isSettled(asked.state)) return refuse('RUN_NOT_SETTLED');
  return askAgain(tx, actor, await findWholeResult(tx, asked));
}

/** Starts the retry of a run whose row is locked; without an actor the hub itself asks. */
export async function askAgain(
  tx: Transaction,
  actor: Actor | null,
  base: Base,
): Promise<{ runId: string; bells: WorkOnChunk[] } | Refusal> {
  const open = await findOpenRetry(tx, base.id);
  if (open !== null) return { runId: open, bells: [] };
  const rows = base.accepted_rows;
  if (rows === null) return refuse('DATASET_FAILED');
  const toAsk = rows - (await countKept(tx, base.id));
  if (toAsk === 0) return refuse('NOTHING_TO_RETRY');
  const retry = await insertRetry(tx, actor, base);
  await insertRunEvent(tx.client, retry, 'REQUESTED', { retryOf: base.id, rows: toAsk });
  await insertAuditEntry(tx.client, {
    actor,
    action: 'run.retry',
    subject: `run:${retry}`,
    detail: { retryOf: base.id, rows: toAsk, purpose: base.purpose },
  });
  return { runId: retry, bells: await cutRun(tx.client, retry, rows) };
}

/** Locked until the transaction ends. */
export async function findRun({ client }: Transaction, id: string): Promise<Base | null> {
  const found = await client.query<Base>(
    `select r.id, r.kind, r.state, r.dataset_id, d.locality_code, d.accepted_rows, r.connector_key, r.purpose, r.simulated,
       r.based_on_id, r.not_found_until
     from run r join dataset d on d.id = r.dataset_id where r.id = $1 for update of r`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** A retry that was stopped half-way holds less than what it retried: that one is the ground to build on. */
async function findWholeResult(tx: Transaction, run: Base): Promise<Base> {
  let base = run;
  while (base.based_on_id !== null && !base.state.startsWith('SUCCEEDED')) {
    const earlier = await findRun(tx, base.based_on_id);
    if (earlier === null) break;
    base = earlier;
  }
  return base;
}

async function findOpenRetry({ client }: Transaction, id: string): Promise<string | null> {
  const found = await client.query<{ id: string }>(
    `select id from run where based_on_id = $1 and state in ('QUEUED', 'RUNNING') order by created_at limit 1`,
    [id],
  );
  return found.rows[0]?.id ?? null;
}

async function countKept({ client }: Transaction, id: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    `select count(*)::int as count from run base join verdict v on v.run_id = base.id,
       (select clock_timestamp() as created_at) again
     where base.id = $1 and not ${MAY_CHANGE}`,
    [id],
  );
  return found.rows[0]?.count ?? 0;
}

async function insertRetry(tx: Transaction, actor: Actor | null, base: Base): Promise<string> {
  const retry = await insertRun(tx, actor, {
    kind: RunKind.VERIFY,
    datasetId: base.dataset_id,
    connector: base.connector_key,
    purpose: base.purpose,
    idempotencyKey: `retry:${randomUUID()}`,
    basedOnId: base.id,
    simulated: base.simulated,
    settlesWithinHours: null,
  });
  if (retry === null) throw new Error('an idempotency key that was drawn a moment ago was there before');
  // From now on it is the retry that waits.
  await tx.client.query('update run set retry_at = null where id = $1', [base.id]);
  // Who was not found is waited for from the first time on, and not from each retry anew.
  await tx.client.query('update run set not_found_until = $2 where id = $1', [retry, base.not_found_until]);
  return retry;
}
