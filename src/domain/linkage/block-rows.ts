/** Blocks: rows that agree on a key are gathered, blocks that are too large are split, and what has to be dropped is counted. */
import { type ColumnViews } from './column-views';
import { splitReference, type BlockingRule } from './linkage-model';
import { type LinkageTable } from './linkage-table';
import { growUint32 } from './growing-array';
import { sortRowsByKey, type SortedRows } from './radix-sort';
import { mixHash } from './term-table';

/** The blocks of one rule, numbered from 1 in the order in which they stand in `rows`; each lists its rows in ascending order. */
export interface Blocks {
  readonly rule: string;
  readonly rows: Uint32Array;
  /** By block: where in `rows` it begins, and where it has ended. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By row: its block, or 0 when it has no key, nobody shares it, or its block was dropped. */
  readonly blockOf: Uint32Array;
  readonly report: BlockingReport;
}

/** What a rule made of the rows. A dropped block's pairs are still compared where another rule brings them together. */
export interface BlockingReport {
  readonly rule: string;
  readonly rowsWithKey: number;
  readonly blocks: number;
  readonly pairs: number;
  /** Rows of the largest block before splitting. */
  readonly largest: number;
  readonly oversized: number;
  readonly droppedBlocks: number;
  readonly droppedRows: number;
  readonly droppedPairs: number;
}

type Count = { -readonly [name in keyof BlockingReport]: BlockingReport[name] };

export function blockRows(
  rule: BlockingRule,
  largestBlock: number,
  table: LinkageTable,
  views: ColumnViews,
): Blocks {
  const keys = hashKey(rule.key, table, views);
  const sorted = sortRowsByKey(keys);
  const splitKeys = (rule.split ?? []).map((reference) => () => hashKey([reference], table, views));
  return new BlockMaker(rule.name, sorted, splitKeys, largestBlock, table).make();
}

/** By row: one hash over all parts of the key, 0 where any part is missing. */
function hashKey(references: readonly string[], table: LinkageTable, views: ColumnViews): Uint32Array {
  const keys = new Uint32Array(table.rows);
  references.forEach((reference, part) => {
    const { field, view } = splitReference(reference);
    const { termOfRow } = views.columnOf(field);
    const hashes = views.get(field, view).getHashes();
    for (let row = 0; row < keys.length; row++) {
      const hash = hashes[termOfRow[row]!]!;
      if (part === 0) keys[row] = hash;
      else if (keys[row] !== 0) keys[row] = hash === 0 ? 0 : mixHash(Math.imul(keys[row]!, 31) + hash) || 1;
    }
  });
  return keys;
}

class BlockMaker {
  private readonly rows: Uint32Array;
  private readonly blockOf: Uint32Array;
  private starts = new Uint32Array(0);
  private ends = new Uint32Array(0);
  private readonly largestPairs: number;
  private readonly count: Count;
  private readonly splitKeys: (Uint32Array | undefined)[] = [];

  constructor(
    private readonly rule: string,
    private readonly sorted: SortedRows,
    private readonly makeSplitKeys: readonly (() => Uint32Array)[],
    largestBlock: number,
    private readonly table: LinkageTable,
  ) {
    this.rows = sorted.rows;
    this.blockOf = new Uint32Array(table.rows);
    this.largestPairs = (largestBlock * (largestBlock - 1)) / 2;
    this.count = {
      rule,
      rowsWithKey: sorted.rows.length,
      blocks: 0,
      pairs: 0,
      largest: 0,
      oversized: 0,
      droppedBlocks: 0,
      droppedRows: 0,
      droppedPairs: 0,
    };
  }

  make(): Blocks {
    forEachRun(this.sorted.keys, (from, end) => {
      this.count.largest = Math.max(this.count.largest, end - from);
      if (this.pairsOf(from, end) > this.largestPairs) this.count.oversized += 1;
      this.settle(from, end, 0);
    });
    const { rule, rows, starts, ends, blockOf, count: report } = this;
    return { rule, rows, starts, ends, blockOf, report };
  }

  /** Keeps the block, or splits it by the next key, or drops it when there is no next one. */
  private settle(from: number, end: number, depth: number): void {
    const pairs = this.pairsOf(from, end);
    if (pairs === 0) return;
    if (pairs <= this.largestPairs) {
      this.count.blocks += 1;
      this.count.pairs += pairs;
      this.starts = growUint32(this.starts, this.count.blocks);
      this.ends = growUint32(this.ends, this.count.blocks);
      this.starts[this.count.blocks] = from;
      this.ends[this.count.blocks] = end;
      for (let at = from; at < end; at++) this.blockOf[this.rows[at]!] = this.count.blocks;
      return;
    }
    const make = this.makeSplitKeys[depth];
    if (make === undefined) {
      this.count.droppedBlocks += 1;
      this.count.droppedRows += end - from;
      this.count.droppedPairs += pairs;
      return;
    }
    const keys = (this.splitKeys[depth] ??= make());
    this.rows.subarray(from, end).sort((left, right) => keys[left]! - keys[right]! || left - right);
    const within = this.pairsAfterSplit(from, end, keys, depth);
    // Pairs that the split parts are no longer compared by this rule, and that is said.
    this.count.droppedPairs += pairs - within;
  }

  private pairsAfterSplit(from: number, end: number, keys: Uint32Array, depth: number): number {
    let within = 0;
    const sorted = this.rows.subarray(from, end).map((row) => keys[row]!);
    forEachRun(sorted, (first, last) => {
      within += this.pairsOf(from + first, from + last);
      this.settle(from + first, from + last, depth + 1);
    });
    return within;
  }

  /** Pairs to compare among these rows: all of one file, or those between two. */
  private pairsOf(from: number, end: number): number {
    const { firstOfSecond, twoFiles } = this.table;
    if (!twoFiles) return ((end - from) * (end - from - 1)) / 2;
    const boundary = findBoundary(this.rows, from, end, firstOfSecond);
    return (boundary - from) * (end - boundary);
  }
}

/** Visits each stretch of equal keys. */
function forEachRun(keys: Uint32Array, visit: (from: number, end: number) => void): void {
  for (let from = 0; from < keys.length;) {
    let end = from + 1;
    while (end < keys.length && keys[end] === keys[from]) end++;
    visit(from, end);
    from = end;
  }
}

/** Where the rows of the second file begin in a block, whose rows ascend. */
export function findBoundary(rows: Uint32Array, from: number, end: number, firstOfSecond: number): number {
  let at = from;
  while (at < end && rows[at]! < firstOfSecond) at++;
  return at;
}
