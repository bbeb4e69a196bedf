/** Rings again for chunks that somebody should be working on: heals a wiped Redis, a lost bell, a vanished worker. */
import { type DataSource } from 'typeorm';
import { type Doorbell } from '../src/jobs/backend';
import { type Log } from '../src/log';
import { findOpenChunks } from '../src/services/runs/find-open-chunks';

export interface Reconciler {
  stop(): Promise<void>;
}

const EVERY_MS = 2_500;

export function startReconciler(db: DataSource, doorbell: Doorbell, log: Log): Reconciler {
  let busy = false;
  const look = async () => {
    busy = true;
    try {
      await doorbell.ring(await findOpenChunks(db));
    } catch (error) {
      log.warn({ err: error }, 'the database could not be asked for open chunks');
    } finally {
      busy = false;
    }
  };
  // At once: a worker that starts after a crash finds what the crash left behind.
  let round = look();
  const timer = setInterval(() => {
    if (!busy) round = look();
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return round;
    },
  };
}
