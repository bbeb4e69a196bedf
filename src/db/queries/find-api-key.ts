/** Who holds the key with this hash, if it still opens anything. */
import { type DataSource } from 'typeorm';
import { type Role } from '../../domain/actor';

export interface KeyHolder {
  readonly id: string;
  readonly role: Role;
  readonly localityCode: string | null;
  readonly prefix: string;
}

export async function findApiKey(db: DataSource, hash: Buffer): Promise<KeyHolder | null> {
  const [row] = await db.query<KeyHolder[]>(
    `select id, role, locality_code as "localityCode", prefix from api_key
     where hash = $1 and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`,
    [hash],
  );
  return row ?? null;
}
