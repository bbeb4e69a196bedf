/** Reads a date of birth in every syntax that files use, keeps what is known of it, and compares two of them. */
import { rememberLast } from '../remember';
import { digitSlip } from './digit-slip';
import { RuleId } from '../verdict/rule-id';

/** A date known to the year, the month or the day: its precision is what is present. `month` 1–12, `day` 1–31. */
export interface PartialDate {
  year: number;
  month?: number;
  day?: number;
}

export const DatePrecision = { YEAR: 'YEAR', MONTH: 'MONTH', DAY: 'DAY' } as const;
export type DatePrecision = (typeof DatePrecision)[keyof typeof DatePrecision];

/** The earliest year taken for a year of birth, and the last one the personal number can express with its common digits. */
const FIRST_YEAR = 1850;
const LAST_YEAR = 2199;
/** Nobody older is believed (cleansing rule D06). */
const MAX_AGE_YEARS = 120;

/** A date with the rules that were needed to read it, or the rule that it breaks. Blank dates such as 00/00/0000 are `blank`. */
export type ParsedBirthDate =
  | { date: PartialDate; rules: readonly RuleId[] }
  | {
      date: null;
      blank: boolean;
      rules: readonly RuleId[];
      /** The two digits of a year that could not be read by them alone. */
      shortYear?: number;
    };

const CANONICAL: readonly RuleId[] = [];
const SYNTAX: readonly RuleId[] = [RuleId.D01];
const UNKNOWN_PART: readonly RuleId[] = [RuleId.D05];
const IMPOSSIBLE: ParsedBirthDate = { date: null, blank: false, rules: [RuleId.D06] };
const COUNTED: readonly RuleId[] = [RuleId.D03];
const SHORT_YEAR: readonly RuleId[] = [RuleId.D04];
const UNREADABLE: ParsedBirthDate = { date: null, blank: false, rules: [RuleId.D01] };
const BLANK: ParsedBirthDate = { date: null, blank: true, rules: [RuleId.T05] };

const DAY_FIRST = /^(\d{1,2}|--|-|\?\?)[/.-](\d{1,2}|--|-|\?\?)[/.-](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})$/;
const EIGHT_DIGITS = /^\d{8}$/;
const YEAR = /^\d{4}$/;
/** A spreadsheet's count of days, 18/05/1927 … 2036: below lie years written as such, above nobody is born yet. */
const SERIAL = /^([1-4]\d{4})(?:\.0+)?$/;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** A spreadsheet's midnight after the date says nothing. */
const MIDNIGHT = /[T ]0{1,2}:00(?::00(?:\.0+)?)?(?: ?AM)?Z?$/;

/**
 * Parses a date of birth: dd/MM/yyyy (the norm in Vietnam), d-M-yyyy, d.M.yyyy, ddMMyyyy, yyyy-MM-dd, yyyyMMdd, MM/yyyy, yyyy, and
 * unknown parts as 00 or -- before a year, and a spreadsheet's count of days. Day comes before month; a column written month-first
 * must be told apart per column, never per row. A year of two digits is read where `numberYear`, the year of birth in the row's
 * personal number, ends in them. Errors: D06 impossible (31/02, year outside 1850–2199), D04 two-digit year, D01 unreadable.
 */
export function parseBirthDate(text: string, numberYear: number | null = null): ParsedBirthDate {
  return numberYear === null ? parseAlone(text) : parse(text, numberYear);
}

const parseAlone = rememberLast((text) => parse(text, null));

function parse(text: string, numberYear: number | null): ParsedBirthDate {
  if (isCanonicalDay(text)) {
    const [day, month] = [twoDigits(text, 0), twoDigits(text, 3)];
    const year = twoDigits(text, 6) * 100 + twoDigits(text, 8);
    return fromNumbers(year, month, day, month === 0 || day === 0 ? UNKNOWN_PART : CANONICAL);
  }
  if (text.length > 40) return UNREADABLE;
  const trimmed = text
    .normalize('NFKC')
    .trim()
    .replace(MIDNIGHT, '')
    .replace(/ ?([/.-]) ?/g, '$1');
  const touched = trimmed !== text;
  if (YEAR.test(trimmed)) return fromParts(trimmed, undefined, undefined, touched ? SYNTAX : CANONICAL);
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return fromDayFirst(dayFirst, numberYear);
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst) return fromParts(yearFirst[1]!, yearFirst[2], yearFirst[3], SYNTAX);
  const monthYear = MONTH_YEAR.exec(trimmed);
  if (monthYear)
    return fromParts(
      monthYear[2]!,
      monthYear[1],
      undefined,
      text[2] === '/' && !touched ? CANONICAL : SYNTAX,
    );
  if (EIGHT_DIGITS.test(trimmed)) return fromEightDigits(trimmed);
  const serial = SERIAL.exec(trimmed);
  if (serial) return fromSerial(Number(serial[1]));
  return UNREADABLE;
}

function fromDayFirst(
  [, day, month, year = '']: RegExpExecArray,
  numberYear: number | null,
): ParsedBirthDate {
  if (year.length === 4) return fromParts(year, month, day, SYNTAX);
  const isTold = numberYear !== null && numberYear % 100 === Number(year);
  if (isTold) return fromParts(String(numberYear), month, day, SHORT_YEAR);
  return { date: null, blank: false, rules: SHORT_YEAR, shortYear: Number(year) };
}

function isCanonicalDay(text: string): boolean {
  if (text.length !== 10) return false;
  for (let index = 0; index < 10; index++) {
    const code = text.charCodeAt(index);
    if (index === 2 || index === 5 ? code !== 47 : code < 48 || code > 57) return false;
  }
  return true;
}

/** Of two digits. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** Days from 30/12/1899, since 1900 was no leap year for anyone but the spreadsheet. */
function fromSerial(days: number): ParsedBirthDate {
  const day = new Date(DAY_ZERO + days * DAY_MS);
  const date = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  return { date, rules: COUNTED };
}

/** ddMMyyyy and yyyyMMdd cannot both be dates: a year's first two digits are 18–21, which is no month. */
function fromEightDigits(digits: string): ParsedBirthDate {
  const dayFirst = fromParts(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2), SYNTAX);
  if (dayFirst.date !== null || dayFirst.blank) return dayFirst;
  return fromParts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), SYNTAX);
}

function fromParts(
  yearText: string,
  monthText: string | undefined,
  dayText: string | undefined,
  rules: readonly RuleId[],
): ParsedBirthDate {
  const month = knownPart(monthText);
  const day = knownPart(dayText);
  const isUnknown = (monthText !== undefined && month === 0) || (dayText !== undefined && day === 0);
  return fromNumbers(Number(yearText), month, day, isUnknown ? UNKNOWN_PART : rules);
}

/** `month` and `day` are 0 where they are not known. */
function fromNumbers(year: number, month: number, day: number, rules: readonly RuleId[]): ParsedBirthDate {
  if (year === 0 && month === 0 && day === 0) return BLANK;
  if (year < FIRST_YEAR || year > LAST_YEAR || month > 12 || day > daysInMonth(year, month))
    return IMPOSSIBLE;
  if (month === 0) {
    if (day !== 0) return IMPOSSIBLE;
    return { date: { year }, rules };
  }
  if (day === 0) return { date: { year, month }, rules };
  return { date: { year, month, day }, rules };
}

function knownPart(text: string | undefined): number {
  const value = text === undefined ? 0 : Number(text);
  return Number.isNaN(value) || value < 0 ? 0 : value;
}

/** Days of a Gregorian month, 31 for an unknown one (month 0). */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** How much of the date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.day !== undefined) return DatePrecision.DAY;
  return date.month !== undefined ? DatePrecision.MONTH : DatePrecision.YEAR;
}

/** True unless the date lies after `today` or more than 120 years before it (rule D06). Unknown parts get the benefit of the doubt. */
export function isPlausibleAt(date: PartialDate, today: Required<PartialDate>): boolean {
  const earliest = ordinal(date.year, date.month ?? 1, date.day ?? 1);
  const latest = ordinal(date.year, date.month ?? 12, date.day ?? 31);
  const now = ordinal(today.year, today.month, today.day);
  return earliest <= now && latest >= ordinal(today.year - MAX_AGE_YEARS, today.month, today.day);
}

function ordinal(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

export const DateRelation = {
  /** Same precision, same date. */
  SAME: 'SAME',
  /** Different precision, agreeing in what both know. */
  COMPATIBLE: 'COMPATIBLE',
  SWAP_DM: 'SWAP_DM',
  DIGIT1: 'DIGIT1',
  TRANSPOSE: 'TRANSPOSE',
  SAME_YEAR: 'SAME_YEAR',
  DIFFERENT: 'DIFFERENT',
} as const;
export type DateRelation = (typeof DateRelation)[keyof typeof DateRelation];

/** Compares two dates at the coarser precision of the two. Swapped and mistyped digits are looked for in full dates only. */
export function relateDates(a: PartialDate, b: PartialDate): DateRelation {
  const bothMonths = a.month !== undefined && b.month !== undefined;
  const bothDays = a.day !== undefined && b.day !== undefined;
  const agree = a.year === b.year && (!bothMonths || a.month === b.month) && (!bothDays || a.day === b.day);
  if (agree) return precisionOf(a) === precisionOf(b) ? DateRelation.SAME : DateRelation.COMPATIBLE;
  if (bothDays) {
    if (a.year === b.year && a.day === b.month && a.month === b.day) return DateRelation.SWAP_DM;
    const slip = digitSlip(digitsOf(a), digitsOf(b));
    if (slip !== null) return slip;
  }
  return a.year === b.year ? DateRelation.SAME_YEAR : DateRelation.DIFFERENT;
}

function digitsOf(date: PartialDate): string {
  return String(ordinal(date.year, date.month!, date.day!));
}
