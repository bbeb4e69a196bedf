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
  const [low, high] = wilson(numerator, denominator, Z);
  return { numerator, denominator, value: numerator / denominator, low, high };
}

/** The lower end of Wilson's interval, `z` standard deviations wide to each side; 0 when there was nothing to count. */
export function lowestShare(numerator: number, denominator: number, z: number): number {
  return denominator === 0 ? 0 : wilson(numerator, denominator, z)[0];
}

function wilson(numerator: number, denominator: number, z: number): [number, number] {
  const value = numerator / denominator;
  const centre = value + (z * z) / (2 * denominator);
  const spread = z * Math.sqrt((value * (1 - value)) / denominator + (z * z) / (4 * denominator ** 2));
  const scale = 1 + (z * z) / denominator;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
