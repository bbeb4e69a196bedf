/** Measures the files that a finished run offers: their sizes and checksums are what every later download will have. */
import { createHash } from 'node:crypto';
import { failuresIn, writeVerdicts } from '../../src/db/queries/copy-verdicts-out';
import { ExportName, getRunToExport, openExport } from '../../src/db/queries/open-export';
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
  return withManifest(runId, notes, context);
}

/** The two files of a verification in one pass over its rows, and the manifest: one file is a part of the other. */
export async function measureVerdicts(runId: string, context: WorkContext): Promise<ArtifactNote[]> {
  const run = await getRunToExport(context.db, runId);
  const [verdicts, failures] = [new Measure(), new Measure()];
  for await (const lines of writeVerdicts(context.db, run)) {
    context.signal.throwIfAborted();
    verdicts.add(lines);
    for (const piece of failuresIn(lines, run)) failures.add(piece);
  }
  const notes = [
    { runId, name: ExportName.VERDICTS, ...verdicts.read() },
    { runId, name: ExportName.FAILURES, ...failures.read() },
  ];
  return withManifest(runId, notes, context);
}

async function measureExport(runId: string, name: string, context: WorkContext): Promise<ArtifactNote> {
  const measure = new Measure();
  for await (const piece of await openExport(context.db, runId, name)) {
    context.signal.throwIfAborted();
    measure.add(piece as Buffer);
  }
  return { runId, name, ...measure.read() };
}

async function withManifest(
  runId: string,
  notes: ArtifactNote[],
  context: WorkContext,
): Promise<ArtifactNote[]> {
  if (notes.length === 0) return notes;
  const manifest = new Measure();
  manifest.add(Buffer.from(await writeManifest(context.db, runId, notes)));
  return [...notes, { runId, name: MANIFEST, ...manifest.read() }];
}

class Measure {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  add(piece: Buffer): void {
    this.hash.update(piece);
    this.bytes += piece.length;
  }

  /** To be read once. */
  read(): Pick<ArtifactNote, 'bytes' | 'sha256'> {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
