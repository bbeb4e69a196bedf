/** Proves the figures of a profile on a table small enough to count by hand, and the sketches on one too large to. */
import { CellSigns } from './cell-signs';
import { DistinctSketch } from './distinct-sketch';
import { HeavyHitters } from './heavy-hitters';
import { TableProfiler } from './profile-table';

const TODAY = { year: 2026, month: 11, day: 23 };

test('a table of five rows', () => {
  const mapping = { name: 0, birthDate: 1, sex: 2, number: 3 };
  const profiler = new TableProfiler(['Họ tên', 'Ngày sinh', 'GT', 'CCCD', 'Ghi chú'], mapping, TODAY);
  profiler.add(['Trần Thị Yến', '01/02/1990', 'Nữ', '001190000001', '']);
  profiler.add(['Lê Văn Tú', '31/02/1980', 'Nam', '001180000002', 'x']);
  profiler.add(['không rõ', '1985', 'Nam', '79085000003', '']);
  profiler.add(['Bùi An', '', '?', '7.9085E+10', '']);
  profiler.add(['Vũ Hà', '02/03/1991', 'Nữ', '001190000004', '']);
  const { rows, columns, consistency } = profiler.finish();
  expect(rows).toBe(5);
  expect(columns[0]).toMatchObject({
    completeness: { numerator: 4, denominator: 5 },
    placeholders: 1,
    distinct: 4,
  });
  expect(columns[1]).toMatchObject({ validity: { numerator: 3, denominator: 4 } });
  expect(columns[3]!.signs).toEqual([
    { sign: 'ZEROS_LOST', rows: 1 },
    { sign: 'SCIENTIFIC_NOTATION', rows: 1 },
  ]);
  expect(columns[4]).toMatchObject({ field: null, validity: null, completeness: { numerator: 0 } });
  expect(consistency[0]).toMatchObject({ check: 'NUMBER_AND_SEX', share: { numerator: 2, denominator: 3 } });
  expect(consistency[1]!.share).toMatchObject({ numerator: 1, denominator: 2 });
});

test('names and numbers are never among the values shown, however often they repeat', () => {
  const profiler = new TableProfiler(['Họ tên', 'CCCD', 'GT'], { name: 0, number: 1, sex: 2 }, TODAY);
  for (let row = 0; row < 100; row++) profiler.add(['Trần Thị Yến', '001190000001', 'Nữ']);
  expect(profiler.finish().columns.map(({ topValues }) => topValues)).toEqual([
    [],
    [],
    [{ text: 'Nữ', count: 100 }],
  ]);
});

test.each([10, 1_000, 50_000])('%i different values are estimated within five percent', (count) => {
  const [sketch, signs] = [new DistinctSketch(), new CellSigns()];
  for (let round = 0; round < 2; round++)
    for (let value = 0; value < count; value++) {
      signs.read(`value ${value}`);
      sketch.add(signs.hash);
    }
  expect(sketch.exceeds(60)).toBe(count > 60);
  expect(Math.abs(sketch.estimate() - count)).toBeLessThanOrEqual(Math.max(1, count * 0.05));
});

test('the most frequent values are kept among many', () => {
  const hitters = new HeavyHitters(20);
  for (let index = 0; index < 10_000; index++)
    hitters.add(index % 3 === 0 ? 'often' : `rare ${index}`, index);
  expect(hitters.top(1)[0]?.text).toBe('often');
});
