/** Joins linked pairs into clusters, strongest first, and never lets two values that exclude each other into one cluster. */
import { compileLevels, type LevelFinder } from './compare-terms';
import { type ColumnViews } from './column-views';
import { type LinkageModel } from './linkage-model';
import { type LinkageTable } from './linkage-table';
import { sortRowsByKey } from './radix-sort';
import { type ScoredPairs } from './scored-pairs';

export interface Clusters {
  /** By row: the smallest row of its cluster; a row that is linked to nobody is its own cluster. */
  readonly clusterOf: Uint32Array;
  /** Clusters of two rows and more, and the rows in them. */
  readonly joined: number;
  readonly joinedRows: number;
  /** Links that were cut because their two sides hold values that exclude each other. */
  readonly cutLinks: number;
}

interface Exclusion {
  readonly find: LevelFinder;
  readonly levels: ReadonlySet<number>;
  /** By root: the term that stands for the cluster's value, 0 while it has none. */
  readonly valueOf: Uint32Array;
}

/**
 * Union–find over the pairs from `linkUnits` up. Going from the strongest pair down, a pair whose clusters exclude each other is not
 * joined: on every path between two values that exclude each other, the weakest link is the one that is cut.
 */
export function clusterRows(
  pairs: ScoredPairs,
  linkUnits: number,
  model: LinkageModel,
  table: LinkageTable,
  views: ColumnViews,
): Clusters {
  const forest = new Forest(table.rows, makeExclusions(model, views));
  let cutLinks = 0;
  for (const index of strongestFirst(pairs)) {
    if (pairs.units[index]! < linkUnits) break;
    if (!forest.join(pairs.left[index]!, pairs.right[index]!)) cutLinks += 1;
  }
  return { ...forest.finish(), cutLinks };
}

/** Equal weights keep the order in which they were found, so the same rows always give the same clusters. */
function strongestFirst(pairs: ScoredPairs): Uint32Array {
  const keys = new Uint32Array(pairs.count);
  for (let index = 0; index < keys.length; index++) keys[index] = 0x7fffffff - pairs.units[index]!;
  return sortRowsByKey(keys).rows;
}

export function makeExclusions(model: LinkageModel, views: ColumnViews): readonly Exclusion[] {
  return model.exclusive.map(({ comparison, levels }) => {
    const known = model.comparisons.find(({ name }) => name === comparison)!;
    return {
      find: compileLevels(known, views),
      levels: new Set(levels.map((level) => known.levels.findIndex(({ name }) => name === level) + 1)),
      valueOf: views.columnOf(known.field).termOfRow.slice(),
    };
  });
}

class Forest {
  private readonly parent: Uint32Array;
  private readonly sizes: Uint32Array;

  constructor(
    rows: number,
    private readonly exclusions: readonly Exclusion[],
  ) {
    this.parent = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) this.parent[row] = row;
    this.sizes = new Uint32Array(rows).fill(1);
  }

  /** False when the two clusters exclude each other. */
  join(left: number, right: number): boolean {
    let big = this.find(left);
    let small = this.find(right);
    if (big === small) return true;
    if (this.sizes[big]! < this.sizes[small]!) [big, small] = [small, big];
    for (const { find, levels, valueOf } of this.exclusions) {
      if (levels.has(find(valueOf[big]!, valueOf[small]!))) return false;
    }
    for (const { valueOf } of this.exclusions) if (valueOf[big] === 0) valueOf[big] = valueOf[small]!;
    this.parent[small] = big;
    this.sizes[big]! += this.sizes[small]!;
    return true;
  }

  finish(): Omit<Clusters, 'cutLinks'> {
    const rows = this.parent.length;
    const smallest = new Uint32Array(rows).fill(rows);
    const clusterOf = new Uint32Array(rows);
    let joined = 0;
    let joinedRows = 0;
    for (let row = 0; row < rows; row++) {
      const root = this.find(row);
      if (smallest[root] === rows) {
        smallest[root] = row;
        if (this.sizes[root]! > 1) joined += 1;
      }
      if (this.sizes[root]! > 1) joinedRows += 1;
      clusterOf[row] = smallest[root]!;
    }
    return { clusterOf, joined, joinedRows };
  }

  private find(row: number): number {
    const { parent } = this;
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }
}
