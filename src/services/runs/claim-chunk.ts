/** Claims a chunk for one worker by the database's clock, or finds out that there is nothing to do, or what kills its holders. */
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { insertRunEvent } from '../../db/queries/insert-run-event';
import { decideAfterCrash, RunKind, type ChunkStep, type SeqRange } from '../../domain/run/run-state';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { failpoint } from './failpoint';
import { inTransaction } from '../in-transaction';
import { openFinishWhenDone } from './open-finish-when-done';
import { quarantineChunk } from './quarantine-chunk';

/** What a worker holds: the chunk, its epoch as the proof of holding, and what it needs to know of the run. */
export interface Claim extends SeqRange {
  readonly runId: string;
  readonly no: number;
  readonly epoch: number;
  readonly step: ChunkStep;
  readonly retries: number;
  readonly faults: number;
  readonly kind: RunKind;
  /** Empty for a synchronisation, which has no dataset. */
  readonly datasetId: string;
  readonly connectorKey: string | null;
  readonly purpose: string | null;
  /** The run that this one makes again. */
  readonly basedOnId: string | null;
  /** The day the run was asked for, in Vietnam: ages are reckoned from it, however late a chunk is worked on. */
  readonly requestedOn: { readonly year: number; readonly month: number; readonly day: number };
}

export type ClaimOutcome =
  | { readonly outcome: 'CLAIMED'; readonly claim: Claim }
  /** Somebody else holds it, it is over, or it may not be worked on yet. */
  | { readonly outcome: 'NOTHING' }
  /** The chunk was halved, put aside, or was the last: these bells follow. */
  | { readonly outcome: 'REARRANGED'; readonly bells: readonly WorkOnChunk[] };

interface ClaimedRow {
  run_id: string;
  no: number;
  epoch: number;
  step: ChunkStep;
  first_seq: number;
  last_seq: number;
  crashes: number;
  retries: number;
  faults: number;
  kind: RunKind;
  dataset_id: string | null;
  connector_key: string | null;
  purpose: string | null;
  based_on_id: string | null;
  requested_on: string;
  run_state: string;
  taken_over: boolean;
}

export async function claimChunk(
  db: DataSource,
  wanted: { readonly runId: string; readonly no: number; readonly leaseSeconds: number },
): Promise<ClaimOutcome> {
  const outcome = await inTransaction(db, async ({ client }): Promise<ClaimOutcome> => {
    const row = await claimRow(client, wanted);
    if (!row) return { outcome: 'NOTHING' };
    if (row.run_state === 'QUEUED') await markStarted(client, row.run_id);
    if (row.taken_over) {
      await insertRunEvent(client, row.run_id, 'CHUNK_TAKEN_OVER', { chunk: row.no, crashes: row.crashes });
      const rearranged = await rearrange(client, row);
      if (rearranged) return rearranged;
    }
    failpoint('claim.beforeCommit');
    return { outcome: 'CLAIMED', claim: toClaim(row) };
  });
  failpoint('claim.afterCommit');
  return outcome;
}

async function claimRow(
  client: ClientBase,
  wanted: { readonly runId: string; readonly no: number; readonly leaseSeconds: number },
): Promise<ClaimedRow | null> {
  const claimed = await client.query<ClaimedRow>(
    `update chunk
     set state = 'LEASED', epoch = chunk.epoch + 1, crashes = chunk.crashes + (open.state = 'LEASED')::int,
         lease_until = clock_timestamp() + make_interval(secs => $3)
     from (
       select run_id, no, step, state from chunk
       where run_id = $1 and no = $2
         and (state in ('READY', 'WAITING_CONNECTOR') and (not_before is null or not_before <= clock_timestamp())
              or state = 'LEASED' and lease_until < clock_timestamp())
       for update skip locked
     ) open
     join run on run.id = open.run_id and run.state in ('QUEUED', 'RUNNING')
     where chunk.run_id = open.run_id and chunk.no = open.no
       -- While a source rests no worker asks it: not this one, which does not know that another was told to wait.
       and not exists (
         select 1 from connector
         where open.step = 'WORK' and connector.key = run.connector_key and connector.resting_until > clock_timestamp()
       )
     returning chunk.run_id, chunk.no, chunk.epoch, chunk.step, chunk.first_seq, chunk.last_seq, chunk.crashes,
       chunk.retries, chunk.faults, run.kind, run.dataset_id, run.connector_key, run.purpose, run.based_on_id, run.state as run_state,
       to_char(run.created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as requested_on,
       open.state = 'LEASED' as taken_over`,
    [wanted.runId, wanted.no, wanted.leaseSeconds],
  );
  return claimed.rows[0] ?? null;
}

async function markStarted(client: ClientBase, runId: string): Promise<void> {
  const started = await client.query(
    `update run set state = 'RUNNING', started_at = clock_timestamp() where id = $1 and state = 'QUEUED'`,
    [runId],
  );
  if (started.rowCount === 1) await insertRunEvent(client, runId, 'STARTED');
}

/** What becomes of a chunk whose holders keep vanishing; null when it is simply tried again. */
async function rearrange(client: ClientBase, row: ClaimedRow): Promise<ClaimOutcome | null> {
  // Half a linkage would be another result: it is put aside whole, and its finish ends the run as failed.
  const lastSeq = row.kind === RunKind.LINK ? row.first_seq : row.last_seq;
  const decision = decideAfterCrash({ firstSeq: row.first_seq, lastSeq, crashes: row.crashes });
  if (decision.do === 'TRY_AGAIN') return null;
  if (decision.do === 'QUARANTINE') {
    await quarantineChunk(client, { runId: row.run_id, no: row.no, kind: row.kind, seq: row.first_seq });
    return { outcome: 'REARRANGED', bells: await openFinishWhenDone(client, row.run_id) };
  }
  const bells = await insertHalves(client, row, decision.halves);
  await client.query(`update chunk set state = 'SPLIT', lease_until = null where run_id = $1 and no = $2`, [
    row.run_id,
    row.no,
  ]);
  await insertRunEvent(client, row.run_id, 'CHUNK_SPLIT', { chunk: row.no });
  return { outcome: 'REARRANGED', bells };
}

async function insertHalves(
  client: ClientBase,
  row: ClaimedRow,
  halves: readonly [SeqRange, SeqRange],
): Promise<WorkOnChunk[]> {
  // Two chunks of one run may be halved at the same moment; the run's row decides who numbers first.
  await client.query('select 1 from run where id = $1 for update', [row.run_id]);
  const inserted = await client.query<{ no: number }>(
    `insert into chunk (run_id, no, step, first_seq, last_seq)
     select $1, (select max(no) from chunk where run_id = $1) + half.ordinal, $2, half.first_seq, half.last_seq
     from unnest($3::int[], $4::int[]) with ordinality as half (first_seq, last_seq, ordinal)
     returning no`,
    [row.run_id, row.step, halves.map((half) => half.firstSeq), halves.map((half) => half.lastSeq)],
  );
  return inserted.rows.map(({ no }) => ({ runId: row.run_id, no, epoch: 0 }));
}

function toClaim(row: ClaimedRow): Claim {
  return {
    runId: row.run_id,
    no: row.no,
    epoch: row.epoch,
    step: row.step,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    retries: row.retries,
    faults: row.faults,
    kind: row.kind,
    datasetId: row.dataset_id ?? '',
    connectorKey: row.connector_key,
    purpose: row.purpose,
    basedOnId: row.based_on_id,
    requestedOn: toDay(row.requested_on),
  };
}

function toDay(text: string): Claim['requestedOn'] {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
