/** Notes how a source was last seen. */
import { type DataSource } from 'typeorm';
import { Connector } from '../db/entities/connector.entity';

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
