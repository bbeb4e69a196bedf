/** Proves the migrations: empty → up → entities and tables agree → down → up, on a database of its own. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/cli/postgres/embedded-postgres';
import { createDataSource } from '../src/db/data-source';

async function check(url: string): Promise<void> {
  const db = await createDataSource({ url, applicationName: 'hub06-migrations-check' }).initialize();
  try {
    const applied = await db.runMigrations();
    const pending = (await db.driver.createSchemaBuilder().log()).upQueries.map((query) => query.query);
    if (pending.length > 0) {
      throw new Error(`The entities and the migrations differ; missing:\n${pending.join(';\n')}`);
    }
    for (let left = applied.length; left > 0; left -= 1) await db.undoLastMigration();
    const left = await db.query<{ count: string }[]>(
      `select count(*) from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
    );
    if (left[0]?.count !== '0')
      throw new Error(`After all migrations went back, ${left[0]?.count} tables are left.`);
    await db.runMigrations();
    process.stdout.write(
      `migrations: ${applied.length} up, no difference, ${applied.length} down, up again\n`,
    );
  } finally {
    await db.destroy();
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-migrations-'));
  const postgres = await startEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  try {
    await check(postgres.url);
  } finally {
    await postgres.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
