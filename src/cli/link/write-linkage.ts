/** Writes what a linkage found as CSV: the pairs with weight, posterior and parts, and the cluster of each row. No personal value. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { type LinkageResult } from '../../domain/linkage/link-rows';
import { clusterLine, clusterHeader, pairHeader, pairLine } from '../../domain/linkage/linkage-csv';
import { type ReadFile } from './read-rows';

const WRITE_AT_CHARACTERS = 256 * 1_024;

/** Pairs in the order in which they were found; rows are named by the line of their file. */
export function writePairs(
  path: string,
  model: LinkageModel,
  result: LinkageResult,
  files: readonly ReadFile[],
): Promise<void> {
  const place = placeOf(files);
  return writeLines(path, function* () {
    yield pairHeader(model);
    for (let index = 0; index < result.pairs.count; index++) {
      const pair = result.explain(index);
      yield pairLine(pair, place(pair.left), place(pair.right));
    }
  });
}

/** Every row of every file, in source order; a row that is linked to nobody is a cluster of one. */
export function writeClusters(
  path: string,
  result: LinkageResult,
  files: readonly ReadFile[],
): Promise<void> {
  const { clusterOf } = result.clusters;
  const place = placeOf(files);
  const sizes = new Uint32Array(clusterOf.length);
  for (const cluster of clusterOf) sizes[cluster]!++;
  return writeLines(path, function* () {
    yield clusterHeader();
    for (let row = 0; row < clusterOf.length; row++) {
      yield clusterLine(place(row), clusterOf[row]! + 1, sizes[clusterOf[row]!]!);
    }
  });
}

function placeOf(files: readonly ReadFile[]): (row: number) => { file: number; line: number } {
  const firstRows = files[0]!.accepted;
  return (row) =>
    row < firstRows
      ? { file: 1, line: files[0]!.lineOfRow[row]! }
      : { file: 2, line: files[1]!.lineOfRow[row - firstRows]! };
}

/** The file appears only when it is whole; only its owner may read it. */
async function writeLines(path: string, lines: () => Iterable<string>): Promise<void> {
  const draft = `${path}.part`;
  const out = createWriteStream(draft, { mode: 0o600 });
  try {
    let text = '';
    for (const line of lines()) {
      text += `${line}\n`;
      if (text.length < WRITE_AT_CHARACTERS) continue;
      await write(out, text);
      text = '';
    }
    out.end(text);
    await finished(out);
    await rename(draft, path);
  } catch (error) {
    out.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function write(out: WriteStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
