/** Reads the bytes of an upload part by part, so that a file is never whole in memory. */
import { type DataSource } from 'typeorm';

export async function* readUploadParts(db: DataSource, uploadId: string): AsyncGenerator<Buffer> {
  for (let no = 0; ; no += 1) {
    const [part] = await db.query<{ bytes: Buffer }[]>(
      'select bytes from upload_part where upload_id = $1 and no = $2',
      [uploadId, no],
    );
    if (!part) return;
    yield part.bytes;
  }
}
