/** Proves that keyed permutations are bijections that can be walked back. */
import fc from 'fast-check';
import { permute, unpermute } from './permutation';

test.each([1, 2, 3, 7, 40, 999, 1000, 12_345])('every value of [0, %i) is hit exactly once', (size) => {
  const images = new Set(Array.from({ length: size }, (_, value) => permute(value, size, 42)));
  expect(images.size).toBe(size);
  expect(Math.max(...images)).toBe(size - 1);
});

test('the inverse leads back for any size and key', () => {
  const sizeAndValue = fc
    .integer({ min: 1, max: 100_000_000 })
    .chain((size) =>
      fc.record({ size: fc.constant(size), value: fc.integer({ min: 0, max: size - 1 }), key: fc.integer() }),
    );
  fc.assert(
    fc.property(sizeAndValue, ({ size, value, key }) => {
      const image = permute(value, size, key);
      expect(image).toBeGreaterThanOrEqual(0);
      expect(image).toBeLessThan(size);
      expect(unpermute(image, size, key)).toBe(value);
    }),
    { numRuns: 20_000 },
  );
});

test('each of the million serials of a cell is given once and leads back, under many keys', () => {
  const size = 1_000_000;
  for (const key of [0, 7, 0x5bd1e995]) {
    const given = new Uint8Array(size);
    let astray = 0;
    for (let value = 0; value < size; value += 1) {
      const image = permute(value, size, key);
      given[image] = 1;
      if (unpermute(image, size, key) !== value) astray += 1;
    }
    expect([astray, given.indexOf(0)]).toEqual([0, -1]);
  }
});

test('another key gives another order', () => {
  const order = (key: number): number[] =>
    Array.from({ length: 1000 }, (_, value) => permute(value, 1000, key));
  expect(order(1)).not.toEqual(order(2));
});
