/** Makes the nation's figure of an indicator from those of the provinces. */
import { type IndicatorUnit } from './indicator-score';

export interface Parts {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * Shares and ratios add up part by part. Counts, days and minutes do not: their sum would pass any target, so the nation
 * stands where its middle province does (the lower of the two middle ones). Null without figures. Rule: our own proposal.
 */
export function makeNational(
  unit: IndicatorUnit,
  provinces: readonly Parts[],
): { readonly numerator: number; readonly denominator: number | null } | null {
  if (provinces.length === 0) return null;
  if (unit === 'PERCENT' || unit === 'RATIO') {
    const known = provinces.filter(
      ({ numerator, denominator }) => numerator !== null && denominator !== null,
    );
    if (known.length === 0) return null;
    const sum = (part: 'numerator' | 'denominator') =>
      known.reduce((total, province) => total + (province[part] ?? 0), 0);
    return { numerator: sum('numerator'), denominator: sum('denominator') };
  }
  const sorted = provinces.map(({ value }) => value).sort((a, b) => a - b);
  return { numerator: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, denominator: null };
}
