/** Keeps BullMQ's job schedulers like the rows of the schedules: an alarm clock that may be lost at any time, and is set again. */
import { Queue } from 'bullmq';
import { type Log } from '../log';
import { queueConnection, type QueueSettings } from './backend';
import { fireSchedule, type FireSchedule } from './fire-schedule.job';

/** A queue of its own: job schedulers wait in it as delayed jobs, which work queues must not hold. */
export const ALARM_QUEUE = 'hub06-alarms';

export interface Alarm {
  readonly scheduleId: string;
  readonly cron: string;
  readonly timeZone: string;
}

export interface AlarmClock {
  /** Sets what is missing or changed, and removes what is not among `alarms`. @throws when the queue is out of reach */
  set(alarms: readonly Alarm[]): Promise<void>;
  close(): Promise<void>;
}

export function openAlarmClock(settings: QueueSettings, log: Log): AlarmClock {
  const { connection, factory } = queueConnection(settings);
  const queue = new Queue<FireSchedule>(ALARM_QUEUE, { connection }, factory);
  queue.on('error', (error) => log.warn({ err: error }, 'the alarm queue is out of reach'));
  return {
    async set(alarms) {
      const wanted = new Map(alarms.map((alarm) => [fireSchedule.idOf(alarm), alarm]));
      const there = new Map((await queue.getJobSchedulers()).map((one) => [one.key, one]));
      for (const key of there.keys()) if (!wanted.has(key)) await queue.removeJobScheduler(key);
      for (const [key, { scheduleId, cron, timeZone }] of wanted) {
        const known = there.get(key);
        if (known?.pattern === cron && known.tz === timeZone) continue;
        await queue.upsertJobScheduler(
          key,
          { pattern: cron, tz: timeZone },
          {
            name: fireSchedule.name,
            data: fireSchedule.payload.parse({ scheduleId }),
            opts: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
          },
        );
      }
    },
    close: () => queue.close(),
  };
}
