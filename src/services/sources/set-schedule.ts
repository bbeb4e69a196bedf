/** Sets, pauses, resumes, triggers and deletes schedules. The workers' alarm clocks follow the rows. */
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { Connector } from '../../db/entities/connector.entity';
import { Locality } from '../../db/entities/locality.entity';
import { Schedule } from '../../db/entities/schedule.entity';
import { seesLocality, type Actor } from '../../domain/actor';
import { readCron } from '../../domain/run/cron';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { CatchUp } from '../../domain/run/schedule';
import { type Doorbell } from '../../jobs/backend';
import { findNextAt } from './fire-schedules';
import { inTransaction, type Transaction } from '../in-transaction';
import { insertSync } from '../runs/start-sync';

export interface WantedSchedule {
  readonly connector: string;
  readonly localityCode?: string;
  readonly cron: string;
  /** From 0 to 3,600. */
  readonly jitterSeconds?: number;
  readonly catchUp?: CatchUp;
}

export const scheduleIdOf = (connector: string, localityCode: string) => `sync-${connector}-${localityCode}`;

/** The action under which the audit trail remembers a schedule that somebody deleted. */
export const DELETED = 'schedule.delete';

type Changed = { readonly scheduleId: string } | Refusal;

/** One schedule a connector and locality: setting it again changes it. `now` in epoch milliseconds. */
export function setSchedule(
  db: DataSource,
  actor: Actor,
  wanted: WantedSchedule,
  now: number,
): Promise<Changed> {
  const localityCode = wanted.localityCode ?? actor.localityCode ?? 'VN';
  const { connector, cron, jitterSeconds = 0, catchUp = CatchUp.ONCE } = wanted;
  return inTransaction(db, async (tx): Promise<Changed> => {
    if (!seesLocality(actor, localityCode)) return refuse('LOCALITY_NOT_FOUND');
    const locality = await tx.manager.findOneBy(Locality, { code: localityCode });
    if (!locality || locality.scheme === 'VN63') return refuse('LOCALITY_NOT_FOUND');
    if (!(await tx.manager.existsBy(Connector, { key: connector }))) return refuse('CONNECTOR_NOT_FOUND');
    if (!readCron(cron)) return refuse('CRON_INVALID');
    const id = scheduleIdOf(connector, localityCode);
    const nextAt = new Date(findNextAt({ id, cron, jitterSeconds }, now));
    const row = { id, connectorKey: connector, localityCode, cron, jitterSeconds, catchUp, nextAt };
    await tx.manager.upsert(Schedule, row, ['id']);
    await note(tx, actor, 'schedule.set', id, { cron });
    return { scheduleId: id };
  });
}

/** Pausing what is paused, or resuming what runs, changes nothing. */
export function pauseSchedule(
  db: DataSource,
  actor: Actor,
  change: { readonly id: string; readonly paused: boolean },
  now: number,
): Promise<Changed> {
  const { id, paused } = change;
  return inTransaction(db, async (tx): Promise<Changed> => {
    const schedule = await lock(tx, actor, id);
    if (isRefusal(schedule)) return schedule;
    if (schedule.paused === paused) return { scheduleId: id };
    // Slots that passed while it was paused were not wanted.
    const nextAt = paused ? schedule.nextAt : new Date(findNextAt(schedule, now));
    await tx.manager.update(Schedule, id, { paused, nextAt });
    await note(tx, actor, paused ? 'schedule.pause' : 'schedule.resume', id);
    return { scheduleId: id };
  });
}

/** Runs it now, also while it is paused; its next slot stays where it is. */
export async function triggerSchedule(
  db: DataSource,
  queue: Doorbell,
  actor: Actor,
  id: string,
  now: number,
): Promise<Changed> {
  const outcome = await inTransaction(db, async (tx) => {
    const schedule = await lock(tx, actor, id);
    if (isRefusal(schedule)) return schedule;
    const { connectorKey: connector, localityCode } = schedule;
    const started = await insertSync(tx, actor, { connector, localityCode, idempotencyKey: randomUUID() });
    if (isRefusal(started)) return started;
    const fired = { lastOutcome: 'STARTED', lastRunId: started.runId, lastFiredAt: new Date(now) } as const;
    await tx.manager.update(Schedule, id, fired);
    await note(tx, actor, 'schedule.trigger', id);
    return started;
  });
  if (isRefusal(outcome)) return outcome;
  await queue.ring(outcome.bells);
  return { scheduleId: id };
}

/** Runs that it started stay, and one under way goes on. */
export function deleteSchedule(db: DataSource, actor: Actor, id: string): Promise<Changed> {
  return inTransaction(db, async (tx): Promise<Changed> => {
    const schedule = await lock(tx, actor, id);
    if (isRefusal(schedule)) return schedule;
    await tx.manager.delete(Schedule, id);
    await note(tx, actor, DELETED, id, { cron: schedule.cron });
    return { scheduleId: id };
  });
}

/** A key of a province sees the schedules of the nation, and changes only its own. */
async function lock(tx: Transaction, actor: Actor, id: string): Promise<Schedule | Refusal> {
  const schedule = await tx.manager.findOne(Schedule, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return schedule && seesLocality(actor, schedule.localityCode) ? schedule : refuse('SCHEDULE_NOT_FOUND');
}

function note(
  tx: Transaction,
  actor: Actor,
  action: string,
  id: string,
  detail: Record<string, string> = {},
) {
  return insertAuditEntry(tx.client, { actor, action, subject: `schedule:${id}`, detail });
}
