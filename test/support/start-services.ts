/** Before the integration suite: one PostgreSQL with a migrated template database, and one Redis where there is one. */
import 'reflect-metadata';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, startEmbeddedPostgres } from '../../src/cli/postgres/embedded-postgres';
import { migrateDatabase } from '../../src/cli/migrate-database';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/log';
import { services } from './services';

export default async function startServices(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-test-'));
  const postgres = await startEmbeddedPostgres({
    folder,
    database: 'hub06_template',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  services.folder = folder;
  services.stopPostgres = () => postgres.stop('immediate');
  process.env.HUB_TEST_DATABASE_URL = postgres.url;
  // Production mode: the template holds tables and reference data, and no keys.
  const config = readConfig({ NODE_ENV: 'test', HUB_MODE: 'production', HUB_SECRET: 'x'.repeat(32) });
  const log = createLog({ process: 'test', level: 'silent' });
  await migrateDatabase({ ...config, databaseUrl: postgres.url }, log);
  await startRedis(folder);
}

/** Redis is optional on a developer's machine, never in CI: there a missing server is a failure, not a skip. */
async function startRedis(folder: string): Promise<void> {
  const found = spawnSync('redis-server', ['--version']).status === 0;
  if (!found) {
    if (process.env.CI)
      throw new Error('redis-server is missing, and in CI no test may be skipped for want of it.');
    process.stderr.write(
      '\n!!! redis-server is not installed: every test of the Redis back end is SKIPPED.\n\n',
    );
    return;
  }
  const port = await findFreePort();
  services.redis = spawn(
    'redis-server',
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder, '--databases', '64'],
    { stdio: 'ignore' },
  );
  process.env.HUB_TEST_REDIS_URL = `redis://127.0.0.1:${port}`;
}
