/** Answers for the reporting days of the provinces: from 17:00 in Vietnam to 17:00 of the day that gives its name. */

const DAY_MS = 86_400_000;
/** 17:00 in Vietnam is 10:00 UTC, so 14 hours are left of the UTC day. */
const AFTER_CUT_OFF_MS = 14 * 3_600_000;

/** Number of the reporting day that the moment falls into; both in and out of UTC. */
export function dayOf(ms: number): number {
  return Math.floor((ms + AFTER_CUT_OFF_MS) / DAY_MS);
}

/** First moment of the day; the day before ends there. */
export function startOf(day: number): number {
  return day * DAY_MS - AFTER_CUT_OFF_MS;
}

export function lengthOfDay(): number {
  return DAY_MS;
}

/** Such as 2026-11-23. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
