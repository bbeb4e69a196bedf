/** The shape of a linkage model: the file that tells the engine what to read, what to compare, what it is worth and when to link. */

/** One way in which two values can relate; the first level of a comparison whose test holds is the pair's. */
export interface ComparisonLevel {
  readonly name: string;
  /** A test of `VALUE_TESTS`. */
  readonly test: string;
  /** A view of `value-views` taken of both values before the test; the value itself when absent. */
  readonly on?: string;
  /** The bound of a test that has one. */
  readonly at?: number;
  /** Share of the level among pairs of one person (0 … 1, exclusive), and among pairs of different ones. */
  readonly m: number;
  readonly u: number;
  /** Replace u by the share of the value itself: agreeing on a rare name says more than on a common one. */
  readonly termFrequency?: boolean;
  /** u is known beforehand and not learnt: too rare for random pairs to show, or shown by the very matches that are looked for. */
  readonly chanceIsStated?: boolean;
}

export interface Comparison {
  readonly name: string;
  readonly field: string;
  /** From the closest to the farthest; the last holds for whatever is left. */
  readonly levels: readonly ComparisonLevel[];
  /**
   * This value is part of another one (a number that contains the year): while that comparison is at `level`, up to `bits` of this
   * one's agreement are not counted again. Disagreement still is.
   */
  readonly impliedBy?: { readonly comparison: string; readonly level: string; readonly bits: number };
}

export interface ModelField {
  readonly name: string;
  /** Columns of the model in which the value may stand; the first that the reader understands counts. */
  readonly from: readonly string[];
  /** A reader of `VALUE_READERS`. */
  readonly reader: string;
}

export interface BlockingRule {
  readonly name: string;
  /** `field` or `field:view`; rows that agree on all of them are compared. */
  readonly key: readonly string[];
  /** What a block beyond the largest size is split by, one after the other. */
  readonly split?: readonly string[];
}

export interface LinkageModel {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** Headers under which a column is known, besides its own name; compared without accents and case. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly ModelField[];
  readonly blocking: readonly BlockingRule[];
  /** Rows a block may have; a block between two files may have as many pairs as this many rows make in one. */
  readonly largestBlock: number;
  readonly comparisons: readonly Comparison[];
  /** No agreement by term frequency counts for more bits than this. */
  readonly frequencyCap: number;
  /** True matches expected for each row (of the smaller file): the prior, before any field is seen. */
  readonly matchesPerRow: number;
  /** Posterior probabilities from which a pair is a link, and from which a person should look at it. */
  readonly thresholds: { readonly link: number; readonly review: number };
  /** Comparisons that may not be at one of these levels within a cluster, nor in a link: two numbers, two people. */
  readonly exclusive: readonly { readonly comparison: string; readonly levels: readonly string[] }[];
  readonly training: {
    /** Blocking rules whose pairs are learnt from, one pass each; what a pass blocks on is not learnt in it. */
    readonly passes: readonly string[];
    readonly randomPairs: number;
    /** Most pairs of one pass; more are thinned evenly. */
    readonly pairsPerPass: number;
    readonly maxIterations: number;
  };
}

/** No level is worth less, or more, than this many bits, whatever was learnt. */
export const WEIGHT_BOUNDS = { least: -12, most: 24 } as const;

/** The bits of a level before term frequency: log2(m/u) within the bounds. */
export function levelBits({ m, u }: Pick<ComparisonLevel, 'm' | 'u'>): number {
  return Math.min(WEIGHT_BOUNDS.most, Math.max(WEIGHT_BOUNDS.least, Math.log2(m / u)));
}

/** Takes a reference of a blocking rule apart: `birth:year` is the view `year` of the field `birth`. */
export function splitReference(reference: string): { field: string; view: string } {
  const colon = reference.indexOf(':');
  return colon < 0
    ? { field: reference, view: 'value' }
    : { field: reference.slice(0, colon), view: reference.slice(colon + 1) };
}
