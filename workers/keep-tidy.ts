/** Removes every hour what has outlived its use. Any number of workers may do it at once: one at a time gets to. */
import { type DataSource } from 'typeorm';
import { type Log } from '../src/log';
import { forgetTheOld } from '../src/services/housekeeping/forget-the-old';
import { repeat, type Repetition } from './repeat';

const EVERY_MS = 3_600_000;

export function keepTidy(
  db: DataSource,
  { now, log }: { readonly now: () => number; readonly log: Log },
): Repetition {
  const tidy = async () => {
    const forgotten = await forgetTheOld(db, now());
    if (forgotten && Object.values(forgotten).some((count) => count > 0))
      log.info({ forgotten }, 'what has outlived its use was removed');
  };
  return repeat(tidy, {
    everyMs: EVERY_MS,
    atOnce: true,
    onTrouble: (error) => log.warn({ err: error }, 'old rows could not be removed'),
  });
}
