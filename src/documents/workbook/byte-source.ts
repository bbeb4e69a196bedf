/** Where the bytes of a workbook come from: any place that can give a range of them, so that no file is ever whole in memory. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` up to and without `end`. */
  read(start: number, end: number): AsyncIterable<Buffer>;
}

/** @throws Error of the file system */
export async function openFileBytes(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    read: (start, end) => createReadStream(path, { start, end: end - 1 }) as AsyncIterable<Buffer>,
  };
}

/** A source as the ZIP reader wants it. */
export class SourceReader extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end), { objectMode: false });
  }
}
