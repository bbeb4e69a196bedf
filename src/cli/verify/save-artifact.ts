/** Brings a result file from the hub to disk, and keeps it only when every byte is the one that the hub sealed. */
import { createHash } from 'node:crypto';
import { accessSync, constants, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { explainNetwork, send, type HubAddress } from '../hub/hub-client';

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

/** Streams the artifact to `out`, which appears only when it is whole. */
export async function saveArtifact(
  hub: HubAddress,
  artifact: { readonly url: string; readonly sha256: string },
  out: string,
): Promise<void> {
  const draft = `${out}.part`;
  const hash = createHash('sha256');
  const answer = await send(hub, artifact.url, { method: 'GET' });
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    // Residents' data: only their owner may read it.
    await pipeline(answer.body, hashing, createWriteStream(draft, { mode: 0o600 }));
    if (hash.digest('hex') !== artifact.sha256.toLowerCase()) throw damaged(out);
    await rename(draft, out);
  } catch (error) {
    await rm(draft, { force: true });
    throw explainNetwork(error, hub.url);
  }
}

function damaged(out: string): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Tệp kết quả nhận được không khớp SHA-256 nên không ghi ra ${out}. Hãy tải lại.`,
    en: `The result arrived with a wrong SHA-256 and was not written to ${out}. Fetch it again.`,
  });
}
