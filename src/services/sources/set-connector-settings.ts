/** Changes how a connector is set up: checked against its own schema, secrets sealed, workers told by a higher version. */
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { Connector } from '../../db/entities/connector.entity';
import { type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { seal, unseal } from '../keys/seal';

export interface SettingsChange {
  readonly connector: string;
  /** By name. What is absent stays as it is; null takes a setting back to what the environment says. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface SettingsSchema {
  readonly properties?: Readonly<Record<string, { readonly writeOnly?: boolean }>>;
  readonly required?: readonly string[];
}

type Values = Record<string, unknown>;

export function setConnectorSettings(
  db: DataSource,
  secret: string,
  actor: Actor,
  change: SettingsChange,
): Promise<{ connector: string } | Refusal> {
  return inTransaction(db, async ({ manager, client }) => {
    const connector = await manager.findOne(Connector, {
      where: { key: change.connector },
      lock: { mode: 'pessimistic_write' },
    });
    if (!connector) return refuse('CONNECTOR_NOT_FOUND');
    const schema = connector.settingsSchema as SettingsSchema;
    const problems = findProblems(schema, change.settings);
    if (problems.length > 0) return refuse('CONNECTOR_SETTINGS_INVALID', problems.join('; '));
    const isSecret = (name: string) => schema.properties?.[name]?.writeOnly === true;
    const place = placeOf(connector.key);
    const secrets = readSecrets(secret, connector);
    const settings = { ...(connector.settings as Values | null) };
    for (const [name, value] of Object.entries(change.settings)) {
      const target = isSecret(name) ? secrets : settings;
      if (value === null) delete target[name];
      else target[name] = value;
    }
    const sealed = Object.keys(secrets).length === 0 ? null : seal(secret, place, JSON.stringify(secrets));
    await client.query(
      `update connector set settings = $2, sealed_secrets = $3, settings_version = settings_version + 1,
         settings_problem = null where key = $1`,
      [connector.key, settings, sealed],
    );
    await insertAuditEntry(client, {
      actor,
      action: 'connector.set',
      subject: `connector:${connector.key}`,
      detail: { settings: Object.keys(change.settings).sort().join(',') },
    });
    return { connector: connector.key };
  });
}

const placeOf = (key: string) => `connector:${key}`;

/** The secrets that are stored. @throws Unsealable under another HUB_SECRET. */
export function readSecrets(
  secret: string,
  stored: { readonly key: string; readonly sealedSecrets: Buffer | null },
): Values {
  if (stored.sealedSecrets === null) return {};
  return JSON.parse(unseal(secret, placeOf(stored.key), stored.sealedSecrets)) as Values;
}

/** Names and reasons, never the values: one of them may be a secret put into the wrong field. */
function findProblems(schema: SettingsSchema, given: Values): string[] {
  // What is missing here may come from the environment; the worker that opens the connector sees the whole.
  const optional = { ...schema, required: [] };
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const parsed = z.fromJSONSchema(optional as Parameters<typeof z.fromJSONSchema>[0]).safeParse(values);
  const unknown = Object.keys(given).filter((name) => !schema.properties?.[name]);
  const wrong = parsed.success ? [] : parsed.error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  return [
    ...unknown.map((name) => `${name.slice(0, 40)}: unknown`),
    ...wrong.map(({ path, code }) => `${path.join('.')}: ${code}`),
  ];
}
