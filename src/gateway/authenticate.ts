/** Finds out whose key a request carries: its keyed hash is looked up, and the answer kept for a few seconds. */
import { type DataSource } from 'typeorm';
import { findApiKey, type KeyHolder } from '../db/queries/find-api-key';
import { hashApiKey } from '../services/keys/hub-secret';

/** How long a revoked key may still be taken for good. */
const KEPT_MS = 5_000;
const MOST_KEPT = 1_000;
const LONGEST_KEY = 200;

/** Null: no such key, or it is revoked or expired. */
export type Authenticate = (key: string | null) => Promise<KeyHolder | null>;

export function createAuthenticate(db: DataSource, secret: string): Authenticate {
  const kept = new Map<string, { readonly holder: Promise<KeyHolder | null>; readonly until: number }>();
  return (key) => {
    if (!key || key.length > LONGEST_KEY) return Promise.resolve(null);
    const hash = hashApiKey(secret, key);
    const id = hash.toString('base64');
    const known = kept.get(id);
    if (known && known.until > Date.now()) return known.holder;
    // Whoever tries many keys empties the memory of good ones too; that costs a query, not a wrong answer.
    if (kept.size >= MOST_KEPT) kept.clear();
    const holder = findApiKey(db, hash);
    kept.set(id, { holder, until: Date.now() + KEPT_MS });
    holder.catch(() => kept.delete(id));
    return holder;
  };
}

/** The key in an Authorization header, or null where there is none. */
export function readBearer(header: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null;
}
