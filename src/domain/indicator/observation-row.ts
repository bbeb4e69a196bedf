/** Reads one row of a file of observations, and says by a code why it cannot be taken. */
import { computeValue, type IndicatorUnit } from './indicator-score';

export const OBSERVATION_COLUMNS = [
  'indicator',
  'locality',
  'period',
  'observed_at',
  'numerator',
  'denominator',
  'value',
  'simulated',
] as const;
export type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];

/** A file without these says too little. */
export const REQUIRED_COLUMNS: readonly ObservationColumn[] = [
  'indicator',
  'locality',
  'period',
  'observed_at',
];

export const ObservationRefusal = {
  UNKNOWN_INDICATOR: 'UNKNOWN_INDICATOR',
  UNKNOWN_LOCALITY: 'UNKNOWN_LOCALITY',
  UNKNOWN_PERIOD: 'UNKNOWN_PERIOD',
  LOCALITY_OUT_OF_SCOPE: 'LOCALITY_OUT_OF_SCOPE',
  BAD_TIME: 'BAD_TIME',
  TIME_IN_FUTURE: 'TIME_IN_FUTURE',
  BAD_NUMBER: 'BAD_NUMBER',
  NO_VALUE: 'NO_VALUE',
  VALUE_CONTRADICTS: 'VALUE_CONTRADICTS',
  RATE_OVER_100: 'RATE_OVER_100',
  BAD_SIMULATED: 'BAD_SIMULATED',
} as const;
export type ObservationRefusal = (typeof ObservationRefusal)[keyof typeof ObservationRefusal];

export interface ObservationRow {
  readonly indicatorCode: string;
  readonly localityCode: string;
  readonly periodCode: string;
  /** ISO 8601 in UTC. */
  readonly observedAt: string;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly simulated: boolean;
}

/** What a row may speak of. */
export interface KnownCodes {
  readonly units: ReadonlyMap<string, IndicatorUnit>;
  readonly localities: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  /** The only locality that the sender may report for; null for all. */
  readonly scope: string | null;
  /** Milliseconds since 1970; nothing can be observed later than now. */
  readonly now: number;
}

/** Numbers use a point and no grouping, as machines write them. A value given beside its parts must agree with them. */
export function readObservation(
  cells: Readonly<Partial<Record<ObservationColumn, string>>>,
  known: KnownCodes,
): ObservationRow | ObservationRefusal {
  const cell = (name: ObservationColumn) => (cells[name] ?? '').trim();
  const [indicatorCode, localityCode, periodCode] = [cell('indicator'), cell('locality'), cell('period')];
  const unit = known.units.get(indicatorCode);
  if (!unit) return 'UNKNOWN_INDICATOR';
  if (!known.localities.has(localityCode)) return 'UNKNOWN_LOCALITY';
  if (known.scope !== null && known.scope !== localityCode) return 'LOCALITY_OUT_OF_SCOPE';
  if (!known.periods.has(periodCode)) return 'UNKNOWN_PERIOD';
  const observed = readMoment(cell('observed_at'));
  if (observed === null) return 'BAD_TIME';
  if (observed > known.now) return 'TIME_IN_FUTURE';
  const simulated = readFlag(cell('simulated'));
  if (simulated === null) return 'BAD_SIMULATED';
  const amounts = readAmounts(unit, cell('numerator'), cell('denominator'), cell('value'));
  if (typeof amounts === 'string') return amounts;
  const observedAt = new Date(observed).toISOString();
  return { indicatorCode, localityCode, periodCode, observedAt, simulated, ...amounts };
}

type Amounts = Pick<ObservationRow, 'value' | 'numerator' | 'denominator'>;

function readAmounts(
  unit: IndicatorUnit,
  numeratorText: string,
  denominatorText: string,
  valueText: string,
): Amounts | ObservationRefusal {
  const [numerator, denominator, given] = [numeratorText, denominatorText, valueText].map(readNumber);
  if (numerator === undefined || denominator === undefined || given === undefined) return 'BAD_NUMBER';
  const computed = numerator === null ? null : computeValue(unit, numerator, denominator);
  const value = given ?? computed;
  if (value === null) return 'NO_VALUE';
  // Files round; a hundredth of the value, or of one percent, is no contradiction.
  if (computed !== null && Math.abs(computed - value) > Math.max(0.01, Math.abs(computed) / 100)) {
    return 'VALUE_CONTRADICTS';
  }
  if (unit === 'PERCENT' && value > 100) return 'RATE_OVER_100';
  return { value: computed ?? value, numerator, denominator };
}

/** Null for an empty cell, undefined for one that is no number from 0 on. */
function readNumber(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : undefined;
}

function readMoment(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  // A day alone is the end of that day in Viet Nam.
  const moment = Date.parse(text.length === 10 ? `${text}T23:59:59+07:00` : text);
  return Number.isNaN(moment) ? null : moment;
}

function readFlag(text: string): boolean | null {
  if (text === '' || /^(false|0|no)$/i.test(text)) return false;
  return /^(true|1|yes)$/i.test(text) ? true : null;
}

export const OBSERVATION_REFUSAL_WORDS: Readonly<
  Record<ObservationRefusal, { readonly vi: string; readonly en: string }>
> = {
  UNKNOWN_INDICATOR: { vi: 'Không có chỉ số mang mã này', en: 'No indicator has this code' },
  UNKNOWN_LOCALITY: {
    vi: 'Mã địa phương không thuộc VN và 34 tỉnh',
    en: 'The locality is none of VN and the 34 provinces',
  },
  UNKNOWN_PERIOD: { vi: 'Kỳ này chưa được mở', en: 'The period is not open' },
  LOCALITY_OUT_OF_SCOPE: {
    vi: 'Khóa chỉ được báo cáo cho địa phương của mình',
    en: 'The key may report for its own locality only',
  },
  BAD_TIME: { vi: 'Thời điểm không theo ISO 8601', en: 'The time is not ISO 8601' },
  TIME_IN_FUTURE: { vi: 'Thời điểm ở tương lai', en: 'The time lies in the future' },
  BAD_NUMBER: {
    vi: 'Số không hợp lệ: dùng dấu chấm thập phân, không phân nhóm, không âm',
    en: 'Not a number: use a decimal point, no grouping, nothing below 0',
  },
  NO_VALUE: {
    vi: 'Thiếu giá trị, hoặc tử số và mẫu số lớn hơn 0',
    en: 'No value, nor numerator and a denominator above 0',
  },
  VALUE_CONTRADICTS: {
    vi: 'Giá trị mâu thuẫn với tử số và mẫu số',
    en: 'The value contradicts numerator and denominator',
  },
  RATE_OVER_100: {
    vi: 'Tỷ lệ vượt 100 %: hãy kiểm tra lại tử số và mẫu số',
    en: 'The rate is above 100 %: check numerator and denominator',
  },
  BAD_SIMULATED: {
    vi: 'Cột simulated chỉ nhận true hoặc false',
    en: 'The column simulated takes true or false',
  },
};
