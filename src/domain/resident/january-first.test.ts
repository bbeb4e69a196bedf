/** Proves when 1 January is taken for an unknown day. */
import { isJanuaryFirstHeaped, JanuaryFirstCount } from './january-first';

test.each([
  [5, 456, true],
  [5, 457, false],
  [4, 10, false],
  [274, 100_000, false],
  [1500, 100_000, true],
  [0, 0, false],
])('%i of %i: %s', (januaryFirsts, fullDates, heaped) => {
  expect(isJanuaryFirstHeaped(januaryFirsts, fullDates)).toBe(heaped);
});

test('counts full dates in any spelling, and nothing else', () => {
  const count = new JanuaryFirstCount();
  for (const cell of ['01/01/1950', '1-1-1951', '01/01/1952', '1/1/1953']) count.add(cell);
  for (const cell of ['1950', '', undefined, 'không rõ', '31/02/1950']) count.add(cell);
  expect(count.isHeaped()).toBe(false);
  count.add('01.01.1954');
  expect(count.isHeaped()).toBe(true);
});
