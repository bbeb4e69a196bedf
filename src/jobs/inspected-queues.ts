/** Opens the queues for somebody who looks at them: the work's and the alarms', on whichever back end they stand. */
import { Queue } from 'bullmq';
import { type Log } from '../log';
import { ALARM_QUEUE } from './alarm-clock';
import { queueConnection, WORK_QUEUE, type QueueSettings } from './backend';

export interface InspectedQueues {
  readonly queues: readonly Queue[];
  close(): Promise<void>;
}

export function openInspectedQueues(settings: QueueSettings, log: Log): InspectedQueues {
  const { connection, factory } = queueConnection(settings);
  const queues = [WORK_QUEUE, ALARM_QUEUE].map((name) => new Queue(name, { connection }, factory));
  for (const queue of queues)
    queue.on('error', (error) => log.warn({ err: error, queue: queue.name }, 'a queue is out of reach'));
  return {
    queues,
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}
