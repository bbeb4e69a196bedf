/** Writes a file that appears only when it is whole. Results hold residents' data: only their owner may read them. */
import { accessSync, constants, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ExitCode } from './exit-codes';
import { Failure } from './failure';

/** @throws Failure when the result could not be written there: better before an hour's run than after it. */
export function checkWritable(out: string): void {
  try {
    accessSync(dirname(resolve(out)), constants.W_OK);
  } catch {
    throw new Failure(ExitCode.USAGE, {
      vi: `Không ghi được kết quả vào ${out}: thư mục không tồn tại hoặc không cho ghi.`,
      en: `The result cannot be written to ${out}: the folder is missing or not writable.`,
    });
  }
}

/** What breaks in `bytes` or on the disk is thrown as it is, and leaves nothing behind. */
export async function saveWhole(
  path: string,
  bytes: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const draft = `${path}.part`;
  try {
    await pipeline(bytes, createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
