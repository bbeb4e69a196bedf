/** Views of a column's distinct values: hashed once for all rows, spelled out only for the few pairs that need a closer look. */
import { type LinkageColumn } from './linkage-table';
import { sortRowsByKey } from './radix-sort';
import { hashText, type TermTable } from './term-table';
import { findView } from './value-views';

const CACHE_SIZE = 1 << 14;

/** One view of one column. */
export interface ColumnView {
  /** By term: the hash of the view's text, 0 where the view says nothing. Equal texts, equal hashes. Made for all terms when first asked. */
  getHashes(): Uint32Array;
  /** The view's text of a term, null where it says nothing. */
  textOf(term: number): string | null;
}

/** Makes each view of each column at most once. */
export class ColumnViews {
  private readonly made = new Map<string, ColumnView>();

  constructor(private readonly columns: readonly LinkageColumn[]) {}

  columnOf(field: string): LinkageColumn {
    const column = this.columns.find((one) => one.field === field);
    if (column === undefined) throw new RangeError(`no column for the field ${field}`);
    return column;
  }

  get(field: string, view: string): ColumnView {
    const key = `${field}:${view}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const made = makeView(this.columnOf(field), view);
    this.made.set(key, made);
    return made;
  }
}

function makeView({ terms }: LinkageColumn, view: string): ColumnView {
  const take = findView(view);
  if (take === null) throw new RangeError(`no view ${view}`);
  let hashes: Uint32Array | null = null;
  const cachedTerm = new Uint32Array(CACHE_SIZE);
  const cachedText = new Array<string | null>(CACHE_SIZE).fill(null);
  const textOf = (term: number): string | null => {
    const slot = term & (CACHE_SIZE - 1);
    if (cachedTerm[slot] === term) return cachedText[slot]!;
    const text = take(terms.textOf(term));
    cachedTerm[slot] = term;
    cachedText[slot] = text;
    return text;
  };
  return { getHashes: () => (hashes ??= hashTerms(terms, view, take)), textOf };
}

function hashTerms(terms: TermTable, view: string, take: (value: string) => string | null): Uint32Array {
  const hashes = new Uint32Array(terms.size + 1);
  for (let term = 1; term <= terms.size; term++) {
    if (view === 'value') {
      hashes[term] = terms.hashOf(term) || 1;
      continue;
    }
    const text = take(terms.textOf(term));
    if (text !== null) hashes[term] = hashText(text) || 1;
  }
  return hashes;
}

/** How many rows hold each term, by term. */
export function countRowsByTerm(column: LinkageColumn): Uint32Array {
  const counts = new Uint32Array(column.terms.size + 1);
  for (const term of column.termOfRow) if (term !== 0) counts[term]!++;
  return counts;
}

/**
 * How many rows hold what this view shows of the term, by term. Counting is by hash: two texts that share one (chance 2^-32) are counted
 * together.
 */
export function countRowsByView(column: LinkageColumn, view: ColumnView): Uint32Array {
  const rowsOfTerm = countRowsByTerm(column);
  const hashes = view.getHashes();
  const { rows: sorted, keys } = sortRowsByKey(hashes);
  const counts = new Uint32Array(hashes.length);
  for (let from = 0; from < sorted.length;) {
    let end = from;
    let sum = 0;
    for (; end < sorted.length && keys[end] === keys[from]; end++) sum += rowsOfTerm[sorted[end]!]!;
    for (; from < end; from++) counts[sorted[from]!] = sum;
  }
  return counts;
}
