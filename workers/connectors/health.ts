/** Asks every source from time to time whether it is there, and notes the answer where people can see it. */
import { type DataSource } from 'typeorm';
import { type Log } from '../../src/log';
import { noteConnectorHealth } from '../../src/services/note-connector-health';
import { type OpenConnector } from './registry';

const EVERY_MS = 15_000;

export function watchConnectors(db: DataSource, connectors: readonly OpenConnector[], log: Log) {
  const stopped = new AbortController();
  const ask = async ({ spec, connector }: OpenConnector) => {
    const error = await connector.heartbeat(stopped.signal).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason.name : 'unknown'),
    );
    if (stopped.signal.aborted) return;
    await noteConnectorHealth(db, { key: spec.id, health: error === null ? 'UP' : 'DOWN', lastError: error });
  };
  const askAll = () =>
    Promise.all(connectors.map(ask)).then(
      () => {},
      (error: unknown) => log.warn({ err: error }, 'the health of connectors could not be noted'),
    );
  let round = askAll();
  const timer = setInterval(() => {
    round = askAll();
  }, EVERY_MS);
  return {
    stop: (): Promise<void> => {
      clearInterval(timer);
      stopped.abort();
      return round;
    },
  };
}
