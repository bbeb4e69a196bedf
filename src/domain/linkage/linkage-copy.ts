/** The rows of a linkage's result as the database takes them in: pairs and clusters, as lines of COPY's text format. */
import { type LinkageResult } from './link-rows';
import { type LinkageTable } from './linkage-table';

/** Letters gathered into one piece. */
const PIECE_LETTERS = 1 << 18;

/** Pairs in the order in which they were found, numbered from 1; rows are named by file (1, 2) and their number in it, from 1. */
export function* pairLines(runId: string, result: LinkageResult, table: LinkageTable): Generator<string> {
  let piece = '';
  for (let index = 0; index < result.pairs.count; index++) {
    const { left, right, decision, weightUnits, priorUnits, levels, units } = result.inUnits(index);
    piece += `${runId}\t${index + 1}\t${placeOf(left, table)}\t${placeOf(right, table)}\t${decision}\t`;
    piece += `${weightUnits}\t${priorUnits}\t{${levels.join(',')}}\t{${units.join(',')}}\n`;
    if (piece.length < PIECE_LETTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Rows that stand in a cluster of two and more. */
export function* clusterLines(runId: string, result: LinkageResult, table: LinkageTable): Generator<string> {
  const { clusterOf } = result.clusters;
  const sizes = new Uint32Array(clusterOf.length);
  for (const cluster of clusterOf) sizes[cluster]!++;
  let piece = '';
  for (let row = 0; row < clusterOf.length; row++) {
    const size = sizes[clusterOf[row]!]!;
    if (size < 2) continue;
    piece += `${runId}\t${placeOf(row, table)}\t${clusterOf[row]! + 1}\t${size}\n`;
    if (piece.length < PIECE_LETTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function placeOf(row: number, { firstOfSecond }: LinkageTable): string {
  return row < firstOfSecond ? `1\t${row + 1}` : `2\t${row - firstOfSecond + 1}`;
}
