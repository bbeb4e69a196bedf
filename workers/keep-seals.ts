/** Seals the audit trail every minute. Any number of workers may do it at once: one at a time gets to. */
import { type DataSource } from 'typeorm';
import { type Log } from '../src/log';
import { sealAudit } from '../src/services/keys/seal-audit';

const EVERY_MS = 60_000;

export function keepSeals(db: DataSource, getSecret: () => string, log: Log): { stop(): Promise<void> } {
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    round = sealAudit(db, getSecret()).catch((error: unknown) =>
      log.warn({ err: error }, 'the audit trail could not be sealed'),
    );
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
