/** Asks whether a chunk has lost a holder: it may be what kills them. */
import { type DataSource } from 'typeorm';

export async function isSuspectedChunk(
  db: DataSource,
  { runId, no }: { readonly runId: string; readonly no: number },
): Promise<boolean> {
  const rows = await db.query<{ suspected: boolean }[]>(
    `select crashes > 0 or state = 'LEASED' and lease_until < clock_timestamp() as suspected
     from chunk where run_id = $1 and no = $2`,
    [runId, no],
  );
  return rows[0]?.suspected ?? false;
}
