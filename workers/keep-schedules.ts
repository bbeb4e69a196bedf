/** Keeps schedules going: hears their alarms, fires what nobody rang for, retries what a late source left open, and sets the alarm clock again when it was lost or a row changed. */
import { Worker } from 'bullmq';
import { type DataSource } from 'typeorm';
import { listSchedules } from '../src/db/queries/list-schedules';
import { CRON_TIME_ZONE } from '../src/domain/run/cron';
import { ALARM_QUEUE, openAlarmClock, type Alarm } from '../src/jobs/alarm-clock';
import { queueConnection, WORKER_MANNERS, type Doorbell, type QueueSettings } from '../src/jobs/backend';
import { fireSchedule as alarm, type FireSchedule } from '../src/jobs/fire-schedule.job';
import { type Log } from '../src/log';
import { ageNodes } from '../src/services/sources/age-nodes';
import { retryDueRuns } from '../src/services/runs/retry-due-runs';
import { fireDueSchedules, fireSchedule } from '../src/services/sources/fire-schedules';
import { repeat } from './repeat';

export interface ScheduleKit {
  readonly db: DataSource;
  readonly doorbell: Doorbell;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface KeptSchedules {
  /** Resolves when alarms can be heard. @throws when the queue is out of reach. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface Pace {
  readonly everyMs: number;
  /** A wiped queue is noticed within this; until then the rows are fired without it. */
  readonly setAgainMs: number;
}

const PACE: Pace = { everyMs: 2_500, setAgainMs: 30_000 };

export function keepSchedules(kit: ScheduleKit, settings: QueueSettings, pace = PACE): KeptSchedules {
  const { db, doorbell, log, now } = kit;
  const clock = openAlarmClock(settings, log);
  const ears = openAlarmWorker(kit, settings);
  let told = '';
  let setAgainAt = 0;
  const look = async () => {
    await fireDueSchedules(db, doorbell, now());
    await retryDueRuns(db, doorbell, now());
    await ageNodes(db, now());
    const alarms = await listAlarms(db);
    const text = JSON.stringify(alarms);
    if (text === told && performance.now() < setAgainAt) return;
    await clock.set(alarms);
    told = text;
    setAgainAt = performance.now() + pace.setAgainMs;
  };
  const looking = repeat(look, {
    everyMs: pace.everyMs,
    atOnce: true,
    onTrouble: (error) => log.warn({ err: error }, 'the schedules could not be looked after'),
  });
  return {
    ready: async () => {
      await ears.waitUntilReady();
    },
    close: async () => {
      await looking.stop();
      await Promise.all([ears.close(), clock.close()]);
    },
  };
}

async function listAlarms(db: DataSource): Promise<Alarm[]> {
  const schedules = await listSchedules(db, { localityCode: null });
  return schedules
    .filter(({ paused }) => !paused)
    .map(({ id, cron }) => ({ scheduleId: id, cron, timeZone: CRON_TIME_ZONE }));
}

function openAlarmWorker(
  { db, doorbell, log, now }: ScheduleKit,
  settings: QueueSettings,
): Worker<FireSchedule> {
  const { connection, factory } = queueConnection(settings);
  const worker = new Worker<FireSchedule>(
    ALARM_QUEUE,
    async (job) => {
      await fireSchedule(db, doorbell, alarm.payload.parse(job.data).scheduleId, now());
    },
    {
      connection,
      concurrency: 1,
      ...WORKER_MANNERS,
    },
    factory,
  );
  worker.on('error', (error) => log.warn({ err: error }, 'the alarm queue is out of reach'));
  worker.on('failed', (_, error) => log.warn({ err: error }, 'an alarm was not answered; the row will be'));
  return worker;
}
