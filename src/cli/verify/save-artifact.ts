/** Brings a result file from the hub to disk, and keeps it only when every byte is the one that the hub sealed. */
import { createHash } from 'node:crypto';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { explainNetwork, send, type HubAddress } from '../hub/hub-client';
import { saveWhole } from '../save-whole';

/** Streams the artifact to `out`, which appears only when every byte is right. */
export async function saveArtifact(
  hub: HubAddress,
  artifact: { readonly url: string; readonly sha256: string },
  out: string,
): Promise<void> {
  const { body } = await send(hub, artifact.url, { method: 'GET' });
  await saveWhole(out, proved(body, artifact.sha256, out)).catch((error: unknown) => {
    throw explainNetwork(error, hub.url);
  });
}

async function* proved(body: AsyncIterable<Buffer>, sha256: string, out: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of body) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256.toLowerCase()) throw damaged(out);
}

function damaged(out: string): Failure {
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Tệp kết quả nhận được không khớp SHA-256 nên không ghi ra ${out}. Hãy tải lại.`,
    en: `The result arrived with a wrong SHA-256 and was not written to ${out}. Fetch it again.`,
  });
}
