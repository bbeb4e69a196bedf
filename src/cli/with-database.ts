/** Settles which database a part works on: DATABASE_URL, or the PostgreSQL of the hub that runs on the data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config } from '../config';
import { ExitCode } from './exit-codes';
import { Failure } from './failure';
import { connectionString, DATABASE_USER } from './postgres/connection-string';
import { findPostmaster } from './postgres/postmaster';

export type ConfigWithDatabase = Config & { readonly databaseUrl: string };

/** @throws Failure when neither is there. */
export function withDatabase(config: Config): ConfigWithDatabase {
  const databaseUrl = config.databaseUrl ?? findEmbeddedUrl(config.dataDir);
  if (databaseUrl) return { ...config, databaseUrl };
  throw new Failure(ExitCode.SETTINGS, {
    vi: `Chưa có cơ sở dữ liệu: hãy đặt DATABASE_URL, hoặc chạy "npm start" để hub tự mở PostgreSQL trong ${config.dataDir}.`,
    en: `There is no database: set DATABASE_URL, or run "npm start", which opens a PostgreSQL in ${config.dataDir}.`,
  });
}

/** So that a second worker can be started beside a running hub without any setting. */
export function findEmbeddedUrl(dataDir: string): string | null {
  const root = join(dataDir, 'postgres');
  try {
    const postmaster = findPostmaster(join(root, 'data'));
    const password = readFileSync(join(root, 'postgres-password'), 'utf8').trim();
    return postmaster?.ready ? connectionString(postmaster.port, password, DATABASE_USER) : null;
  } catch {
    return null;
  }
}
