/** Fires schedules whose slot has come: once for each slot, whoever rings and however often. */
import { type DataSource } from 'typeorm';
import { nextSlot, readCron } from '../../domain/run/cron';
import { isRefusal } from '../../domain/refusal';
import {
  jitterOf,
  judgeSlot,
  ScheduleOutcome,
  type CatchUp,
  type ScheduleOutcome as Outcome,
} from '../../domain/run/schedule';
import { type Doorbell } from '../../jobs/backend';
import { type WorkOnChunk } from '../../jobs/work-on-chunk.job';
import { inTransaction, type Transaction } from '../in-transaction';
import { insertSync } from '../runs/start-sync';

interface LockedSchedule {
  readonly id: string;
  readonly connectorKey: string;
  readonly localityCode: string;
  readonly cron: string;
  readonly jitterSeconds: number;
  readonly catchUp: CatchUp;
  readonly nextAt: Date;
}

/** All that are due. `now` in epoch milliseconds. Gives the ids of those that fired or were passed over. */
export async function fireDueSchedules(db: DataSource, queue: Doorbell, now: number): Promise<string[]> {
  const due = await db.query<{ id: string }[]>(
    'select id from schedule where not paused and next_at <= $1 order by next_at, id',
    [new Date(now)],
  );
  const fired: string[] = [];
  for (const { id } of due) if (await fireSchedule(db, queue, id, now)) fired.push(id);
  return fired;
}

/** False when its slot has not come, it is paused, or somebody else is at it. */
export async function fireSchedule(
  db: DataSource,
  queue: Doorbell,
  id: string,
  now: number,
): Promise<boolean> {
  const bells = await inTransaction(db, (tx) => takeSlot(tx, id, now));
  if (bells === null) return false;
  await queue.ring(bells);
  return true;
}

async function takeSlot(tx: Transaction, id: string, now: number): Promise<readonly WorkOnChunk[] | null> {
  const found = await tx.client.query<LockedSchedule>(
    `select id, connector_key as "connectorKey", locality_code as "localityCode", cron,
       jitter_seconds as "jitterSeconds", catch_up as "catchUp", next_at as "nextAt"
     from schedule where id = $1 and not paused for update skip locked`,
    [id],
  );
  const [schedule] = found.rows;
  if (!schedule) return null;
  const verdict = judgeSlot(schedule.nextAt.getTime(), now, schedule.catchUp);
  if (verdict === 'WAIT') return null;
  const taken = verdict === 'SKIP' ? NOT_RUN : await startRun(tx, schedule);
  await tx.client.query(
    `update schedule set next_at = $2, last_outcome = $3, last_run_id = coalesce($4, last_run_id),
       last_fired_at = case when $3 = 'STARTED' then $5 else last_fired_at end
     where id = $1`,
    [id, new Date(findNextAt(schedule, now)), taken.outcome, taken.runId, new Date(now)],
  );
  return taken.bells;
}

interface Taken {
  readonly outcome: Outcome;
  readonly runId: string | null;
  readonly bells: readonly WorkOnChunk[];
}

const NOT_RUN: Taken = { outcome: ScheduleOutcome.SKIPPED, runId: null, bells: [] };

/** The slot is the key: the same slot gives the same run, should the row ever be taken twice. */
async function startRun(tx: Transaction, schedule: LockedSchedule): Promise<Taken> {
  const { id, connectorKey: connector, localityCode, nextAt } = schedule;
  const idempotencyKey = `${id}@${nextAt.toISOString()}`;
  const started = await insertSync(tx, null, { connector, localityCode, idempotencyKey });
  if (!isRefusal(started)) return { outcome: ScheduleOutcome.STARTED, ...started };
  const busy = started.refused === 'SYNC_UNDER_WAY';
  return { ...NOT_RUN, outcome: busy ? ScheduleOutcome.BUSY : ScheduleOutcome.CONNECTOR_NOT_FOUND };
}

/** The first slot after `now`, with its jitter; epoch milliseconds. */
export function findNextAt(
  { id, cron, jitterSeconds }: { readonly id: string; readonly cron: string; readonly jitterSeconds: number },
  now: number,
): number {
  const read = readCron(cron);
  if (!read) throw new Error(`the schedule ${id} has no readable cron`);
  const slot = nextSlot(read, now);
  return slot + jitterOf(id, slot, jitterSeconds) * 1_000;
}
