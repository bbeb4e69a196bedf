/** The reporting days of the provinces: from 17:00 in Viet Nam to 17:00 of the day that gives its name. */

const DAY_MS = 86_400_000;
/** 17:00 in Viet Nam, which has no summer time, is 10:00 UTC: the day is 14 hours old then. */
const AFTER_CUT_OFF_MS = 14 * 3_600_000;

/** `2026-11-23` for the moment, in epoch milliseconds. Rule: provincial IOCs that refresh their data by 17:00 every day. */
export function reportingDayAt(now: number): string {
  return dateOf(Math.floor((now + AFTER_CUT_OFF_MS) / DAY_MS));
}

/** The day that lies `days` before, as `2026-11-21`. */
export function daysBefore(day: string, days: number): string {
  return dateOf(Date.parse(`${day}T00:00:00Z`) / DAY_MS - days);
}

const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
