/** Links the rows of a table: blocks them by every rule of the model, scores each pair once, and joins the links into clusters. */
import { blockRows, type BlockingReport } from './block-rows';
import { clusterRows, makeExclusions, type Clusters } from './cluster-rows';
import { ColumnViews } from './column-views';
import { type LinkageModel } from './linkage-model';
import { type LinkageTable } from './linkage-table';
import { PairScorer, posteriorOfUnits, UNITS_PER_BIT, unitsOfPosterior } from './pair-scorer';
import { ScoredPairs } from './scored-pairs';
import { visitPairs } from './visit-pairs';

export const PairDecision = { LINK: 'LINK', REVIEW: 'REVIEW' } as const;
export type PairDecision = (typeof PairDecision)[keyof typeof PairDecision];

/** Why one pair weighs what it weighs: `priorBits` and the bits of the parts add up to `weightBits`. */
export interface ExplainedPair {
  /** Rows count from 0 over both files. */
  readonly left: number;
  readonly right: number;
  readonly decision: PairDecision;
  readonly weightBits: number;
  readonly posterior: number;
  readonly priorBits: number;
  /** In the model's order; level null where a row has no value. */
  readonly parts: readonly {
    readonly comparison: string;
    readonly level: string | null;
    readonly bits: number;
  }[];
}

/** The same in whole hundredths of a bit, as it is stored. Levels count from 1 in the model's order; 0 where a row has no value. */
export interface PairInUnits {
  readonly left: number;
  readonly right: number;
  readonly decision: PairDecision;
  readonly weightUnits: number;
  readonly priorUnits: number;
  readonly levels: Uint8Array;
  readonly units: Int32Array;
}

export interface LinkageResult {
  readonly pairs: ScoredPairs;
  readonly clusters: Clusters;
  readonly report: LinkageReport;
  explain(index: number): ExplainedPair;
  /** Its arrays are overwritten by the next call. */
  inUnits(index: number): PairInUnits;
}

export interface LinkageReport {
  readonly rows: number;
  /** Rows of the second file; 0 when duplicates were looked for within one. */
  readonly rowsOfSecond: number;
  readonly comparedPairs: number;
  readonly links: number;
  readonly reviews: number;
  readonly clusters: number;
  readonly clusteredRows: number;
  readonly cutLinks: number;
  readonly blocking: readonly BlockingReport[];
}

export type LinkageStep = 'BLOCK' | 'CLUSTER';

export interface LinkOptions {
  /** Told before each blocking rule and before clustering. */
  readonly onStep?: (step: LinkageStep, done: number, total: number) => void;
  readonly views?: ColumnViews;
}

/** Deterministic: the same table and model give the same pairs in the same order. */
export function linkRows(model: LinkageModel, table: LinkageTable, options: LinkOptions = {}): LinkageResult {
  const views = options.views ?? new ColumnViews(table.columns);
  const scorer = new PairScorer(model, table, views);
  const reviewUnits = unitsOfPosterior(model.thresholds.review);
  const linkUnits = unitsOfPosterior(model.thresholds.link);
  const total = model.blocking.length + 1;
  const pairs = new ScoredPairs();
  const blocking: BlockingReport[] = [];
  const earlier: Uint32Array[] = [];
  let comparedPairs = 0;
  for (const rule of model.blocking) {
    options.onStep?.('BLOCK', earlier.length, total);
    const blocks = blockRows(rule, model.largestBlock, table, views);
    visitPairs(blocks, earlier, table, (left, right) => {
      comparedPairs += 1;
      const units = scorer.score(left, right);
      if (units >= reviewUnits) pairs.add(left, right, units);
    });
    earlier.push(blocks.blockOf);
    blocking.push(blocks.report);
  }
  options.onStep?.('CLUSTER', earlier.length, total);
  const clusters = clusterRows(pairs, linkUnits, model, table, views);
  const decide = makeDecision(model, views, linkUnits);
  let links = 0;
  for (let index = 0; index < pairs.count; index++)
    if (decide(pairs, index) === PairDecision.LINK) links += 1;
  const inUnits = (index: number): PairInUnits => {
    const [left, right] = [pairs.left[index]!, pairs.right[index]!];
    const weightUnits = scorer.score(left, right);
    const { levels, units, priorUnits } = scorer;
    return { left, right, decision: decide(pairs, index), weightUnits, priorUnits, levels, units };
  };
  return {
    pairs,
    clusters,
    report: {
      rows: table.rows,
      rowsOfSecond: table.rows - table.firstOfSecond,
      comparedPairs,
      links,
      reviews: pairs.count - links,
      clusters: clusters.joined,
      clusteredRows: clusters.joinedRows,
      cutLinks: clusters.cutLinks,
      blocking,
    },
    explain: (index) => explainPair(model, inUnits(index)),
    inUnits,
  };
}

type Decide = (pairs: ScoredPairs, index: number) => PairDecision;

/** Two values that exclude each other are for a person to look at, however much the rest weighs. */
function makeDecision(model: LinkageModel, views: ColumnViews, linkUnits: number): Decide {
  const exclusions = makeExclusions(model, views);
  return (pairs, index) => {
    if (pairs.units[index]! < linkUnits) return PairDecision.REVIEW;
    const [left, right] = [pairs.left[index]!, pairs.right[index]!];
    const excluded = exclusions.some(({ find, levels, valueOf }) =>
      levels.has(find(valueOf[left]!, valueOf[right]!)),
    );
    return excluded ? PairDecision.REVIEW : PairDecision.LINK;
  };
}

function explainPair(model: LinkageModel, pair: PairInUnits): ExplainedPair {
  const { left, right, decision, weightUnits, priorUnits } = pair;
  return {
    left,
    right,
    decision,
    weightBits: weightUnits / UNITS_PER_BIT,
    posterior: posteriorOfUnits(weightUnits),
    priorBits: priorUnits / UNITS_PER_BIT,
    parts: model.comparisons.map(({ name, levels }, at) => ({
      comparison: name,
      level: levels[pair.levels[at]! - 1]?.name ?? null,
      bits: pair.units[at]! / UNITS_PER_BIT,
    })),
  };
}
