/** Answers for how often each class of noise strikes: three presets, and the units (row, clerk, batch) that share a habit. */

export const NOISE_LEVELS = ['L1', 'L2', 'L3'] as const;
export type NoiseLevel = (typeof NOISE_LEVELS)[number];

/** Rows of one office's delivery share batch habits; rows typed by one clerk share style. */
export const BATCH_ROWS = 1000;
export const CLERK_ROWS = 250;

/**
 * Rates of the default preset L2, as shares of rows, of eligible syllables (C11, C13) of batches (names ending in `batch`) or of files (`file`).
 * C53, wards that were split, is no noise of ours: it is in the nature of old addresses.
 */
export const DEFAULT_RATES = {
  'C01 file': 0.04,
  'C02 file': 0.02,
  'C03 file': 0.01,
  'C04 file': 0.01,
  C05: 0.02,
  C06: 0.01,
  C07: 0.003,
  'C08 batch': 0.003,
  C10: 0.06,
  'C10 batch': 0.02,
  C11: 0.1,
  C12: 0.3,
  C13: 0.01,
  C20: 0.015,
  C21: 0.002,
  C22: 0.015,
  C23: 0.003,
  C24: 0.005,
  C25: 0.002,
  C26: 0.008,
  C27: 0.003,
  C28: 0.002,
  C30: 0.007,
  C31: 0.04,
  C32: 0.015,
  C33: 0.005,
  C34: 0.004,
  C35: 0.005,
  C36: 0.003,
  C40: 0.004,
  C41: 0.002,
  'C42 batch': 0.03,
  'C43 batch': 0.003,
  C44: 0.08,
  C45: 0.001,
  C46: 0.01,
  C50: 0.6,
  C51: 0.25,
  C52: 0.05,
  C60: 0.03,
  C61: 0.02,
  C62: 0.01,
  C70: 0.002,
  'C70 batch': 0.05,
  C71: 0.001,
  'C72 batch': 0.01,
  C80: 0.03,
  C82: 0.005,
  C83: 0.003,
  C84: 0.002,
  C85: 0.01,
  /** Share of renamed, of corrected people whose row still carries the old entry; how many there are is the register's affair. */
  C87: 0.8,
  C88: 0.8,
  C89: 0.1,
} as const;

export type RateName = keyof typeof DEFAULT_RATES;
export type Rates = Readonly<Record<RateName, number>>;

const FACTOR = { L1: 0.3, L2: 1, L3: 3 } as const;
/** Rates of L3 never exceed this, or the L2 rate where that is higher already. */
const CAP = 0.5;

/** The rates of a preset; `overrides` replace single ones (0 switches a class off). */
export function ratesOf(level: NoiseLevel, overrides: Partial<Rates> = {}): Rates {
  const entries = Object.entries(DEFAULT_RATES).map(([name, rate]) => [
    name,
    Math.min(rate * FACTOR[level], Math.max(CAP, rate)),
  ]);
  return { ...(Object.fromEntries(entries) as Rates), ...overrides };
}

export const NO_NOISE: Rates = Object.fromEntries(
  Object.keys(DEFAULT_RATES).map((name) => [name, 0]),
) as Rates;
