/** Tells whether a file writes 1 January where it does not know the day: a single row cannot tell, a whole file can. */
import { parseBirthDate } from './birth-date';
import { readCell } from './cell-text';

/** Fewer such dates prove nothing, however small the file. */
const FEWEST_HEAPED = 5;

/** True when the share of 1 January among the full dates is more than four times the 1/365 that chance would give. */
export function isJanuaryFirstHeaped(januaryFirsts: number, fullDates: number): boolean {
  return januaryFirsts >= FEWEST_HEAPED && januaryFirsts * 365 > fullDates * 4;
}

/** Counts the birth dates of a file as it streams by. */
export class JanuaryFirstCount {
  private januaryFirsts = 0;
  private fullDates = 0;

  add(cell: string | undefined): void {
    const { text } = readCell(cell ?? null);
    const date = text === null ? null : parseBirthDate(text).date;
    if (date?.month === undefined || date.day === undefined) return;
    this.fullDates += 1;
    if (date.month === 1 && date.day === 1) this.januaryFirsts += 1;
  }

  isHeaped(): boolean {
    return isJanuaryFirstHeaped(this.januaryFirsts, this.fullDates);
  }
}
