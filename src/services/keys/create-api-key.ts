/** Makes an API key: shown to the caller once, stored as a keyed hash. */
import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Role } from '../../domain/actor';
import { hashApiKey } from './hub-secret';

export interface NewApiKey {
  readonly label: string;
  readonly role: Role;
  /** Null means the whole nation. */
  readonly localityCode: string | null;
  readonly expiresAt?: Date;
  /** Absent when the operator of the machine makes it. */
  readonly madeBy?: Pick<Actor, 'keyId' | 'requestId'>;
}

/** Returns the key itself, 256 random bits behind a prefix that tells its role. It cannot be read again later. */
export async function createApiKey(
  db: DataSource | EntityManager,
  secret: string,
  wanted: NewApiKey,
): Promise<{ id: string; key: string }> {
  const key = `hub06_${wanted.role.toLowerCase()}_${randomBytes(32).toString('base64url')}`;
  const id = await storeApiKey(db, secret, key, wanted);
  return { id, key };
}

/** Stores a key that is known already; one that is stored keeps its row. Returns the row's id. */
export async function storeApiKey(
  db: DataSource | EntityManager,
  secret: string,
  key: string,
  wanted: NewApiKey,
): Promise<string> {
  const prefixLength = key.indexOf('_', 'hub06_'.length) + 7;
  const rows = await db.query<{ id: string }[]>(
    `with made as (
       insert into api_key (label, prefix, hash, role, locality_code, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (hash) do nothing returning id, label, prefix, role, locality_code
     ), told as (
       insert into audit_entry (action, subject, detail, actor_id, request_id)
       select 'API_KEY_CREATED', 'api_key:' || id, jsonb_build_object('label', label, 'role', role), $7, $8 from made
     )
     select id from made union all select id from api_key where hash = $3 limit 1`,
    [
      wanted.label,
      key.slice(0, prefixLength),
      hashApiKey(secret, key),
      wanted.role,
      wanted.localityCode,
      wanted.expiresAt ?? null,
      wanted.madeBy?.keyId ?? null,
      wanted.madeBy?.requestId ?? null,
    ],
  );
  return rows[0]!.id;
}
