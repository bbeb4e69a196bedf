/** Goes through the pairs that blocks bring together, each pair once however many rules bring it together. */
import { findBoundary, type Blocks } from './block-rows';
import { type LinkageTable } from './linkage-table';

/** The smaller row comes first. */
export type PairVisitor = (left: number, right: number) => void;

/**
 * Visits each pair of the blocks, leaving out pairs that stand together in a block of `earlier` rules. Between two files, only pairs with
 * one row of either. `everyNthBlock` thins the blocks evenly, for learning.
 */
export function visitPairs(
  blocks: Blocks,
  earlier: readonly Uint32Array[],
  { twoFiles, firstOfSecond }: LinkageTable,
  visit: PairVisitor,
  everyNthBlock = 1,
): void {
  const { rows, starts, ends, report } = blocks;
  for (let block = everyNthBlock; block <= report.blocks; block += everyNthBlock) {
    const from = starts[block]!;
    const end = ends[block]!;
    const boundary = twoFiles ? findBoundary(rows, from, end, firstOfSecond) : end;
    visitBlock(rows, from, boundary, end, twoFiles, earlier, visit);
  }
}

function visitBlock(
  rows: Uint32Array,
  from: number,
  boundary: number,
  end: number,
  twoFiles: boolean,
  earlier: readonly Uint32Array[],
  visit: PairVisitor,
): void {
  for (let at = from; at < boundary; at++) {
    const left = rows[at]!;
    for (let other = twoFiles ? boundary : at + 1; other < end; other++) {
      const right = rows[other]!;
      if (!isKnown(left, right, earlier)) visit(left, right);
    }
  }
}

function isKnown(left: number, right: number, earlier: readonly Uint32Array[]): boolean {
  for (const blockOf of earlier) {
    const block = blockOf[left]!;
    if (block !== 0 && block === blockOf[right]) return true;
  }
  return false;
}
