/** Speaks to the embedded PostgreSQL as its owner: is it ours, and does the hub's database exist. */
import { realpathSync } from 'node:fs';
import { Client } from 'pg';
import { connectionString } from './connection-string';

/** True when the server on this port knows our password and keeps its data in this folder. */
export async function answersFor(folder: string, port: number, password: string): Promise<boolean> {
  try {
    return await withClient(port, password, async (client) => {
      const shown = await client.query<{ data_directory: string }>('show data_directory');
      return realpathSync(shown.rows[0]?.data_directory ?? '') === realpathSync(folder);
    });
  } catch {
    return false;
  }
}

/** Makes the database where it is missing; two makers at once agree. @throws Error when it cannot hold Vietnamese text. */
export async function createDatabase(port: number, password: string, database: string): Promise<void> {
  await withClient(port, password, async (client) => {
    const found = await findEncoding(client, database);
    if (found === null) await client.query(createStatement(client, database)).catch(ignoreDuplicate);
    const encoding = found ?? (await findEncoding(client, database));
    if (encoding !== 'UTF8') {
      throw new Error(
        `The database "${database}" is encoded in ${encoding}; the hub needs UTF8. Drop it and start again.`,
      );
    }
  });
}

const createStatement = (client: Client, database: string) =>
  `create database ${client.escapeIdentifier(database)} encoding 'UTF8' template template0`;

async function findEncoding(client: Client, database: string): Promise<string | null> {
  const found = await client.query<{ encoding: string }>(
    'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = $1',
    [database],
  );
  return found.rows[0]?.encoding ?? null;
}

function ignoreDuplicate(error: Error & { code?: string }): void {
  // duplicate_database, or the unique violation that it turns into when both run at the same instant.
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}

async function withClient<T>(
  port: number,
  password: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: connectionString(port, password, 'postgres'),
    connectionTimeoutMillis: 3_000,
    query_timeout: 30_000,
  });
  // A server that goes away between two statements must not take this process down.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
