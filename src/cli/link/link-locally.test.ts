/** Checks `hub06 link --local` from file to file, with a model that has nothing Vietnamese in it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '../../domain/table/safe-cell';
import { ExitCode } from '../exit-codes';
import { ENGLISH_HEADER, makeEnglishPeople, type EnglishRow } from '../../../test/support/english-people';
import { linkLocally, type LocalLinkOptions } from './link-locally';

const folder = mkdtempSync(join(tmpdir(), 'hub06-link-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);
const write = (name: string, rows: readonly EnglishRow[], extra = '') => {
  writeFileSync(
    place(name),
    `${[ENGLISH_HEADER, ...rows.map(({ cells }) => cells)].map(csvLine).join('\n')}\n${extra}`,
  );
  return { path: place(name), columnMap: {} };
};
const read = (name: string) =>
  readFileSync(place(name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

async function link(options: Partial<LocalLinkOptions>) {
  let printed = '';
  const code = await linkLocally({
    inputs: [],
    model: 'english-names-postcodes',
    out: place('pairs.csv'),
    clusters: place('clusters.csv'),
    train: false,
    saveModel: undefined,
    json: true,
    language: 'en',
    progress: { show: () => {}, note: () => {}, end: () => {} },
    print: (text) => (printed += text),
    now: () => 0,
    ...options,
  });
  return { code, printed: JSON.parse(printed) as Record<string, unknown> };
}

const truePairs = (rows: readonly EnglishRow[], others = rows) =>
  rows.reduce(
    (sum, { person }, at) =>
      sum +
      others.filter((other, index) => other.person === person && (others !== rows || index > at)).length,
    0,
  );

describe('linkLocally', () => {
  const people = makeEnglishPeople(1_500, 11);

  it.each([false, true])(
    'finds who is noted twice in one file (training: %s)',
    async (train) => {
      const { code, printed } = await link({
        inputs: [write('people.csv', people, 'only,three,cells\n')],
        train,
      });
      expect(code).toBe(ExitCode.ISSUES);
      expect(printed.files).toEqual([{ file: place('people.csv'), accepted: people.length, rejected: 1 }]);
      const links = read('pairs.csv').filter(([, , , , decision]) => decision === 'LINK');
      const right = links.filter(
        ([, left, , other]) => people[Number(left) - 2]!.person === people[Number(other) - 2]!.person,
      );
      expect(right.length / links.length).toBeGreaterThan(0.99);
      expect(right.length / truePairs(people)).toBeGreaterThan(0.95);
      expect(read('clusters.csv')).toHaveLength(people.length);
    },
    60_000,
  );

  it('writes parts that add up to the weight, and a weight that makes the posterior', async () => {
    await link({ inputs: [write('people.csv', people)] });
    for (const cells of read('pairs.csv')) {
      const [weight, posterior, prior] = cells.slice(5, 8).map(Number);
      const parts = cells.slice(8).filter((_, index) => index % 2 === 1);
      expect(parts.reduce((sum, bits) => sum + Number(bits), prior!)).toBeCloseTo(weight!, 9);
      expect(1 / (1 + 2 ** -weight!)).toBeCloseTo(posterior!, 9);
    }
  });

  it('links two files with each other only', async () => {
    const [one, other] = [people.slice(0, 900), people.slice(900)];
    await link({ inputs: [write('a.csv', one), write('b.csv', other)] });
    const links = read('pairs.csv').filter(([, , , , decision]) => decision === 'LINK');
    expect(links.every(([file, , otherFile]) => file === '1' && otherFile === '2')).toBe(true);
    const right = links.filter(
      ([, left, , line]) => one[Number(left) - 2]!.person === other[Number(line) - 2]!.person,
    );
    expect(right.length / links.length).toBeGreaterThan(0.99);
    expect(right.length / truePairs(one, other)).toBeGreaterThan(0.95);
  });

  it.each([
    [{ inputs: [{ path: place('missing.csv'), columnMap: {} }] }, ExitCode.RUN_FAILED],
    [{ model: 'no-such-model' }, ExitCode.USAGE],
    [{ inputs: [{ path: place('people.csv'), columnMap: { surname: 'Nowhere' } }] }, ExitCode.USAGE],
    [{ inputs: [{ path: __filename, columnMap: {} }] }, ExitCode.USAGE],
  ])('says what is wrong with %j', async (options, exitCode) => {
    await expect(link(options)).rejects.toMatchObject({ exitCode });
  });
});
