/** Reads one record of a feed as it came, pulled or pushed, and says by a code why it cannot be taken. */

/** As the source gave it: nothing about it is sure. */
export interface RawFeedRecord {
  readonly receiverKey?: unknown;
  readonly version?: unknown;
  readonly reportingDay?: unknown;
  readonly issuedAt?: unknown;
  readonly numerator?: unknown;
  readonly denominator?: unknown;
}

export interface FeedRecord {
  /** The receiver knows the record by it, whatever happens to it at the source. */
  readonly receiverKey: string;
  /** From 1; a higher one replaces a lower one. */
  readonly version: number;
  /** `2026-11-23`: the day that ended with the cut-off at 17:00 in Viet Nam. */
  readonly reportingDay: string;
  /** ISO 8601 in UTC. */
  readonly issuedAt: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Codes with the sentence that a sender reads. */
export const FEED_REJECTIONS = {
  BAD_KEY: {
    vi: 'Thiếu khóa nhận, hoặc khóa có ký tự không được phép',
    en: 'The receiver key is missing, or has characters that are not allowed',
  },
  BAD_VERSION: { vi: 'Phiên bản không phải số nguyên từ 1', en: 'The version is no whole number from 1 on' },
  BAD_DAY: { vi: 'Ngày báo cáo không hợp lệ', en: 'The reporting day is no date' },
  BAD_TIME: { vi: 'Thời điểm phát hành không theo ISO 8601', en: 'The time of issue is not ISO 8601' },
  TIME_IN_FUTURE: { vi: 'Thời điểm phát hành ở tương lai', en: 'The time of issue lies in the future' },
  BAD_NUMBER: { vi: 'Tử số hoặc mẫu số không hợp lệ', en: 'Numerator or denominator is no number from 0 on' },
  PART_OVER_WHOLE: { vi: 'Tử số lớn hơn mẫu số', en: 'The numerator is greater than the denominator' },
} as const;
export type FeedRejection = keyof typeof FEED_REJECTIONS;

/** Clocks differ; more than this is a wrong time. Milliseconds. */
const CLOCK_PATIENCE_MS = 10 * 60_000;
/** Codes only: a key is no place for a name. */
const KEY = /^[\w./:-]{1,100}$/;

/** `now` in epoch milliseconds, by the clock that the record is held against. */
export function readFeedRecord(raw: RawFeedRecord, now: number): FeedRecord | FeedRejection {
  const { receiverKey, version, reportingDay, issuedAt, numerator, denominator } = raw;
  if (typeof receiverKey !== 'string' || !KEY.test(receiverKey)) return 'BAD_KEY';
  if (!isWhole(version) || version < 1) return 'BAD_VERSION';
  if (!isDay(reportingDay)) return 'BAD_DAY';
  const issued = readMoment(issuedAt);
  if (issued === null) return 'BAD_TIME';
  if (issued > now + CLOCK_PATIENCE_MS) return 'TIME_IN_FUTURE';
  const whole = denominator ?? null;
  if (!isAmount(numerator) || (whole !== null && !isAmount(whole))) return 'BAD_NUMBER';
  if (whole !== null && numerator > whole) return 'PART_OVER_WHOLE';
  const issuedText = new Date(issued).toISOString();
  return { receiverKey, version, reportingDay, issuedAt: issuedText, numerator, denominator: whole };
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value <= 2_147_483_647;

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value);
}

function readMoment(value: unknown): number | null {
  const pattern = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
  if (typeof value !== 'string' || !pattern.test(value)) return null;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : moment;
}
