/** Scores as the weekly sheet gives them: the four bands, mirrored where less is better, and what is still missing. */
import fc from 'fast-check';
import {
  computeValue,
  countMissing,
  deriveIndicatorStatus,
  scoreIndicator,
  type Goal,
} from './indicator-score';

const signatures: Goal = { unit: 'PERCENT', direction: 'UP', target: 50, lowerThreshold: 20 };
const lag: Goal = { unit: 'MINUTES', direction: 'DOWN', target: 60, lowerThreshold: 1440 };

describe('scoreIndicator', () => {
  it('puts a value into one of four bands', () => {
    expect([50, 49.9, 30, 19.9].map((value) => scoreIndicator(signatures, value, 35))).toEqual([
      'DONE',
      'ABOVE_MEAN',
      'BELOW_MEAN',
      'BELOW_LOWER',
    ]);
  });

  it('is mirrored where less is better', () => {
    expect([60, 90, 300, 1441].map((value) => scoreIndicator(lag, value, 120))).toEqual([
      'DONE',
      'ABOVE_MEAN',
      'BELOW_MEAN',
      'BELOW_LOWER',
    ]);
  });
});

describe('countMissing', () => {
  it('says how many cases close the gap, and not one fewer', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (numerator, denominator) => {
        const missing = countMissing(signatures, numerator, denominator)!;
        const reached = (extra: number) => computeValue('PERCENT', numerator + extra, denominator)! >= 50;
        expect(reached(missing)).toBe(true);
        if (missing > 0) expect(reached(missing - 1)).toBe(false);
      }),
    );
    expect(countMissing(lag, 90, null)).toBeNull();
  });
});

describe('deriveIndicatorStatus', () => {
  it('follows the rule in words', () => {
    expect(deriveIndicatorStatus([null, null])).toBeNull();
    expect(deriveIndicatorStatus(['DONE', 'DONE'])).toBe('BENEFITING');
    expect(deriveIndicatorStatus(['DONE', null])).toBe('PARTIAL');
    expect(deriveIndicatorStatus(['BELOW_LOWER', null])).toBe('NOT_YET');
    expect(deriveIndicatorStatus(['BELOW_LOWER', 'BELOW_MEAN'])).toBe('PARTIAL');
  });
});
