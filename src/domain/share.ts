/** A share as quality reports state it: how many of how many, and how sure that is. */

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 … 1; null when there was nothing to count. */
  readonly value: number | null;
  /** Wilson's 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.96;

export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, value: null, low: 0, high: 1 };
  const value = numerator / denominator;
  const centre = value + (Z * Z) / (2 * denominator);
  const spread = Z * Math.sqrt((value * (1 - value)) / denominator + (Z * Z) / (4 * denominator ** 2));
  const scale = 1 + (Z * Z) / denominator;
  return {
    numerator,
    denominator,
    value,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
