/** Learns the weights of a model from the rows themselves, without labels: u from random pairs, m by several blocked passes. */
import { blockRows } from './block-rows';
import { ColumnViews } from './column-views';
import { estimateLevels, normalise, type LevelShares, type PatternCounts } from './estimate-levels';
import { splitReference, type Comparison, type LinkageModel } from './linkage-model';
import { type LinkageTable } from './linkage-table';
import { orderLevels } from './order-levels';
import { PairScorer, posteriorOfUnits } from './pair-scorer';
import { linkRows } from './link-rows';
import { visitPairs } from './visit-pairs';

export type TrainingProblem =
  | { readonly problem: 'NOT_CONVERGED'; readonly pass: string; readonly iterations: number }
  | { readonly problem: 'TOO_FEW_MATCHES'; readonly pass: string; readonly matches: number };

export interface TrainingReport {
  readonly passes: readonly PassReport[];
  /** Comparisons that no pass could learn; they keep the weights of the model. */
  readonly notLearnt: readonly string[];
  /** Levels that were brought into the model's order, closest first, because chance had put them out of it. */
  readonly reordered: readonly string[];
  readonly matchesPerRow: number;
}

export interface PassReport {
  readonly pass: string;
  readonly pairs: number;
  readonly patterns: number;
  readonly iterations: number;
  readonly matchShare: number;
}

export interface Trained {
  readonly model: LinkageModel;
  readonly report: TrainingReport;
}

/** A pass with fewer pairs of one person teaches its chance, not the data's habits. */
const FEWEST_MATCHES = 100;
/** Added to each level's count of random pairs: a level that none showed is rare, not impossible. */
const UNSEEN_PAIRS = 0.5;

/**
 * The safeguards: at least two passes, a comparison is never learnt in a pass that blocks on its field (or on what implies it), u is
 * fixed before m, levels stay in order, weights stay within `WEIGHT_BOUNDS`, and a pass that does not converge or has next to no matches
 * fails the training. `random` gives numbers from 0 to below 1.
 */
export function trainModel(
  model: LinkageModel,
  table: LinkageTable,
  random: () => number,
): Trained | TrainingProblem {
  const views = new ColumnViews(table.columns);
  const scorer = new PairScorer(model, table, views);
  const u = estimateChance(model, table, scorer, random);
  const start: LevelShares = {
    m: model.comparisons.map(({ levels }) => sharesOf(levels.map(({ m }) => m))),
    u,
  };
  const sums = start.m.map((shares) => new Float64Array(shares.length));
  const evidence = new Float64Array(sums.length);
  const passes: PassReport[] = [];
  for (const pass of model.training.passes) {
    const { patterns, pairs } = countPatterns(pass, model, table, views, scorer);
    const learnt = learntIn(pass, model);
    const estimate = estimateLevels(patterns, start, learnt, model.training.maxIterations);
    const matches = estimate.matchShare * pairs;
    if (matches < FEWEST_MATCHES) return { problem: 'TOO_FEW_MATCHES', pass, matches: Math.round(matches) };
    if (!estimate.converged) return { problem: 'NOT_CONVERGED', pass, iterations: estimate.iterations };
    estimate.m.forEach((shares, at) => {
      if (!learnt[at]) return;
      evidence[at]! += estimate.evidence[at]!;
      shares.forEach((share, level) => (sums[at]![level]! += share * estimate.evidence[at]!));
    });
    const { iterations, matchShare } = estimate;
    passes.push({ pass, pairs, patterns: patterns.counts.length, iterations, matchShare });
  }
  const notLearnt = model.comparisons
    .filter((_, at) => evidence[at]! < FEWEST_MATCHES)
    .map(({ name }) => name);
  const reordered: string[] = [];
  const comparisons = model.comparisons.map((comparison, at) => {
    if (notLearnt.includes(comparison.name)) return comparison;
    normalise(sums[at]!);
    return orderLevels(withShares(comparison, sums[at]!, u[at]!), reordered);
  });
  const learntModel = { ...model, comparisons };
  const matchesPerRow = expectMatches(learntModel, table, views);
  return {
    model: { ...learntModel, matchesPerRow },
    report: { passes, notLearnt, reordered, matchesPerRow },
  };
}

export function isTrainingProblem(answer: Trained | TrainingProblem): answer is TrainingProblem {
  return 'problem' in answer;
}

function sharesOf(shares: readonly number[]): Float64Array {
  return Float64Array.from([0, ...shares]);
}

/** How often two rows drawn at random are at each level; for identifiers, of which chance shows too few, the model's share is the most. */
function estimateChance(
  model: LinkageModel,
  table: LinkageTable,
  scorer: PairScorer,
  random: () => number,
): Float64Array[] {
  const counts = model.comparisons.map(({ levels }) => new Float64Array(levels.length + 1));
  const second = table.twoFiles ? table.rows - table.firstOfSecond : 0;
  for (let drawn = 0; drawn < model.training.randomPairs; drawn++) {
    const left = Math.floor(random() * table.firstOfSecond);
    const right = table.twoFiles
      ? table.firstOfSecond + Math.floor(random() * second)
      : Math.floor(random() * table.rows);
    if (left === right) continue;
    scorer.compare(left, right);
    counts.forEach((levels, at) => levels[scorer.levels[at]!]!++);
  }
  return counts.map((levels, at) => chanceShares(levels, model.comparisons[at]!));
}

function chanceShares(counts: Float64Array, comparison: Comparison): Float64Array {
  const shares = counts.slice();
  shares[0] = 0;
  comparison.levels.forEach((_, index) => (shares[index + 1]! += UNSEEN_PAIRS));
  normalise(shares);
  comparison.levels.forEach(({ u, chanceIsStated }, index) => {
    if (chanceIsStated === true) shares[index + 1] = u;
  });
  return shares;
}

function countPatterns(
  pass: string,
  model: LinkageModel,
  table: LinkageTable,
  views: ColumnViews,
  scorer: PairScorer,
): { patterns: PatternCounts; pairs: number } {
  const rule = model.blocking.find(({ name }) => name === pass)!;
  const blocks = blockRows(rule, model.largestBlock, table, views);
  const everyNth = Math.max(1, Math.ceil(blocks.report.pairs / model.training.pairsPerPass));
  const found = new Map<number, { levels: Uint8Array; count: number }>();
  let pairs = 0;
  visitPairs(
    blocks,
    [],
    table,
    (left, right) => {
      pairs += 1;
      scorer.compare(left, right);
      const pattern = scorer.pattern();
      const known = found.get(pattern);
      if (known) known.count += 1;
      else found.set(pattern, { levels: scorer.levels.slice(), count: 1 });
    },
    everyNth,
  );
  const all = [...found.values()];
  const counts = Float64Array.from(all, ({ count }) => count);
  return { patterns: { levels: all.map(({ levels }) => levels), counts }, pairs };
}

/** Not what the pass blocks on, nor what is part of it, nor what it is part of. */
function learntIn(pass: string, model: LinkageModel): boolean[] {
  const rule = model.blocking.find(({ name }) => name === pass)!;
  const blockedFields = rule.key.map((reference) => splitReference(reference).field);
  const blockedColumns = model.fields
    .filter(({ name }) => blockedFields.includes(name))
    .flatMap(({ from }) => from);
  const sharesColumn = (field: string) =>
    model.fields.some(
      ({ name, from }) => name === field && from.some((column) => blockedColumns.includes(column)),
    );
  return model.comparisons.map(({ field }) => !sharesColumn(field));
}

function withShares(comparison: Comparison, m: Float64Array, u: Float64Array): Comparison {
  const bounded = (share: number) => Math.min(1 - 1e-9, Math.max(1e-12, share));
  return {
    ...comparison,
    levels: comparison.levels.map((level, index) => ({
      ...level,
      m: bounded(m[index + 1]!),
      u: bounded(u[index + 1]!),
    })),
  };
}

/** Matches a row, from the posteriors of all compared pairs; the prior that they rest on is corrected until it agrees with them. */
function expectMatches(model: LinkageModel, table: LinkageTable, views: ColumnViews): number {
  const rows = table.twoFiles ? Math.min(table.firstOfSecond, table.rows - table.firstOfSecond) : table.rows;
  const { pairs } = linkRows(model, table, { views });
  const before = model.matchesPerRow;
  let matchesPerRow = before;
  for (let round = 0; round < 10; round++) {
    const shift = Math.round(Math.log2(matchesPerRow / before) * 100);
    let matches = 0;
    for (let index = 0; index < pairs.count; index++)
      matches += posteriorOfUnits(pairs.units[index]! + shift);
    matchesPerRow = Math.max(matches, 1) / rows;
  }
  return matchesPerRow;
}
