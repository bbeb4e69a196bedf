/** Any range of the bytes of an upload, read out of its parts: for formats that are not read from the front. */

type Ask = <Row extends object>(sql: string, parameters: unknown[]) => Promise<Row[]>;

export interface UploadBytes {
  readonly size: number;
  read(start: number, end: number): AsyncIterable<Buffer>;
}

/** `ask` runs a statement, in whatever transaction the caller is. */
export async function openUploadBytes(ask: Ask, uploadId: string): Promise<UploadBytes> {
  const parts = await ask<{ no: number; bytes: number }>(
    'select no, octet_length(bytes) as bytes from upload_part where upload_id = $1 order by no',
    [uploadId],
  );
  const starts: number[] = [];
  let size = 0;
  for (const { bytes } of parts) {
    starts.push(size);
    size += bytes;
  }
  const read = async function* (start: number, end: number): AsyncGenerator<Buffer> {
    for (const [index, { no, bytes }] of parts.entries()) {
      const begin = starts[index]!;
      if (begin + bytes <= start || begin >= end) continue;
      const [from, to] = [Math.max(start, begin) - begin, Math.min(end, begin + bytes) - begin];
      const [slice] = await ask<{ bytes: Buffer }>(
        'select substring(bytes from $3 for $4) as bytes from upload_part where upload_id = $1 and no = $2',
        [uploadId, no, from + 1, to - from],
      );
      if (slice) yield slice.bytes;
    }
  };
  return { size, read };
}
