/** Asks again, when the time has come, about people whom a source that learns late did not know yet. */
import { type DataSource } from 'typeorm';
import { isRefusal } from '../../domain/refusal';
import { type Doorbell } from '../../jobs/backend';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { inTransaction, type Transaction } from '../in-transaction';
import { askAgain, findRun } from './retry-run';

/** All that are due. `now` in epoch milliseconds. Gives the retries that were started. */
export async function retryDueRuns(db: DataSource, queue: Doorbell, now: number): Promise<string[]> {
  const due = await db.query<{ id: string }[]>(
    'select id from run where retry_at <= $1 order by retry_at, id',
    [new Date(now)],
  );
  const started: string[] = [];
  for (const { id } of due) {
    const retry = await inTransaction(db, (tx) => takeTurn(tx, id, now));
    if (retry === null) continue;
    await queue.ring(retry.bells);
    started.push(retry.runId);
  }
  return started;
}

/** Null when another worker took this turn, nothing is left to ask, or the date has passed while nobody looked. */
async function takeTurn(
  tx: Transaction,
  id: string,
  now: number,
): Promise<{ runId: string; bells: WorkOnChunk[] } | null> {
  const taken = await tx.client.query<{ over: boolean }>(
    `update run set retry_at = null from (select id, retry_at, not_found_until from run
       where id = $1 and retry_at <= $2 for update skip locked) due
     where run.id = due.id returning due.not_found_until <= $2 as over`,
    [id, new Date(now)],
  );
  const [turn] = taken.rows;
  const base = turn === undefined || turn.over ? null : await findRun(tx, id);
  if (turn === undefined || base === null) return null;
  const retry = await askAgain(tx, null, base);
  return isRefusal(retry) ? null : retry;
}
