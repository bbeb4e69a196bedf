/** Rings again for chunks that somebody should be working on: heals a wiped Redis, a lost bell, a vanished worker. */
import { type DataSource } from 'typeorm';
import { type Doorbell } from '../src/jobs/backend';
import { type Log } from '../src/log';
import { findOpenChunks } from '../src/services/runs/find-open-chunks';
import { repeat, type Repetition } from './repeat';

const EVERY_MS = 2_500;

export function startReconciler(db: DataSource, doorbell: Doorbell, log: Log): Repetition {
  return repeat(async () => doorbell.ring(await findOpenChunks(db)), {
    everyMs: EVERY_MS,
    // A worker that starts after a crash finds what the crash left behind.
    atOnce: true,
    onTrouble: (error) => log.warn({ err: error }, 'the database could not be asked for open chunks'),
  });
}
