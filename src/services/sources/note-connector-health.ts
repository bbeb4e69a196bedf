/** Notes how a source was last seen: whether it answered a heartbeat, and how one worker's calls to it go. */
import { type DataSource } from 'typeorm';
import { Connector } from '../../db/entities/connector.entity';
import { ConnectorVitals } from '../../db/entities/connector-vitals.entity';

export interface SeenHealth {
  readonly key: string;
  readonly health: 'UP' | 'DOWN';
  /** The class of the failure, or null. */
  readonly lastError: string | null;
}

export async function noteConnectorHealth(db: DataSource, seen: SeenHealth): Promise<void> {
  await db.manager.update(Connector, seen.key, {
    health: seen.health,
    lastError: seen.lastError,
    healthCheckedAt: new Date(),
  });
}

/** Notes why a connector cannot work as it is set up, as a code; null when it can. Ignored once the settings have changed again. */
export async function noteSettingsProblem(
  db: DataSource,
  seen: { readonly key: string; readonly version: number; readonly problem: string | null },
): Promise<void> {
  await db.manager.update(
    Connector,
    { key: seen.key, settingsVersion: seen.version },
    { settingsProblem: seen.problem },
  );
}

/** Replaces what this worker noted before, and forgets workers that have not been heard of for ten minutes. */
export async function noteConnectorVitals(
  db: DataSource,
  seen: Omit<ConnectorVitals, 'seenAt' | 'connector'>,
): Promise<void> {
  await db.manager
    .createQueryBuilder()
    .insert()
    .into(ConnectorVitals)
    .values({ ...seen, seenAt: () => 'clock_timestamp()' })
    .orUpdate(
      [
        ...['breaker', 'calls', 'failures', 'retries', 'p50_ms', 'p95_ms', 'p99_ms'],
        ...['quota_left', 'last_error', 'seen_at'],
      ],
      ['connector_key', 'worker_id'],
    )
    .execute();
  await db.query(
    `delete from connector_vitals where connector_key = $1 and seen_at < clock_timestamp() - interval '10 minutes'`,
    [seen.connectorKey],
  );
}
