/** The hub's connection to PostgreSQL: one pool a process, every table known to it, no query ever logged with its values. */
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { type Log } from '../log';
import { ENTITIES } from './entities';
import { SnakeNaming } from './snake-naming';

export interface DatabaseOptions {
  readonly url: string;
  /** Named in pg_stat_activity, so that an operator sees who holds what. */
  readonly applicationName: string;
  readonly poolSize?: number;
  /** Milliseconds that one statement may take: short for people who wait, long for workers. */
  readonly statementTimeoutMs?: number;
  readonly log?: Log;
}

/** Describes the connection without opening it. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    entities: ENTITIES,
    migrations: [join(__dirname, '..', '..', 'migrations', '[0-9]*-*.{js,ts}')],
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNaming(),
    // An idle connection that PostgreSQL drops is replaced by the pool; it must not take the process down.
    poolErrorHandler: (error: unknown) =>
      options.log?.warn({ err: error }, 'an idle database connection was lost'),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: false,
    extra: {
      max: options.poolSize ?? 8,
      connectionTimeoutMillis: 2_000,
      statement_timeout: options.statementTimeoutMs ?? 60_000,
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 5_000,
    },
  });
}

/** Opens the connection and refuses a database that cannot hold Vietnamese names. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const db = await createDataSource(options).initialize();
  const [row] = await db.query<{ server_encoding: string }[]>('show server_encoding');
  if (row?.server_encoding !== 'UTF8') {
    await db.destroy();
    throw new Error(
      `The database's encoding is ${row?.server_encoding ?? 'unknown'}; create it anew with encoding UTF8.`,
    );
  }
  return db;
}
