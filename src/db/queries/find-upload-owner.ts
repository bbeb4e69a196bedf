/** Which key announced an upload. */
import { type DataSource } from 'typeorm';

export async function findUploadOwner(db: DataSource, uploadId: string): Promise<string | null> {
  const [row] = await db.query<{ owner: string }[]>(
    'select created_by_id as owner from upload where id = $1',
    [uploadId],
  );
  return row?.owner ?? null;
}
