/** Derives what a cell may claim from the indicators that speak for it: by the newest figure, or by what has held for days. */
import { HOLD, walkHeldDays, writeDay, type DayFigure, type HeldState } from './held-days';
import {
  deriveIndicatorStatus,
  INDICATOR_RULE,
  scoreIndicator,
  ScoreBand,
  type Goal,
  type IndicatorUnit,
} from '../indicator/indicator-score';
import { type CellStatus } from './matrix-status';
import { writeFigure, type Words } from '../indicator/observation-words';

/** The rule's code as stored with the status, and the rule in words as shown beside it. */
export const HELD_RULE = {
  code: 'INDICATOR_HELD_V1',
  words: {
    vi: `Chỉ rời CHƯA ĐƯỢC HƯỞNG LỢI sau ${HOLD.riseDays} ngày liên tiếp, ngày nào cũng có số liệu và không số liệu nào dưới ngưỡng tối thiểu; trở lại CHƯA ĐƯỢC HƯỞNG LỢI sau ${HOLD.fallDays} ngày có số liệu dưới ngưỡng. Trong thời gian giữ được: ĐÃ HƯỞNG LỢI khi mọi chỉ số đạt mục tiêu, còn lại là HƯỞNG LỢI MỘT PHẦN. Xét ${HOLD.windowDays} ngày gần nhất.`,
    en: `Leaves NOT_YET only after ${HOLD.riseDays} days in a row, each with figures and none of them below the lower threshold; falls back to NOT_YET after ${HOLD.fallDays} days with a figure below it. While it holds: BENEFITING when all indicators reach their targets, otherwise PARTIAL. The last ${HOLD.windowDays} days count.`,
  },
} as const;

export type StatusRuleCode = typeof INDICATOR_RULE.code | typeof HELD_RULE.code;

/** What is known of one indicator for the cell's locality and period. */
export interface IndicatorFinding extends Goal {
  readonly code: string;
  readonly name: Words;
  readonly rule: StatusRuleCode;
  /** The newest figure of the period; null without one. */
  readonly latest: {
    readonly value: number;
    readonly numerator: number | null;
    readonly denominator: number | null;
  } | null;
  /** Up to the newest figure; empty unless the rule counts days. */
  readonly days: readonly DayFigure[];
}

export interface DerivedStatus {
  readonly status: CellStatus;
  readonly rule: StatusRuleCode;
  /** The facts that led to it. */
  readonly why: Words;
}

/** Null where nothing was observed at all. One indicator that has to hold makes the whole cell wait for it. */
export function deriveCellStatus(findings: readonly IndicatorFinding[]): DerivedStatus | null {
  const judged = findings.map(judge);
  const status = deriveIndicatorStatus(judged.map(({ band }) => band));
  if (status === null) return null;
  const holds = findings.some((finding) => finding.rule === HELD_RULE.code);
  return {
    status,
    rule: holds ? HELD_RULE.code : INDICATOR_RULE.code,
    why: {
      vi: judged.map(({ why }) => why.vi).join(' '),
      en: judged.map(({ why }) => why.en).join(' '),
    },
  };
}

function judge(finding: IndicatorFinding): { band: ScoreBand | null; why: Words } {
  const { latest, name } = finding;
  if (latest === null) {
    return {
      band: null,
      why: { vi: `${name.vi}: chưa có số liệu.`, en: `${name.en}: nothing observed yet.` },
    };
  }
  // The mean tells bands apart that mean the same here, so none is asked for.
  const scored = scoreIndicator(finding, latest.value, null);
  const say = (vi: string, en: string): Words => ({
    vi: `${name.vi}: ${writeFigure('vi', finding.unit, latest)}; ${vi}.`,
    en: `${name.en}: ${writeFigure('en', finding.unit, latest)}; ${en}.`,
  });
  if (finding.rule !== HELD_RULE.code) return { band: scored, why: say(...wordsOfBand(finding, scored)) };
  const sign = finding.direction === 'UP' ? 1 : -1;
  const state = walkHeldDays(finding.days, (worst) => sign * worst >= sign * finding.lowerThreshold);
  if (!state.held) return { band: ScoreBand.BELOW_LOWER, why: say(...wordsOfWaiting(finding, state)) };
  const band = scored === ScoreBand.BELOW_LOWER ? ScoreBand.BELOW_MEAN : scored;
  return { band, why: say(...wordsOfHolding(finding, state, scored)) };
}

type Pair = [vi: string, en: string];

function wordsOfBand(goal: Goal, band: ScoreBand): Pair {
  const [target, lower] = [mark(goal.target, goal.unit), mark(goal.lowerThreshold, goal.unit)];
  if (band === ScoreBand.DONE) return [`đạt mục tiêu ${target.vi}`, `reaches the target ${target.en}`];
  if (band === ScoreBand.BELOW_LOWER)
    return [`dưới ngưỡng tối thiểu ${lower.vi}`, `below the lower threshold ${lower.en}`];
  return [`chưa đạt mục tiêu ${target.vi}`, `short of the target ${target.en}`];
}

function wordsOfWaiting(goal: Goal, { counted, since }: HeldState): Pair {
  const lower = mark(goal.lowerThreshold, goal.unit);
  const lost: Pair =
    since === null
      ? ['', '']
      : [`, không còn giữ được từ ${writeDay(since)}`, `, lost on ${writeDay(since)}`];
  return counted === 0
    ? [`dưới ngưỡng tối thiểu ${lower.vi}${lost[0]}`, `below the lower threshold ${lower.en}${lost[1]}`]
    : [
        `trên ngưỡng ${lower.vi} được ${counted}/${HOLD.riseDays} ngày${lost[0]}`,
        `at or above ${lower.en} for ${counted} of ${HOLD.riseDays} days${lost[1]}`,
      ];
}

function wordsOfHolding(goal: Goal, { counted, since }: HeldState, scored: ScoreBand): Pair {
  const lower = mark(goal.lowerThreshold, goal.unit);
  const day = since === null ? '' : writeDay(since);
  const [vi, en] = wordsOfBand(goal, scored);
  const doubt: Pair =
    counted === 0
      ? ['', '']
      : [
          `, đã ${counted}/${HOLD.fallDays} ngày dưới ngưỡng`,
          `, ${counted} of ${HOLD.fallDays} days below it by now`,
        ];
  return [
    `${vi}; giữ trên ngưỡng ${lower.vi} từ ${day}${doubt[0]}`,
    `${en}; held above ${lower.en} since ${day}${doubt[1]}`,
  ];
}

const mark = (value: number, unit: IndicatorUnit) => {
  const figure = { value, numerator: null, denominator: null };
  return { vi: writeFigure('vi', unit, figure), en: writeFigure('en', unit, figure) };
};
