/** Seals the audit trail every minute. Any number of workers may do it at once: one at a time gets to. */
import { type DataSource } from 'typeorm';
import { type Log } from '../src/log';
import { sealAudit } from '../src/services/keys/seal-audit';
import { repeat, type Repetition } from './repeat';

const EVERY_MS = 60_000;

export function keepSeals(db: DataSource, getSecret: () => string, log: Log): Repetition {
  return repeat(() => sealAudit(db, getSecret()), {
    everyMs: EVERY_MS,
    onTrouble: (error) => log.warn({ err: error }, 'the audit trail could not be sealed'),
  });
}
