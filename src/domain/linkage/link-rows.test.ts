/** Checks the engine with a model of no people at all: it knows no field by name, and its laws hold for any rows. */
import fc from 'fast-check';
import { linkRows, PairDecision, type LinkageResult } from './link-rows';
import { type LinkageModel } from './linkage-model';
import { LinkageTableBuilder, type LinkageTable } from './linkage-table';

const MODEL: LinkageModel = {
  id: 'parts',
  version: '1',
  title: { vi: 'Linh kiện', en: 'Spare parts' },
  columns: { serial: [], label: [], maker: [] },
  fields: [
    { name: 'serial', from: ['serial'], reader: 'digits' },
    { name: 'label', from: ['label'], reader: 'text' },
    { name: 'maker', from: ['maker'], reader: 'text' },
  ],
  blocking: [
    { name: 'serial', key: ['serial'] },
    { name: 'label', key: ['label:prefix(2)'], split: ['maker'] },
    { name: 'maker', key: ['maker', 'label:suffix(1)'] },
  ],
  largestBlock: 5,
  comparisons: [
    {
      name: 'serial',
      field: 'serial',
      levels: [
        { name: 'SAME', test: 'same', m: 0.95, u: 0.001 },
        { name: 'OTHER', test: 'otherwise', m: 0.05, u: 0.999 },
      ],
    },
    {
      name: 'label',
      field: 'label',
      levels: [
        { name: 'SAME', test: 'same', m: 0.9, u: 0.001, termFrequency: true },
        { name: 'ALIKE', test: 'jaro-winkler', at: 0.8, m: 0.08, u: 0.01 },
        { name: 'OTHER', test: 'otherwise', m: 0.02, u: 0.989 },
      ],
    },
    {
      name: 'maker',
      field: 'maker',
      levels: [
        { name: 'SAME', test: 'same', m: 0.99, u: 0.2 },
        { name: 'OTHER', test: 'otherwise', m: 0.01, u: 0.8 },
      ],
      impliedBy: { comparison: 'label', level: 'SAME', bits: 1 },
    },
  ],
  frequencyCap: 18,
  matchesPerRow: 0.5,
  thresholds: { link: 0.9, review: 0.0001 },
  exclusive: [{ comparison: 'serial', levels: ['OTHER'] }],
  training: { passes: ['serial', 'label'], randomPairs: 1_000, pairsPerPass: 1_000, maxIterations: 100 },
};

type Row = readonly [serial: string, label: string, maker: string];

const pick = (...values: string[]) => fc.constantFrom(...values);
const row: fc.Arbitrary<Row> = fc.tuple(
  pick('', '11', '12', '13', '14'),
  pick('', 'bolt', 'bolts', 'bold', 'nut', 'nuts', 'cam'),
  pick('', 'acme', 'zeta'),
);

function tableOf(...files: readonly (readonly Row[])[]): LinkageTable {
  const builder = new LinkageTableBuilder(MODEL.fields);
  for (const rows of files) {
    builder.beginFile({ serial: 0, label: 1, maker: 2 });
    for (const cells of rows) builder.addRow(cells);
  }
  return builder.finish();
}

const pairsOf = ({ pairs }: LinkageResult) =>
  Array.from({ length: pairs.count }, (_, index) => `${pairs.left[index]}-${pairs.right[index]}`);

/** Whether two rows agree on the key of any rule, worked out the slow way. */
function shareKey([aSerial, aLabel, aMaker]: Row, [bSerial, bLabel, bMaker]: Row): boolean {
  return (
    (aSerial !== '' && aSerial === bSerial) ||
    (aLabel.length > 1 && aLabel.slice(0, 2) === bLabel.slice(0, 2)) ||
    (aMaker !== '' && aMaker === bMaker && aLabel !== '' && aLabel.at(-1) === bLabel.at(-1))
  );
}

describe('linkRows', () => {
  it('compares exactly the pairs that share a key, each once, while no block is too large', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const { report } = linkRows({ ...MODEL, largestBlock: 1_000 }, tableOf(rows));
        let expected = 0;
        rows.forEach((a, index) =>
          rows.slice(index + 1).forEach((b) => (expected += shareKey(a, b) ? 1 : 0)),
        );
        expect(report.comparedPairs).toBe(expected);
      }),
    );
  });

  it('compares only between the files when there are two', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.array(row, { maxLength: 20 }), (a, b) => {
        const result = linkRows({ ...MODEL, largestBlock: 1_000 }, tableOf(a, b));
        const { pairs, report } = result;
        for (let index = 0; index < pairs.count; index++) {
          expect(pairs.left[index]).toBeLessThan(a.length);
          expect(pairs.right[index]).toBeGreaterThanOrEqual(a.length);
        }
        const expected = a.flatMap((one) => b.filter((other) => shareKey(one, other))).length;
        expect(report.comparedPairs).toBe(expected);
      }),
    );
  });

  it('accounts for every pair of a block that was too large: kept or dropped', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 10, maxLength: 60 }), (rows) => {
        const table = tableOf(rows);
        const whole = linkRows({ ...MODEL, largestBlock: 1_000 }, table).report.blocking;
        const split = linkRows(MODEL, table).report.blocking;
        split.forEach(({ pairs, droppedPairs }, rule) =>
          expect(pairs + droppedPairs).toBe(whole[rule]!.pairs),
        );
      }),
    );
  });

  it('explains each weight by its parts, and each posterior by its weight', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const result = linkRows(MODEL, tableOf(rows));
        for (let index = 0; index < result.pairs.count; index++) {
          const { weightBits, priorBits, parts, posterior } = result.explain(index);
          const sum = parts.reduce((bits, part) => bits + part.bits, priorBits);
          expect(sum).toBeCloseTo(weightBits, 9);
          expect(posterior).toBeCloseTo(1 / (1 + 2 ** -sum), 9);
        }
      }),
    );
  });

  it('never lets two values that exclude each other into one cluster, nor into a link', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const result = linkRows(MODEL, tableOf(rows));
        const serialOf = new Map<number, string>();
        rows.forEach(([serial], index) => {
          if (serial === '') return;
          const cluster = result.clusters.clusterOf[index]!;
          expect(serialOf.get(cluster) ?? serial).toBe(serial);
          serialOf.set(cluster, serial);
        });
        for (let index = 0; index < result.pairs.count; index++) {
          const { left, right, decision } = result.explain(index);
          const [one, other] = [rows[left]![0], rows[right]![0]];
          if (one !== '' && other !== '' && one !== other) expect(decision).toBe(PairDecision.REVIEW);
        }
      }),
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const [once, again] = [linkRows(MODEL, tableOf(rows)), linkRows(MODEL, tableOf(rows))];
        expect(pairsOf(again)).toEqual(pairsOf(once));
        expect(again.clusters).toEqual(once.clusters);
      }),
    );
  });

  it('takes implied agreement off, but not disagreement', () => {
    const result = linkRows(
      MODEL,
      tableOf([
        ['11', 'bolt', 'acme'],
        ['11', 'bolt', 'acme'],
        ['11', 'bolt', 'zeta'],
      ]),
    );
    const bitsOf = (pair: string) => result.explain(pairsOf(result).indexOf(pair)).parts[2]!.bits;
    expect(bitsOf('0-1')).toBeCloseTo(Math.log2(0.99 / 0.2) - 1, 2);
    expect(bitsOf('0-2')).toBeCloseTo(Math.log2(0.01 / 0.8), 2);
  });
});
