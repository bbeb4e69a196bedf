/** Estimates m by expectation–maximisation over pattern counts: how often pairs of one person are at each level of each comparison. */

/** How many pairs showed each combination of levels; `levels` holds one level a comparison, 0 for missing. */
export interface PatternCounts {
  readonly levels: readonly Uint8Array[];
  readonly counts: Float64Array;
}

export interface LevelShares {
  /** By comparison, by level from 0 (missing, unused): the share among pairs of one person, and of different ones. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
}

export interface Estimate {
  readonly m: readonly Float64Array[];
  /** Share of pairs that are of one person. */
  readonly matchShare: number;
  /** By comparison: the pairs of one person that had both values, which is what its m rests on. */
  readonly evidence: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const CLOSE_ENOUGH = 1e-6;
/** Weight of the starting shares, in pairs: keeps a level that no pair shows from becoming impossible. */
const PRIOR_PAIRS = 5;

/**
 * u stays as it is given (from random pairs): blocked pairs say nothing about chance agreement. Comparisons outside `learnt` take no part at all,
 * because the pass was blocked on them. O(iterations × patterns).
 */
export function estimateLevels(
  patterns: PatternCounts,
  start: LevelShares,
  learnt: readonly boolean[],
  maxIterations: number,
): Estimate {
  let m = start.m.map((shares) => shares.slice());
  let matchShare = 0.5;
  let evidence = new Float64Array(m.length);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const step = maximise(patterns, m, start, learnt, matchShare);
    const change = Math.max(largestChange(m, step.m), Math.abs(step.matchShare - matchShare));
    m = step.m;
    matchShare = step.matchShare;
    evidence = step.evidence;
    if (change < CLOSE_ENOUGH) return { m, matchShare, evidence, iterations: iteration, converged: true };
  }
  return { m, matchShare, evidence, iterations: maxIterations, converged: false };
}

interface Step {
  readonly m: Float64Array<ArrayBuffer>[];
  readonly matchShare: number;
  readonly evidence: Float64Array<ArrayBuffer>;
}

function maximise(
  { levels, counts }: PatternCounts,
  m: readonly Float64Array[],
  start: LevelShares,
  learnt: readonly boolean[],
  matchShare: number,
): Step {
  const sums = start.m.map((shares) => Float64Array.from(shares, (share) => share * PRIOR_PAIRS));
  const evidence = new Float64Array(m.length);
  let matches = 0;
  let total = 0;
  for (let index = 0; index < counts.length; index++) {
    const pattern = levels[index]!;
    const expected = counts[index]! * posterior(pattern, m, start.u, learnt, matchShare);
    matches += expected;
    total += counts[index]!;
    for (let at = 0; at < m.length; at++) {
      if (!learnt[at] || pattern[at] === 0) continue;
      sums[at]![pattern[at]!]! += expected;
      evidence[at]! += expected;
    }
  }
  sums.forEach((shares) => normalise(shares));
  return { m: sums, matchShare: total === 0 ? 0 : matches / total, evidence };
}

function posterior(
  pattern: Uint8Array,
  m: readonly Float64Array[],
  u: readonly Float64Array[],
  learnt: readonly boolean[],
  matchShare: number,
): number {
  let odds = matchShare / (1 - matchShare);
  for (let at = 0; at < m.length; at++) {
    if (learnt[at] && pattern[at] !== 0) odds *= m[at]![pattern[at]!]! / u[at]![pattern[at]!]!;
  }
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** Brings shares to a sum of 1, in place. */
export function normalise(shares: Float64Array): void {
  let sum = 0;
  for (const share of shares) sum += share;
  if (sum > 0) for (let at = 0; at < shares.length; at++) shares[at]! /= sum;
}

function largestChange(before: readonly Float64Array[], after: readonly Float64Array[]): number {
  let largest = 0;
  before.forEach((shares, at) =>
    shares.forEach((share, level) => (largest = Math.max(largest, Math.abs(share - after[at]![level]!)))),
  );
  return largest;
}
