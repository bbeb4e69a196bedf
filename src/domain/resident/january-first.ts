/** Tells whether a file writes 1 January where it does not know the day: a single row cannot tell, many rows can. */
import { lowestShare } from '../share';
import { parseBirthDate } from './birth-date';
import { readCell } from './cell-text';

/** Fewer such dates prove nothing, however small the file. */
const FEWEST_HEAPED = 5;
const CHANCE = 1 / 365;

/**
 * True when the share of 1 January among the full dates is more than four times the 1/365 that chance would give: three of four such
 * dates are stand-ins then, enough to take them all for years (rule D07).
 */
export function isJanuaryFirstHeaped(januaryFirsts: number, fullDates: number): boolean {
  return januaryFirsts >= FEWEST_HEAPED && januaryFirsts > fullDates * 4 * CHANCE;
}

/**
 * For a date that the register contradicts less is enough. There are two ways to a wrong 1 January: a stand-in, or an error of day and
 * month that fell on it, and of the 2 % or so of such errors one in 365 does. Half as many above chance as chance gives are 25 stand-ins
 * for each error.
 */
const TELLING_EXCESS = 1.5;
/** One-sided 1 in 2,000, because every decade of a file is asked. */
const Z = 3.29;

/** True when the share of 1 January lies so far above chance, beyond doubt, that one which the register contradicts is a stand-in. */
export function hasStandIns(januaryFirsts: number, fullDates: number): boolean {
  if (januaryFirsts < FEWEST_HEAPED) return false;
  return lowestShare(januaryFirsts, fullDates, Z) > TELLING_EXCESS * CHANCE;
}

export const decadeOf = (year: number): number => Math.floor(year / 10) * 10;

interface Counts {
  januaryFirsts: number;
  fullDates: number;
}

/** Counts the birth dates of a file as it streams by, decade by decade: unknown days are an affair of the old. */
export class JanuaryFirstCount {
  private readonly decades = new Map<number, Counts>();

  add(cell: string | undefined): void {
    const { text } = readCell(cell ?? null);
    const date = text === null ? null : parseBirthDate(text).date;
    if (date?.month === undefined || date.day === undefined) return;
    const decade = decadeOf(date.year);
    let counts = this.decades.get(decade);
    if (counts === undefined) this.decades.set(decade, (counts = { januaryFirsts: 0, fullDates: 0 }));
    counts.fullDates += 1;
    if (date.month === 1 && date.day === 1) counts.januaryFirsts += 1;
  }

  isHeaped(): boolean {
    const { januaryFirsts, fullDates } = this.wholeFile();
    return isJanuaryFirstHeaped(januaryFirsts, fullDates);
  }

  /** Decades of birth (1950 for 1950 … 1959) whose 1 January may be a stand-in: all when the whole file shows it, or those that do. */
  standInDecades(): number[] {
    const { januaryFirsts, fullDates } = this.wholeFile();
    const everywhere = this.isHeaped() || hasStandIns(januaryFirsts, fullDates);
    return [...this.decades]
      .filter(([, counts]) => everywhere || hasStandIns(counts.januaryFirsts, counts.fullDates))
      .map(([decade]) => decade)
      .sort((a, b) => a - b);
  }

  private wholeFile(): Counts {
    const whole = { januaryFirsts: 0, fullDates: 0 };
    for (const { januaryFirsts, fullDates } of this.decades.values()) {
      whole.januaryFirsts += januaryFirsts;
      whole.fullDates += fullDates;
    }
    return whole;
  }
}
