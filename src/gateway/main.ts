/** Starts and stops a gateway: database, queue, secret and server, each opened in order and closed in the opposite one. */
import 'reflect-metadata';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type DataSource } from 'typeorm';
import { type Config } from '../config';
import { openDatabase } from '../db/data-source';
import { countSandboxKeys } from '../db/queries/count-sandbox-keys';
import { listMissingMigrations } from '../db/queries/list-missing-migrations';
import { openDoorbell } from '../jobs/backend';
import { createLog, type Log } from '../log';
import { getVersion } from '../project-root';
import { ensureSandboxKeys, SANDBOX_LABEL } from '../services/keys/ensure-sandbox-keys';
import { getHubSecret } from '../services/keys/hub-secret';
import { createAuthenticate } from './authenticate';
import { type Hub } from './context';
import { createFindForm } from './matrix-forms';
import { openFeeds } from './feeds';
import { createGatewayServer } from './server';

export interface Running {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  close(): Promise<void>;
}

/** Files on their way at once; each holds a connection. */
const FILES_AT_ONCE = 6;
/** People wait for these; a query that takes longer is not worth waiting for. */
const STATEMENT_MS = 15_000;
/** A gibibyte over a slow line. */
const FILE_STATEMENT_MS = 3_600_000;

/** Opens everything and listens; it never migrates. @throws Error whose sentence says what to do. */
export async function runGateway(config: Config): Promise<Running> {
  const log = createLog({ process: 'gateway', level: config.logLevel });
  const opened: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) {
      await close().catch((error: unknown) => log.warn({ err: error }, 'something did not close cleanly'));
    }
  };
  try {
    const { databaseUrl } = config;
    if (!databaseUrl) throw new Error('DATABASE_URL is missing: the gateway needs to know its database.');
    const connect = async (
      name: string,
      poolSize: number,
      statementTimeoutMs: number,
    ): Promise<DataSource> => {
      const db = await openDatabase({
        url: databaseUrl,
        applicationName: name,
        poolSize,
        statementTimeoutMs,
        log,
      });
      opened.push(() => db.destroy());
      return db;
    };
    const db = await connect('hub06-gateway', 10, STATEMENT_MS);
    const files = await connect('hub06-gateway-files', FILES_AT_ONCE, FILE_STATEMENT_MS);
    await requireFitDatabase(db, config);
    const queue = openDoorbell({ databaseUrl, redisUrl: config.redisUrl }, log);
    opened.push(() => queue.close());
    const secret = getHubSecret(config);
    const authenticate = createAuthenticate(db, secret);
    const feeds = openFeeds(db, log);
    const hub: Hub = {
      config,
      version: getVersion(),
      secret,
      db,
      queue,
      log,
      authenticate,
      feeds,
      findForm: createFindForm(db),
    };
    const server = await createGatewayServer(hub, { db: files, places: FILES_AT_ONCE });
    opened.push(() => server.close());
    const url = await listen(server.http, config, log);
    return { url, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function requireFitDatabase(db: DataSource, config: Config): Promise<void> {
  const missing = await listMissingMigrations(db).catch(() => null);
  if (missing === null || missing.length > 0) {
    throw new Error('The database is not up to date: run `hub06 migrate`, then start the gateway again.');
  }
  if (config.mode === 'sandbox') await ensureSandboxKeys(db, config);
  else if ((await countSandboxKeys(db, SANDBOX_LABEL)) > 0) {
    throw new Error(
      'The keys of the sandbox still open this database, and production mode does not start with them. ' +
        `Revoke them: hub06 keys ls, then hub06 keys revoke <id> for each that is labelled "${SANDBOX_LABEL} …".`,
    );
  }
}

function listen(http: Server, config: Config, log: Log): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(`Port ${config.port} is taken: stop what runs there, or set PORT to another.`)
          : error,
      );
    });
    http.listen(config.port, config.host, () => {
      const { port } = http.address() as AddressInfo;
      const host = config.host.includes(':') ? `[${config.host}]` : config.host;
      log.info({ port }, 'the gateway listens');
      resolve(`http://${host}:${port}`);
    });
  });
}
