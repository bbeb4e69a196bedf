/** How many keys that lie in a file of the sandbox still open anything. */
import { type DataSource } from 'typeorm';

export async function countSandboxKeys(db: DataSource, label: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from api_key
     where starts_with(label, $1 || ' ') and revoked_at is null
       and (expires_at is null or expires_at > clock_timestamp())`,
    [label],
  );
  return row?.count ?? 0;
}
