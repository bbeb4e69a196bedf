/** Writes the connectors that a worker has installed into the table that the gateway shows. */
import { type DataSource } from 'typeorm';
import { Connector } from '../../db/entities/connector.entity';

export interface ConnectorManifest {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly capabilities: readonly string[];
  readonly simulated: boolean;
  readonly dataClass: Connector['dataClass'];
  readonly limits: object;
  /** JSON Schema; `writeOnly` marks secrets. */
  readonly settingsSchema: object;
}

/** Many workers start at once: the same manifest again changes nothing. */
export async function registerConnectors(
  db: DataSource,
  manifests: readonly ConnectorManifest[],
): Promise<void> {
  if (manifests.length === 0) return;
  await db.manager.upsert(
    Connector,
    manifests.map((manifest) => ({
      key: manifest.id,
      titleVi: manifest.title.vi,
      titleEn: manifest.title.en,
      capabilities: [...manifest.capabilities],
      simulated: manifest.simulated,
      dataClass: manifest.dataClass,
      limits: manifest.limits,
      settingsSchema: manifest.settingsSchema,
    })),
    ['key'],
  );
}
