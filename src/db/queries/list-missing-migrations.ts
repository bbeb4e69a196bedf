/** Which of this version's migrations the database has not seen yet. */
import { type DataSource } from 'typeorm';

/** @throws when the database cannot be reached or was never migrated. */
export async function listMissingMigrations(db: DataSource): Promise<string[]> {
  const applied = await db.query<{ name: string }[]>('select name from schema_migration');
  const seen = new Set(applied.map((row) => row.name));
  return db.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .filter((name) => !seen.has(name));
}
