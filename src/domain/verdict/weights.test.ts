/** Checks the starting weights against the model's worked example, and that parts always add up. */
import fc from 'fast-check';
import { FieldClass } from './field-outcome';
import {
  addBits,
  bitsBetween,
  birthBits,
  nameBits,
  NameRelation,
  numberBits,
  posteriorOf,
  PRIOR_BITS,
  sexBits,
} from './weights';

const DAY = { precision: 'DAY', sub: null, sameYear: true } as const;

describe('the starting weights', () => {
  it('are those of the model', () => {
    expect(PRIOR_BITS).toBe(-26.6);
    expect(numberBits(FieldClass.EXACT, false)).toBe(24);
    expect(numberBits(FieldClass.CLOSE, false)).toBe(11.5);
    expect(numberBits(FieldClass.DIFFERENT, false)).toBe(-6);
    expect(nameBits(NameRelation.FOLDED, 14.1)).toBe(13.1);
    expect(nameBits(NameRelation.ONE_EDIT, 14.1)).toBe(8);
    expect(nameBits(NameRelation.DIFFERENT, 0)).toBe(-7);
    expect(birthBits(FieldClass.EXACT, DAY, false)).toBe(14.4);
    expect(birthBits(FieldClass.PARTIAL, { ...DAY, precision: 'YEAR' }, false)).toBe(5.9);
    expect(birthBits(FieldClass.CLOSE, { ...DAY, sub: 'SWAP_DM' }, false)).toBe(9);
    expect(birthBits(FieldClass.CLOSE, { ...DAY, sub: 'DIGIT1' }, false)).toBe(6);
    expect(birthBits(FieldClass.DIFFERENT, DAY, false)).toBe(-1);
    expect(birthBits(FieldClass.DIFFERENT, { ...DAY, sameYear: false }, false)).toBe(-6);
    expect(sexBits(FieldClass.EXACT, false)).toBe(1);
    expect(sexBits(FieldClass.DIFFERENT, false)).toBe(-5);
  });

  it('give sex and birth year nothing once the numbers agree', () => {
    expect(sexBits(FieldClass.EXACT, true)).toBe(0);
    expect(sexBits(FieldClass.DIFFERENT, true)).toBe(0);
    expect(birthBits(FieldClass.EXACT, DAY, true)).toBe(8.5);
    expect(birthBits(FieldClass.PARTIAL, { ...DAY, precision: 'YEAR' }, true)).toBe(0);
    expect(birthBits(FieldClass.DIFFERENT, DAY, true)).toBe(-6);
  });

  it('give a missing, invalid or uncompared field nothing', () => {
    const silent = ['MISSING_INPUT', 'MISSING_REGISTER', 'INVALID_INPUT', 'NOT_COMPARED'] as const;
    for (const outcome of silent) {
      expect([numberBits(outcome, false), birthBits(outcome, DAY, false), sexBits(outcome, false)]).toEqual([
        0, 0, 0,
      ]);
    }
  });

  it('never settle a person by the number alone, nor by name and birth date alone', () => {
    expect(posteriorOf(addBits([24]))).toBeLessThan(0.5);
    expect(posteriorOf(addBits([18, 14.4, 1]))).toBeLessThan(0.999);
  });
});

describe('addBits', () => {
  it('adds tenths exactly, in any order', () => {
    const part = fc.integer({ min: -120, max: 240 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), (parts) => {
        const sum = addBits(parts);
        expect(Math.round(sum * 10)).toBe(parts.reduce((total, bits) => total + Math.round(bits * 10), -266));
        expect(addBits([...parts].reverse())).toBe(sum);
        expect(Math.abs(parts.reduce((total, bits) => total + bits, PRIOR_BITS) - sum)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('bitsBetween', () => {
  it('is exact where floating point is not', () => {
    expect(4.1 - 1.1).not.toBe(3);
    expect(bitsBetween(4.1, 1.1)).toBe(3);
  });
});

describe('posteriorOf', () => {
  it('is one half at 0 bits and rises with the weight', () => {
    expect(posteriorOf(0)).toBe(0.5);
    expect(posteriorOf(10)).toBeCloseTo(1024 / 1025, 12);
    expect(posteriorOf(-10)).toBeCloseTo(1 / 1025, 12);
  });
});
