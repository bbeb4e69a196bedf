/** Finds the connectors: every folder beside this file is one. Adding a connector touches no other file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Connector, type ConnectorSpec } from './contract';
import { Guard } from './resilience';

export interface OpenConnector {
  readonly spec: ConnectorSpec;
  /** Every call goes through the guard. */
  readonly connector: Connector;
  readonly guard: Guard;
}

/** Settings by connector id, as the configuration hands them over. */
export type ConnectorSettings = Readonly<Record<string, unknown>>;

/** @throws Error naming the folder, when a folder is no connector or bears another's name. */
export function loadConnectorSpecs(root = __dirname): ConnectorSpec[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    // The folders are known only at run time; `import()` would make starting asynchronous for nothing.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const loaded = require(join(root, name)) as { connector?: ConnectorSpec };
    if (!loaded.connector) throw new Error(`The connector folder "${name}" exports no \`connector\`.`);
    if (loaded.connector.id !== name) {
      throw new Error(
        `The connector in folder "${name}" calls itself "${loaded.connector.id}"; make both the same.`,
      );
    }
    return loaded.connector;
  });
}

/** Opens every connector with its settings. @throws Error naming the connector and the setting that is wrong. */
export function openConnectors(
  specs: readonly ConnectorSpec[],
  settings: ConnectorSettings,
): OpenConnector[] {
  return specs.map((spec) => {
    const parsed = spec.settings.safeParse(settings[spec.id] ?? {});
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`The connector "${spec.id}" is set up wrongly: ${problems.join('; ')}`);
    }
    return guarded(spec, spec.open(parsed.data), new Guard(spec.limits));
  });
}

const HEARTBEAT_MS = 2_000;

function guarded(spec: ConnectorSpec, source: Connector, guard: Guard): OpenConnector {
  const connector: Connector = {
    lookup: (requests, context) =>
      guard.call(context.signal, (signal) => source.lookup(requests, { ...context, signal })),
    // Past the guard: it must tell whether the source is back while the breaker still holds calls off.
    heartbeat: (signal) => source.heartbeat(AbortSignal.any([signal, AbortSignal.timeout(HEARTBEAT_MS)])),
    close: () => source.close(),
  };
  return { spec, connector, guard };
}
