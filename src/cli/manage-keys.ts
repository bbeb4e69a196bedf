/** Makes, lists and revokes API keys straight in the database: how the first key of a production hub comes to be. */
import { type DataSource } from 'typeorm';
import { openDatabase } from '../db/data-source';
import { Locality } from '../db/entities/locality.entity';
import { listApiKeys, type ApiKeyRow } from '../db/queries/list-api-keys';
import { type Role } from '../domain/actor';
import { createApiKey } from '../services/keys/create-api-key';
import { getHubSecret } from '../services/keys/hub-secret';
import { revokeApiKey } from '../services/keys/revoke-api-key';
import { ExitCode } from './exit-codes';
import { Failure } from './failure';
import { type ConfigWithDatabase } from './with-database';

export interface WantedKey {
  readonly role: Role;
  readonly label: string;
  readonly locality?: string;
  readonly days?: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Returns the key, which can never be read again. @throws Failure for a locality that there is not. */
export function makeKey(config: ConfigWithDatabase, wanted: WantedKey, now: Date): Promise<string> {
  return withDataSource(config, async (db) => {
    await requireLocality(db, wanted.locality);
    const { key } = await createApiKey(db, getHubSecret(config), {
      label: wanted.label,
      role: wanted.role,
      localityCode: wanted.locality ?? null,
      ...(wanted.days ? { expiresAt: new Date(now.getTime() + wanted.days * DAY_MS) } : {}),
    });
    return key;
  });
}

export function readKeys(config: ConfigWithDatabase): Promise<ApiKeyRow[]> {
  return withDataSource(config, listApiKeys);
}

/** @throws Failure when there is no such key that still opens anything. */
export async function endKey(config: ConfigWithDatabase, id: string): Promise<void> {
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  if (known && (await withDataSource(config, (db) => revokeApiKey(db, null, id)))) return;
  throw new Failure(ExitCode.USAGE, {
    vi: 'Không có khóa đang dùng nào mang mã đó. Xem các mã bằng: hub06 keys ls',
    en: 'No key in use has that id. See the ids with: hub06 keys ls',
  });
}

async function requireLocality(db: DataSource, code: string | undefined): Promise<void> {
  if (code === undefined || (await db.manager.existsBy(Locality, { code }))) return;
  throw new Failure(ExitCode.USAGE, {
    vi: `Không có địa phương mã "${code}". Dùng VN hoặc mã tỉnh hai chữ số, ví dụ 01.`,
    en: `There is no locality with the code "${code}". Use VN or a province's code, such as 01.`,
  });
}

async function withDataSource<T>(
  config: ConfigWithDatabase,
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const db = await openDatabase({ url: config.databaseUrl, applicationName: 'hub06-keys' });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
