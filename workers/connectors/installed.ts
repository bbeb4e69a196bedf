/** The connectors of one worker as they are set up now: opened at start, and anew when an administrator changes a setting. */
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import {
  listConnectorSettings,
  type ConnectorSettingsRow,
} from '../../src/db/queries/list-connector-settings';
import { type Log } from '../../src/log';
import { noteSettingsProblem } from '../../src/services/sources/note-connector-health';
import { readSecrets } from '../../src/services/sources/set-connector-settings';
import { type ConnectorSpec } from './contract';
import { codeOfFailure, ConnectorUnusable, SourceRejected } from './errors';
import { openConnector, type OpenConnector } from './open-connector';

/** Settings by connector id, as the configuration hands them over; what is stored goes before them. */
export type ConnectorSettings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Installed {
  readonly spec: ConnectorSpec;
  version: number | null;
  open: OpenConnector | null;
}

export interface InstallOptions {
  readonly db: DataSource;
  readonly log: Log;
  readonly fromConfig: ConnectorSettings;
  /** The hub's secret; asked for only when there are secrets to open. */
  readonly getSecret: () => string;
}

/** The service code under which settings are tried out. */
const CHECK_PURPOSE = 'KIEM-TRA-KET-NOI';

export class InstalledConnectors {
  private readonly installed: Map<string, Installed>;
  private readonly closed = new AbortController();

  constructor(
    specs: readonly ConnectorSpec[],
    private readonly options: InstallOptions,
  ) {
    this.installed = new Map(specs.map((spec) => [spec.id, { spec, version: null, open: null }]));
  }

  /** @throws ConnectorUnusable when it is not installed in this worker, or set up wrongly. */
  get(key: string): OpenConnector {
    const found = this.installed.get(key);
    if (!found) throw new ConnectorUnusable('CONNECTOR_NOT_INSTALLED');
    if (!found.open) throw new ConnectorUnusable('CONNECTOR_SETTINGS_INVALID');
    return found.open;
  }

  opened(): OpenConnector[] {
    return [...this.installed.values()].flatMap(({ open }) => (open ? [open] : []));
  }

  /** Opens what is new or changed. What is set up wrongly is noted and left out; the others are not touched. */
  async refresh(): Promise<void> {
    for (const stored of await listConnectorSettings(this.options.db)) {
      const one = this.installed.get(stored.key);
      if (!one || one.version === stored.version || this.closed.signal.aborted) continue;
      const before = one.open;
      const problem = this.reopen(one, stored);
      one.version = stored.version;
      const { db } = this.options;
      await noteSettingsProblem(db, { key: stored.key, version: stored.version, problem });
      // Calls that are under way on the old connections fail as a cut line does, and their chunks ask again.
      await before?.connector.close();
      if (one.open) void this.tryOut(one.open, stored);
    }
  }

  private reopen(one: Installed, stored: ConnectorSettingsRow): string | null {
    const { log, fromConfig, getSecret } = this.options;
    one.open = null;
    try {
      const secrets = stored.sealedSecrets === null ? {} : readSecrets(getSecret(), stored);
      one.open = openConnector(one.spec, { ...fromConfig[stored.key], ...stored.settings, ...secrets });
      return null;
    } catch (error) {
      log.error({ err: error, connector: stored.key }, 'a connector cannot be opened as it is set up');
      return 'CONNECTOR_SETTINGS_INVALID';
    }
  }

  /** Asks the source one question about nobody, so that a wrong account is seen before a run needs it. */
  private async tryOut({ connector, spec }: OpenConnector, { version }: ConnectorSettingsRow): Promise<void> {
    const { db, log } = this.options;
    const { signal } = this.closed;
    const context = { purpose: CHECK_PURPOSE, correlationId: `check-${randomUUID()}`, signal };
    try {
      await connector.check(context);
    } catch (error) {
      // A source that is away says nothing about the settings; its health does.
      if (!(error instanceof SourceRejected) || signal.aborted) return;
      log.warn({ err: error, connector: spec.id }, 'the source refuses the connector as it is set up');
      await noteSettingsProblem(db, { key: spec.id, version, problem: codeOfFailure(error) }).catch(() => {});
    }
  }

  async close(): Promise<void> {
    this.closed.abort();
    await Promise.all(this.opened().map(({ connector }) => connector.close()));
  }
}
