/** Lists the API keys: who may do what, and until when. Never the keys themselves, which nobody can read again. */
import { type DataSource } from 'typeorm';
import { type Role } from '../../domain/actor';

export interface ApiKeyRow {
  readonly id: string;
  readonly label: string;
  /** The first characters of the key, by which its holder recognises it. */
  readonly prefix: string;
  readonly role: Role;
  readonly localityCode: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export function listApiKeys(db: DataSource): Promise<ApiKeyRow[]> {
  return db.query(
    `select id, label, prefix, role, locality_code as "localityCode", created_at as "createdAt",
       expires_at as "expiresAt", revoked_at as "revokedAt"
     from api_key order by created_at, id`,
  );
}
