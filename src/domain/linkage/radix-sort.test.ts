/** Checks the radix sort against the plain one. */
import fc from 'fast-check';
import { sortRowsByKey } from './radix-sort';

describe('sortRowsByKey', () => {
  it('orders rows by key, keeps the order of equal keys, and leaves out rows without one', () => {
    const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffffffff }));
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const plain = keys.map((_, row) => row).filter((row) => keys[row] !== 0);
        plain.sort((a, b) => keys[a]! - keys[b]! || a - b);
        expect([...sortRowsByKey(Uint32Array.from(keys)).rows]).toEqual(plain);
      }),
    );
  });
});
