/** Scores a pair of rows: the level of each comparison, the bits it is worth, and their sum with the prior. */
import { countRowsByTerm, countRowsByView, type ColumnViews } from './column-views';
import { compileLevels, type LevelFinder } from './compare-terms';
import { levelBits, WEIGHT_BOUNDS, type Comparison, type LinkageModel } from './linkage-model';
import { type LinkageColumn, type LinkageTable } from './linkage-table';

/** Weights are whole hundredths of a bit, so that the parts of a pair add up to its weight exactly. */
export const UNITS_PER_BIT = 100;

/** A value's share is estimated as if this many more rows with the model's average share had been seen: a small file proves little. */
const SMOOTHING_ROWS = 10_000;

interface CompiledComparison {
  readonly find: LevelFinder;
  readonly termOfRow: Uint32Array;
  /** By level: units; level 0 (missing) is worth nothing. */
  readonly units: Int32Array;
  /** By level: units of agreement on each term, where term frequency counts. */
  readonly frequencyUnits: readonly (Int16Array | null)[];
  /** Which comparison implies this one, at which of its levels, and how many units of agreement are then taken off. */
  readonly implied: { readonly by: number; readonly level: number; readonly units: number } | null;
}

/** Not reentrant: `levels` and `units` are those of the pair scored last. */
export class PairScorer {
  readonly levels: Uint8Array;
  readonly units: Int32Array;
  readonly priorUnits: number;
  private readonly comparisons: readonly CompiledComparison[];
  private readonly radices: readonly number[];

  constructor(model: LinkageModel, table: LinkageTable, views: ColumnViews) {
    this.comparisons = model.comparisons.map((comparison) => compile(comparison, model, views));
    this.levels = new Uint8Array(this.comparisons.length);
    this.units = new Int32Array(this.comparisons.length);
    this.radices = model.comparisons.map(({ levels }) => levels.length + 1);
    this.priorUnits = toUnits(priorBits(model.matchesPerRow, table));
  }

  /** The weight of the pair, in hundredths of a bit. */
  score(left: number, right: number): number {
    const { comparisons, levels, units } = this;
    this.compare(left, right);
    let sum = this.priorUnits;
    for (let index = 0; index < comparisons.length; index++) {
      const comparison = comparisons[index]!;
      const level = levels[index]!;
      const frequencies = comparison.frequencyUnits[level];
      let worth = frequencies
        ? Math.min(frequencies[comparison.termOfRow[left]!]!, frequencies[comparison.termOfRow[right]!]!)
        : comparison.units[level]!;
      const { implied } = comparison;
      if (implied !== null && worth > 0 && levels[implied.by] === implied.level)
        worth = Math.max(0, worth - implied.units);
      units[index] = worth;
      sum += worth;
    }
    return sum;
  }

  /** Only the levels, into `levels`. */
  compare(left: number, right: number): void {
    for (let index = 0; index < this.comparisons.length; index++) {
      const { find, termOfRow } = this.comparisons[index]!;
      this.levels[index] = find(termOfRow[left]!, termOfRow[right]!);
    }
  }

  /** One number for the levels of the pair compared last; pairs with equal patterns are alike for learning. */
  pattern(): number {
    let pattern = 0;
    for (let index = 0; index < this.radices.length; index++)
      pattern = pattern * this.radices[index]! + this.levels[index]!;
    return pattern;
  }
}

function compile(comparison: Comparison, model: LinkageModel, views: ColumnViews): CompiledComparison {
  const { impliedBy } = comparison;
  const by = model.comparisons.findIndex(({ name }) => name === impliedBy?.comparison);
  return {
    find: compileLevels(comparison, views),
    termOfRow: views.columnOf(comparison.field).termOfRow,
    units: Int32Array.from([0, ...comparison.levels.map((level) => toUnits(levelBits(level)))]),
    frequencyUnits: [
      null,
      ...comparison.levels.map((level) => frequencyUnits(level, comparison, model, views)),
    ],
    implied:
      impliedBy === undefined
        ? null
        : {
            by,
            level: model.comparisons[by]!.levels.findIndex(({ name }) => name === impliedBy.level) + 1,
            units: toUnits(impliedBy.bits),
          },
  };
}

/** log2(m ÷ share of the value): what it says to agree on this very value, capped. */
function frequencyUnits(
  level: Comparison['levels'][number],
  comparison: Comparison,
  model: LinkageModel,
  views: ColumnViews,
): Int16Array | null {
  if (level.termFrequency !== true) return null;
  const column = views.columnOf(comparison.field);
  const view = level.on ?? 'value';
  const counts =
    view === 'value' ? countRowsByTerm(column) : countRowsByView(column, views.get(comparison.field, view));
  const total = countValues(column);
  const units = new Int16Array(counts.length);
  for (let term = 1; term < counts.length; term++) {
    // The pair itself is no proof of how common the value is, hence one row less.
    const share = (Math.max(counts[term]! - 1, 0) + SMOOTHING_ROWS * level.u) / (total + SMOOTHING_ROWS);
    const bits = Math.log2(level.m / share);
    units[term] = toUnits(
      Math.max(WEIGHT_BOUNDS.least, Math.min(bits, model.frequencyCap, WEIGHT_BOUNDS.most)),
    );
  }
  return units;
}

/** Rows that have a value. */
function countValues({ termOfRow }: LinkageColumn): number {
  let count = 0;
  for (const term of termOfRow) if (term !== 0) count++;
  return count;
}

/** log2 of the odds that two rows drawn at random are one person, given how many matches are expected. */
export function priorBits(matchesPerRow: number, { rows, twoFiles, firstOfSecond }: LinkageTable): number {
  const second = rows - firstOfSecond;
  const pairs = twoFiles ? firstOfSecond * second : (rows * (rows - 1)) / 2;
  const matches = matchesPerRow * (twoFiles ? Math.min(firstOfSecond, second) : rows);
  const share = Math.min(0.5, matches / Math.max(pairs, 1));
  return Math.log2(share / (1 - share));
}

/** The posterior probability of a weight in hundredths of a bit: 1 ÷ (1 + 2^-weight). */
export function posteriorOfUnits(units: number): number {
  return 1 / (1 + 2 ** (-units / UNITS_PER_BIT));
}

/** The least weight, in hundredths of a bit, whose posterior reaches the probability. */
export function unitsOfPosterior(probability: number): number {
  return Math.ceil(Math.log2(probability / (1 - probability)) * UNITS_PER_BIT - 1e-9);
}

function toUnits(bits: number): number {
  return Math.round(bits * UNITS_PER_BIT);
}
