/** Takes a small file that its owner sent: one that is read whole, and whose bytes are not kept once it is applied. */
import { type PoolClient } from 'pg';
import { Role, type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';

/** A file of observations or a matrix is far smaller; a file of residents is not meant for this. */
const LARGEST_BYTES = 10 * 1024 * 1024;

/** `keep` leaves it for another time: what a dry run needs. */
export async function takeSmallUpload(
  client: PoolClient,
  actor: Actor,
  uploadId: string,
  options: { readonly keep: boolean },
): Promise<Buffer | Refusal> {
  const found = await client.query<{ state: string; received: string | null; owner: string }>(
    `select state, received_bytes as received, created_by_id as owner from upload where id = $1 for update`,
    [uploadId],
  );
  const [upload] = found.rows;
  if (!upload || (upload.owner !== actor.keyId && actor.role !== Role.ADMIN))
    return refuse('UPLOAD_NOT_FOUND');
  if (upload.state === 'IMPORTED') return refuse('UPLOAD_ALREADY_USED');
  if (upload.state === 'ANNOUNCED') return refuse('UPLOAD_INCOMPLETE');
  if (Number(upload.received) > LARGEST_BYTES) return refuse('FILE_TOO_LARGE');
  const parts = await client.query<{ bytes: Buffer }>(
    'select bytes from upload_part where upload_id = $1 order by no',
    [uploadId],
  );
  if (!options.keep) {
    await client.query(`update upload set state = 'IMPORTED' where id = $1`, [uploadId]);
    await client.query('delete from upload_part where upload_id = $1', [uploadId]);
  }
  return Buffer.concat(parts.rows.map((part) => part.bytes));
}
