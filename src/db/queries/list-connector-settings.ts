/** How connectors are set up, for workers: what an administrator stored, and the version that tells whether it is news. */
import { type DataSource } from 'typeorm';

export interface ConnectorSettingsRow {
  readonly key: string;
  readonly version: number;
  readonly settings: Readonly<Record<string, unknown>> | null;
  readonly sealedSecrets: Buffer | null;
}

export function listConnectorSettings(db: DataSource): Promise<ConnectorSettingsRow[]> {
  return db.query(
    `select key, settings_version as version, settings, sealed_secrets as "sealedSecrets" from connector order by key`,
  );
}
