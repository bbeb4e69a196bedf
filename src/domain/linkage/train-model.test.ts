/** Checks that training finds the habits that rows were made with, keeps levels in order, and refuses what teaches nothing. */
import { type Comparison, type LinkageModel } from './linkage-model';
import { LinkageTableBuilder, type LinkageTable } from './linkage-table';
import { orderLevels } from './order-levels';
import { seededRandom } from './seeded-random';
import { isTrainingProblem, trainModel, type Trained } from './train-model';

const field = (name: string) => ({ name, from: [name], reader: 'text' });
const comparison = (name: string): Comparison => ({
  name,
  field: name,
  levels: [
    { name: 'SAME', test: 'same', m: 0.6, u: 0.1 },
    { name: 'ONE_EDIT', test: 'one-edit', m: 0.3, u: 0.1 },
    { name: 'OTHER', test: 'otherwise', m: 0.1, u: 0.8 },
  ],
});

const MODEL: LinkageModel = {
  id: 'boxes',
  version: '1',
  title: { vi: 'Thùng hàng', en: 'Boxes' },
  columns: { red: [], green: [], blue: [] },
  fields: [field('red'), field('green'), field('blue')],
  blocking: [
    { name: 'red', key: ['red'] },
    { name: 'green', key: ['green'] },
  ],
  largestBlock: 200,
  comparisons: [comparison('red'), comparison('green'), comparison('blue')],
  frequencyCap: 18,
  matchesPerRow: 0.5,
  thresholds: { link: 0.99, review: 0.01 },
  exclusive: [],
  training: { passes: ['red', 'green'], randomPairs: 50_000, pairsPerPass: 50_000, maxIterations: 500 },
};

/** Boxes noted twice; the second note has a wrong letter, or another value, at known rates. */
function notedTwice(boxes: number, random: () => number): LinkageTable {
  const builder = new LinkageTableBuilder(MODEL.fields);
  builder.beginFile({ red: 0, green: 1, blue: 2 });
  const word = () => Array.from({ length: 6 }, () => 'ABCDEFGH'[Math.floor(random() * 8)]).join('');
  const noise = (value: string) => {
    const draw = random();
    if (draw < 0.1) return `${value.slice(0, -1)}Z`;
    return draw < 0.15 ? word() : value;
  };
  for (let box = 0; box < boxes; box++) {
    const values = [word(), word(), word()];
    builder.addRow(values);
    builder.addRow(values.map(noise));
  }
  return builder.finish();
}

const bitsOf = ({ levels }: Comparison) => levels.map(({ m, u }) => Math.log2(m / u));

describe('trainModel', () => {
  const table = notedTwice(2_000, seededRandom(1));
  const trained = trainModel(MODEL, table, seededRandom(2)) as Trained;

  it('finds the rates of the noise, without having been told a single match', () => {
    expect(trained.report.passes.map(({ pass }) => pass)).toEqual(['red', 'green']);
    for (const { name, levels } of trained.model.comparisons) {
      expect([name, levels[0]!.m > 0.8 && levels[0]!.m < 0.9]).toEqual([name, true]);
      expect([name, levels[1]!.m > 0.07 && levels[1]!.m < 0.13]).toEqual([name, true]);
    }
    expect(trained.model.matchesPerRow).toBeGreaterThan(0.45);
    expect(trained.model.matchesPerRow).toBeLessThan(0.52);
  });

  it('keeps the levels in order', () => {
    for (const one of trained.model.comparisons) {
      const bits = bitsOf(one);
      expect(bits).toEqual([...bits].sort((a, b) => b - a));
    }
  });

  it('teaches the same from the same rows', () => {
    expect(trainModel(MODEL, table, seededRandom(2))).toEqual(trained);
  });

  it('refuses rows that hold next to no matches, and rounds too few to settle', () => {
    const few = trainModel(MODEL, notedTwice(20, seededRandom(3)), seededRandom(4));
    expect(isTrainingProblem(few) && few.problem).toBe('TOO_FEW_MATCHES');
    const hasty = { ...MODEL, training: { ...MODEL.training, maxIterations: 1 } };
    const unsettled = trainModel(hasty, table, seededRandom(2));
    expect(isTrainingProblem(unsettled) && unsettled.problem).toBe('NOT_CONVERGED');
  });
});

describe('orderLevels', () => {
  it('pools levels that are out of order, and says which', () => {
    const [, , other] = comparison('red').levels;
    const levels = [
      { name: 'SAME', test: 'same', m: 0.1, u: 0.1 },
      { name: 'ONE_EDIT', test: 'one-edit', m: 0.8, u: 0.1 },
      { ...other!, m: 0.1, u: 0.8 },
    ];
    const reordered: string[] = [];
    const [same, edit, last] = bitsOf(orderLevels({ ...comparison('red'), levels }, reordered));
    expect(same).toBeCloseTo(edit!, 9);
    expect(same).toBeCloseTo(Math.log2(0.9 / 0.2), 9);
    expect(last).toBeCloseTo(-3, 9);
    expect(reordered).toEqual(['red.SAME', 'red.ONE_EDIT']);
  });
});
