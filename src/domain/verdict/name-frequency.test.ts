/** Checks that rare names weigh more than common ones and that nothing weighs more than the cap. */
import fc from 'fast-check';
import { NAME_BITS_CAP, nameAgreementBits } from './name-frequency';

describe('nameAgreementBits', () => {
  it('gives the commonest surname about 1.4 bits and its rarer ones more', () => {
    const withSurname = (surname: string): number => nameAgreementBits(`${surname} THỊ HOA`);
    expect(withSurname('TRẦN') - withSurname('NGUYỄN')).toBeCloseTo(Math.log2(0.384 / 0.121), 0);
    expect(withSurname('CHẾ')).toBeGreaterThan(withSurname('ĐÀO'));
    expect(nameAgreementBits('NGUYỄN THỊ HOA')).toBe(11.9);
  });

  it('counts a name of one word as a given name only', () => {
    expect(nameAgreementBits('TRANG')).toBeLessThan(6);
    expect(nameAgreementBits('NGUYỄN TRANG')).toBeGreaterThan(6);
  });

  it('stays within 0 and the cap, in tenths', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const bits = nameAgreementBits(name);
        expect(bits).toBeGreaterThan(0);
        expect(bits).toBeLessThanOrEqual(NAME_BITS_CAP);
        expect(Math.round(bits * 10) / 10).toBe(bits);
      }),
    );
  });
});
