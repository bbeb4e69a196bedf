/** Answers for the days of a year: day number ↔ month and day, without the Date object and without a clock. */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return (DAYS_BEFORE_MONTH[month] as number) - (DAYS_BEFORE_MONTH[month - 1] as number);
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

/** Day of the year from 0 (1 January). */
export function dayOfYear(date: CalendarDate): number {
  const leapDay = date.month > 2 && isLeapYear(date.year) ? 1 : 0;
  return (DAYS_BEFORE_MONTH[date.month - 1] as number) + leapDay + date.day - 1;
}

/** Month 1–12 of a day of the year from 0. */
export function monthOf(year: number, day: number): number {
  let month = Math.min(12, ((day / 29) | 0) + 1);
  while (firstDayOf(year, month) > day) month -= 1;
  return month;
}

/** Day of the year on which a month starts. */
export function firstDayOf(year: number, month: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] as number) + (month > 2 && isLeapYear(year) ? 1 : 0);
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
