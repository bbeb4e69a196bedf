/** A database of its own for each test file: a clone of the migrated template, made in a fraction of a second. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

const open: TestDatabase[] = [];

export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template hub06_template`);
  const url = new URL(templateUrl());
  url.pathname = `/${name}`;
  const database: TestDatabase = {
    url: url.href,
    name,
    drop: async () => {
      open.splice(open.indexOf(database), 1);
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
  open.push(database);
  return database;
}

/** Who is still connected to the databases of this file, by application name. */
export async function findLeakedSessions(): Promise<string[]> {
  const names = open.map((database) => database.name);
  if (names.length === 0) return [];
  const rows = await administer<{ application_name: string }>(
    'select application_name from pg_stat_activity where datname = any($1) and backend_type = $2',
    [names, 'client backend'],
  );
  return rows.map((row) => row.application_name || 'unnamed');
}

export async function dropAll(): Promise<void> {
  for (const database of [...open]) await database.drop();
}

function templateUrl(): string {
  const url = process.env.HUB_TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'The integration suite was not started: run it as `npx jest --selectProjects integration`.',
    );
  return url;
}

async function administer<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const url = new URL(templateUrl());
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href, application_name: 'hub06-test-admin' });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
