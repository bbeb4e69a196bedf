/** Scores an indicator as the field's weekly sheet does, and derives from the scores what a cell of the matrix may claim. */
import { CellStatus } from '../matrix/matrix-status';

export const IndicatorUnit = {
  PERCENT: 'PERCENT',
  RATIO: 'RATIO',
  COUNT: 'COUNT',
  DAYS: 'DAYS',
  MINUTES: 'MINUTES',
} as const;
export type IndicatorUnit = (typeof IndicatorUnit)[keyof typeof IndicatorUnit];

/** Whether more is better, or less. */
export const Direction = { UP: 'UP', DOWN: 'DOWN' } as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

export const ScoreBand = {
  DONE: 'DONE',
  ABOVE_MEAN: 'ABOVE_MEAN',
  BELOW_MEAN: 'BELOW_MEAN',
  BELOW_LOWER: 'BELOW_LOWER',
} as const;
export type ScoreBand = (typeof ScoreBand)[keyof typeof ScoreBand];

export interface Goal {
  readonly unit: IndicatorUnit;
  readonly direction: Direction;
  /** In the unit of the indicator: 50 means 50 % for PERCENT. */
  readonly target: number;
  readonly lowerThreshold: number;
}

/** Percent or plain ratio of the two; null where there is nothing to divide by. */
export function computeValue(
  unit: IndicatorUnit,
  numerator: number,
  denominator: number | null,
): number | null {
  if (denominator === null) return unit === 'PERCENT' || unit === 'RATIO' ? null : numerator;
  if (denominator <= 0) return null;
  return unit === 'PERCENT' ? (100 * numerator) / denominator : numerator / denominator;
}

/**
 * The band of a value. `mean` is that of the provinces; null means that there is none to compare with, and counts as reached.
 * Rule: the tracking sheet of Project 06 from province to commune; mirrored where less is better.
 */
export function scoreIndicator(goal: Goal, value: number, mean: number | null): ScoreBand {
  const sign = goal.direction === 'UP' ? 1 : -1;
  const reaches = (mark: number) => sign * value >= sign * mark;
  if (reaches(goal.target)) return ScoreBand.DONE;
  if (!reaches(goal.lowerThreshold)) return ScoreBand.BELOW_LOWER;
  return mean === null || reaches(mean) ? ScoreBand.ABOVE_MEAN : ScoreBand.BELOW_MEAN;
}

/** How many more cases the numerator needs: ceil(target × denominator − numerator), never below 0; null where it cannot be said. */
export function countMissing(
  goal: Goal,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (goal.direction === 'DOWN' || numerator === null) return null;
  if (denominator === null) return Math.max(0, Math.ceil(goal.target - numerator));
  const share = goal.unit === 'PERCENT' ? goal.target / 100 : goal.target;
  return Math.max(0, Math.ceil(share * denominator - numerator));
}

export const BAND_WORDS: Readonly<Record<ScoreBand, { readonly vi: string; readonly en: string }>> = {
  DONE: { vi: 'Hoàn thành', en: 'Target reached' },
  ABOVE_MEAN: {
    vi: 'Chưa hoàn thành, đạt hoặc tốt hơn mức trung bình các tỉnh',
    en: 'Not reached; at or better than the mean of the provinces',
  },
  BELOW_MEAN: {
    vi: 'Chưa hoàn thành, kém mức trung bình các tỉnh',
    en: 'Not reached; worse than the mean of the provinces',
  },
  BELOW_LOWER: { vi: 'Chưa hoàn thành, dưới ngưỡng tối thiểu', en: 'Not reached; below the lower threshold' },
};

/** The rule's code as stored with the status, and the rule in words as shown beside it. */
export const INDICATOR_RULE = {
  code: 'INDICATOR_SCORE_V1',
  words: {
    vi: 'Theo quan sát mới nhất của các chỉ số gắn với ô trong kỳ: ĐÃ HƯỞNG LỢI khi mọi chỉ số đạt mục tiêu; CHƯA ĐƯỢC HƯỞNG LỢI khi mọi chỉ số dưới ngưỡng tối thiểu; HƯỞNG LỢI MỘT PHẦN trong các trường hợp còn lại. Chỉ số chưa có số liệu được coi là chưa đạt mục tiêu.',
    en: 'By the newest observation of the indicators that speak for the cell in the period: BENEFITING when all reach their targets; NOT_YET when all are below their lower thresholds; otherwise PARTIAL. An indicator without an observation counts as short of its target.',
  },
} as const;

/** `bands` of all indicators of the cell, null for one without an observation; null when nothing was observed at all. */
export function deriveIndicatorStatus(bands: readonly (ScoreBand | null)[]): CellStatus | null {
  const seen = bands.filter((band) => band !== null);
  if (seen.length === 0) return null;
  if (bands.every((band) => band === ScoreBand.DONE)) return CellStatus.BENEFITING;
  return seen.every((band) => band === ScoreBand.BELOW_LOWER) ? CellStatus.NOT_YET : CellStatus.PARTIAL;
}
