/** Checks the tests of levels that look at more than one part of a value. */
import { VALUE_TESTS } from './value-tests';

test.each([
  ['date-stand-in', '19450101', '19450905', true],
  ['date-stand-in', '19450905', '19450101', true],
  ['date-stand-in', '19450101', '19450101', false],
  ['date-stand-in', '19450101', '19460905', false],
  ['date-stand-in', '1945', '19450101', false],
  ['two-faults', 'LE PHAM LANG', 'LE PHAM LINH LAN', true],
  ['two-faults', 'GIANG PHAN', 'PHAN HONG GIANG', true],
  ['two-faults', 'PHAN HONG GIANG', 'GIANG PHAN', true],
  ['two-faults', 'NGUYEN VAN AN', 'NGUYEN VAN BINH', false],
  ['two-faults', 'LE UY', 'LE VINH HUY', false],
])('%s of %s and %s: %s', (name, left, right, holds) => {
  expect(VALUE_TESTS[name]!(left, right, 0)).toBe(holds);
});
