/** Measures the files that a finished run offers: their sizes and checksums are what every later download will have. */
import { createHash } from 'node:crypto';
import { openExport } from '../../src/db/queries/open-export';
import { MANIFEST, writeManifest } from '../../src/db/queries/write-manifest';
import { type ArtifactNote } from '../../src/services/runs/store-artifact';
import { type WorkContext } from './processor';

/** The files by name, and the manifest that lists them. */
export async function measureExports(
  runId: string,
  names: readonly string[],
  context: WorkContext,
): Promise<ArtifactNote[]> {
  const notes = await Promise.all(names.map((name) => measureExport(runId, name, context)));
  if (notes.length === 0) return notes;
  const manifest = Buffer.from(await writeManifest(context.db, runId, notes));
  const sha256 = createHash('sha256').update(manifest).digest('hex');
  return [...notes, { runId, name: MANIFEST, bytes: manifest.length, sha256 }];
}

async function measureExport(runId: string, name: string, context: WorkContext): Promise<ArtifactNote> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of await openExport(context.db, runId, name)) {
    context.signal.throwIfAborted();
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { runId, name, bytes, sha256: hash.digest('hex') };
}
