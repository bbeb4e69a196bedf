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

export interface Words {
  readonly vi: string;
  readonly en: string;
}

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `43 % (4.300/10.000)`, as the language writes numbers. */
export function writeFigure(
  language: 'vi' | 'en',
  unit: IndicatorUnit,
  { value, numerator, denominator }: Pick<SummarisedIndicator, 'value' | 'numerator' | 'denominator'>,
): string {
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 });
  const parts =
    numerator !== null && denominator !== null
      ? ` (${number.format(numerator)}/${number.format(denominator)})`
      : '';
  return `${number.format(value)}${UNIT_WORDS[unit][language]}${parts}`;
}

export function summariseObservation(seen: SummarisedIndicator): Words {
  const target = { value: seen.target, numerator: null, denominator: null };
  const say = (language: 'vi' | 'en', name: string, word: string) =>
    `${name}: ${writeFigure(language, seen.unit, seen)}; ${word} ${writeFigure(language, seen.unit, target)}.`;
  return { vi: say('vi', seen.nameVi, 'mục tiêu'), en: say('en', seen.nameEn, 'target') };
}
