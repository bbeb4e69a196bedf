/** Says an observation in one sentence, in both languages, as the evidence of a cell shows it. */
import { type IndicatorUnit } from './indicator-score';

export interface SummarisedIndicator {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unit: IndicatorUnit;
  readonly target: number;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const UNIT_WORDS: Readonly<Record<IndicatorUnit, { readonly vi: string; readonly en: string }>> = {
  PERCENT: { vi: ' %', en: ' %' },
  RATIO: { vi: '', en: '' },
  COUNT: { vi: '', en: '' },
  DAYS: { vi: ' ngày', en: ' days' },
  MINUTES: { vi: ' phút', en: ' minutes' },
};

export function summariseObservation(seen: SummarisedIndicator): { vi: string; en: string } {
  const say = (language: 'vi' | 'en', locale: string, name: string, target: string) => {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const unit = UNIT_WORDS[seen.unit][language];
    const { numerator, denominator } = seen;
    const parts =
      numerator !== null && denominator !== null
        ? ` (${number.format(numerator)}/${number.format(denominator)})`
        : '';
    return `${name}: ${number.format(seen.value)}${unit}${parts}; ${target} ${number.format(seen.target)}${unit}.`;
  };
  return {
    vi: say('vi', 'vi-VN', seen.nameVi, 'mục tiêu'),
    en: say('en', 'en-GB', seen.nameEn, 'target'),
  };
}
