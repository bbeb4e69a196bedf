/** Brings the database to the state that this version needs: tables, queue, reference data and the sandbox's keys. */
import { openDatabase } from '../db/data-source';
import { prepareQueue } from '../jobs/backend';
import { type Log } from '../log';
import { ensureSandboxKeys } from '../services/keys/ensure-sandbox-keys';
import { seedReferenceData } from '../services/reference/seed-reference-data';
import { seedSchedules } from '../services/sources/seed-schedules';
import { type ConfigWithDatabase } from './with-database';

/** Any number will do, as long as nothing else of the hub uses it. */
const MIGRATION_LOCK = 604_206;

/** Does all of it under one lock, so that many may start together. Gives the names of the migrations that it ran. */
export async function migrateDatabase(config: ConfigWithDatabase, log: Log): Promise<string[]> {
  const db = await openDatabase({
    url: config.databaseUrl,
    applicationName: 'hub06-migrate',
    poolSize: 4,
    // Rewriting a big table takes as long as it takes.
    statementTimeoutMs: 0,
    log,
  });
  const holder = db.createQueryRunner();
  try {
    // The usual patience of 5 s is for rows; here another start may be rewriting tables.
    await holder.query('set lock_timeout = 0');
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await db.runMigrations({ transaction: 'each' });
    await prepareQueue(config, log);
    await seedReferenceData(db);
    if (config.mode === 'sandbox') {
      await ensureSandboxKeys(db, config);
      await seedSchedules(db);
    }
    return applied.map((migration) => migration.name);
  } finally {
    // Ending the session would free the lock too, but a pooled session would keep it.
    await holder.query('select pg_advisory_unlock_all()').catch(() => {});
    await holder.release();
    await db.destroy();
  }
}
