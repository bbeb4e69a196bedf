/** Proves when 1 January is taken for an unknown day. */
import { hasStandIns, isJanuaryFirstHeaped, JanuaryFirstCount } from './january-first';

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

test.each([
  [4, 10, false],
  [5, 100, true],
  [5, 1_000, false],
  [82, 30_000, false],
  [110, 30_000, false],
  [210, 30_000, true],
  [4_100, 1_000_000, false],
  [4_400, 1_000_000, true],
])('%i of %i cannot be chance: %s', (januaryFirsts, fullDates, beyondDoubt) => {
  expect(hasStandIns(januaryFirsts, fullDates)).toBe(beyondDoubt);
});

test('tells the decades of the old apart from a file that is quiet as a whole', () => {
  const count = new JanuaryFirstCount();
  const addYear = (year: number, januaryFirsts: number) => {
    for (let row = 0; row < 1_000; row++) count.add(row < januaryFirsts ? `01/01/${year}` : `15/06/${year}`);
  };
  addYear(1943, 25);
  for (let year = 1990; year < 2010; year++) addYear(year, 3);
  expect(count.isHeaped()).toBe(false);
  expect(count.standInDecades()).toEqual([1940]);
  for (let year = 1990; year < 2010; year++) addYear(year, 9);
  expect(count.standInDecades()).toEqual([1940, 1990, 2000]);
});
