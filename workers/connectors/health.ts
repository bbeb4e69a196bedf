/** Asks every source from time to time whether it is there, and notes that and the vital signs where people can see them. */
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type Log } from '../../src/log';
import { noteConnectorHealth, noteConnectorVitals } from '../../src/services/sources/note-connector-health';
import { codeOfFailure } from './errors';
import { type InstalledConnectors } from './installed';
import { repeat, type Repetition } from '../repeat';
import { type OpenConnector } from './open-connector';

const LOOK_EVERY_MS = 1_000;
const HEARTBEAT_EVERY_MS = 15_000;
/** Vital signs that do not change are still written now and then: they show that the worker lives. */
const VITALS_EVERY_MS = 15_000;

export function watchConnectors(db: DataSource, connectors: InstalledConnectors, log: Log): Repetition {
  const stopped = new AbortController();
  const workerId = randomUUID();
  // By the opened connector: one that is opened anew starts a new record.
  const watched = new WeakMap<OpenConnector, () => Promise<void>>();
  const look = async () => {
    await connectors.refresh();
    await Promise.all(
      connectors.opened().map((open) => {
        const lookAtOne = watched.get(open) ?? watchOne(db, open, workerId, stopped.signal);
        watched.set(open, lookAtOne);
        return lookAtOne();
      }),
    );
  };
  const looking = repeat(look, {
    everyMs: LOOK_EVERY_MS,
    atOnce: true,
    onTrouble: (error) => log.warn({ err: error }, 'the health of connectors could not be noted'),
  });
  return {
    stop: () => {
      stopped.abort();
      return looking.stop();
    },
  };
}

/** Writes when the breaker or the last failure has changed, and else every `…_EVERY_MS`. */
function watchOne(
  db: DataSource,
  { spec, connector, guard }: OpenConnector,
  workerId: string,
  stop: AbortSignal,
) {
  let breaker: string | null = null;
  let lastError: string | null = null;
  let heartbeatDue = 0;
  let vitalsDue = 0;
  return async (): Promise<void> => {
    const signs = guard.vitals.read();
    const now = performance.now();
    const changed = signs.breaker !== breaker;
    if (changed || signs.lastError !== lastError || now >= vitalsDue) {
      await noteConnectorVitals(db, { ...signs, connectorKey: spec.id, workerId });
      ({ breaker, lastError } = signs);
      vitalsDue = now + VITALS_EVERY_MS;
    }
    if (!changed && now < heartbeatDue) return;
    heartbeatDue = now + HEARTBEAT_EVERY_MS;
    const error = await connector.heartbeat(stop).then(() => null, codeOfFailure);
    if (stop.aborted) return;
    await noteConnectorHealth(db, {
      key: spec.id,
      health: error === null ? 'UP' : 'DOWN',
      lastError: error,
    });
  };
}
