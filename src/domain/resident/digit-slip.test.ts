/** Checks which pairs of digit strings are one slip apart. */
import fc from 'fast-check';
import { digitSlip } from './digit-slip';

const digits = fc.stringMatching(/^\d{12}$/);

describe('digitSlip', () => {
  it.each([
    ['079085000123', '079085000124', 'DIGIT1'],
    ['079085000123', '079085000132', 'TRANSPOSE'],
    ['079085000123', '079085000123', null],
    ['079085000123', '079085000321', null],
    ['079085000123', '179085000124', null],
    ['079085000123', '07908500012', null],
  ])('%s and %s: %s', (a, b, slip) => {
    expect(digitSlip(a, b)).toBe(slip);
  });

  it('finds every single wrong digit and is symmetric', () => {
    fc.assert(
      fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(digitSlip(number, wrong)).toBe('DIGIT1');
        expect(digitSlip(wrong, number)).toBe('DIGIT1');
      }),
    );
  });

  it('finds every exchange of different neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(10), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(digitSlip(number, swapped)).toBe('TRANSPOSE');
      }),
    );
  });
});
