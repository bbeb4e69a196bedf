/** Watches over the embedded PostgreSQL, which is no child of ours, and starts it again when it was killed. */
import { setTimeout as delay } from 'node:timers/promises';
import { describeError } from '../../error-text';
import { type EmbeddedPostgres } from '../postgres/embedded-postgres';

const LOOK_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Looks until `stop`; the parts of the hub reconnect by themselves, since the port stays the same. */
export async function keepPostgres(
  postgres: EmbeddedPostgres,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<void> {
  let pause = LOOK_MS;
  while (!stop.aborted) {
    await delay(pause, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted || postgres.isRunning()) continue;
    tell('[postgres] ended; starting again');
    try {
      await postgres.revive();
      tell('[postgres] runs again');
      pause = LOOK_MS;
    } catch (error) {
      tell(`[postgres] ${describeError(error).message}`);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}
