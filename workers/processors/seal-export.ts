/** Measures a file that a finished run offers: its size and checksum are what every later download will have. */
import { createHash } from 'node:crypto';
import { openExport } from '../../src/db/queries/open-export';
import { type ArtifactNote } from '../../src/services/store-artifact';
import { type WorkContext } from './processor';

export async function measureExport(
  runId: string,
  name: string,
  context: WorkContext,
): Promise<ArtifactNote> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of await openExport(context.db, runId, name)) {
    context.signal.throwIfAborted();
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { runId, name, bytes, sha256: hash.digest('hex') };
}
