/** Proves what a file as a whole shows, and that a few rows prove nothing. */
import { FactGatherer } from './gather-facts';
import { type Cells } from './rule';

function factsOf(rows: readonly Cells[]) {
  const gatherer = new FactGatherer();
  for (const row of rows) gatherer.add(row);
  return gatherer.finish();
}
const times = (count: number, make: (index: number) => Cells) =>
  Array.from({ length: count }, (_, index) => make(index));

test('the order of day and month', () => {
  expect(factsOf(times(40, (index) => ({ birthDate: `03/${13 + (index % 15)}/1990` })))).toMatchObject({
    monthFirst: true,
  });
  expect(factsOf(times(40, (index) => ({ birthDate: `${13 + (index % 15)}/03/1990` })))).toMatchObject({
    monthFirst: false,
  });
  expect(factsOf(times(5, () => ({ birthDate: '03/25/1990' })))).toMatchObject({ monthFirst: false });
});

test('heaping on 1 January', () => {
  const rows = times(300, (index) => ({
    birthDate: index % 20 === 0 ? '01/01/1950' : `1${index % 10}/02/1950`,
  }));
  expect(factsOf(rows).januaryHeaped).toBe(true);
});

test('what 0 and 1 mean, where the numbers prove it', () => {
  const proven = times(100, (index) => ({
    sex: String(index % 2),
    number: `079${index % 2 === 0 ? '1' : '0'}850${10_000 + index}`,
  }));
  expect(factsOf(proven).sexCodes).toEqual({ 0: 'FEMALE', 1: 'MALE' });
  const mixed = times(100, (index) => ({
    sex: String(index % 2),
    number: `079${index % 3 === 0 ? '1' : '0'}850${10_000 + index}`,
  }));
  expect(factsOf(mixed).sexCodes).toEqual({});
});

test('the length at which names were cut off', () => {
  const name = 'Nguyễn Hoàng Phương Thảo Nguyên';
  const cut = times(60, (index) => ({ name: name.slice(0, index % 2 === 0 ? 20 : 8 + (index % 7)) }));
  expect(factsOf(cut).cutAt).toEqual({ name: 20 });
  expect(factsOf(times(60, (index) => ({ name: name.slice(0, 5 + (index % 25)) }))).cutAt).toEqual({});
});
