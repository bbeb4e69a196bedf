/** Writes what a linkage found as CSV: the pairs with weight, posterior and parts, and the cluster of each row. No personal value. */
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { type LinkageResult } from '../../domain/linkage/link-rows';
import { clusterLine, clusterHeader, pairHeader, pairLine } from '../../domain/linkage/linkage-csv';
import { saveWhole } from '../save-whole';
import { type ReadFile } from './read-rows';

const PIECE_CHARACTERS = 256 * 1_024;

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

function writeLines(path: string, lines: () => Iterable<string>): Promise<void> {
  return saveWhole(path, inPieces(lines()));
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < PIECE_CHARACTERS) continue;
    yield text;
    text = '';
  }
  yield text;
}
