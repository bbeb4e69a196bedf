/** A file that is read in two threads is linked exactly as a small one with the same people is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../../src/cli/exit-codes';
import { linkLocally } from '../../src/cli/link/link-locally';
import { csvLine } from '../../src/domain/table/safe-cell';
import { ENGLISH_HEADER, makeEnglishPeople } from '../support/english-people';

const LARGE_BYTES = 17 << 20;

describe('linkage of a large file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-large-'));
  const place = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The note only makes the file large. */
  const write = (name: string, note: string) => {
    const people = makeEnglishPeople(8_000, 3).map(({ cells }) => [...cells, note]);
    writeFileSync(
      place(name),
      `${[[...ENGLISH_HEADER, 'note'], ...people].map(csvLine).join('\n')}\nno,row\n`,
    );
  };

  const link = async (name: string) => {
    const code = await linkLocally({
      inputs: [{ path: place(name), columnMap: {} }],
      model: 'english-names-postcodes',
      out: place(`${name}.pairs`),
      clusters: place(`${name}.clusters`),
      train: false,
      saveModel: undefined,
      json: true,
      language: 'en',
      progress: { show: () => {}, note: () => {}, end: () => {} },
      print: () => {},
      now: () => 0,
    });
    return {
      code,
      pairs: readFileSync(place(`${name}.pairs`)),
      clusters: readFileSync(place(`${name}.clusters`)),
    };
  };

  it('gives the same pairs and clusters, and the same rejected rows', async () => {
    write('small.csv', '');
    write('large.csv', 'x'.repeat(LARGE_BYTES / 8_000));
    const small = await link('small.csv');
    expect(small.code).toBe(ExitCode.ISSUES);
    expect(small.pairs.length).toBeGreaterThan(10_000);
    expect(await link('large.csv')).toEqual(small);
  });

  it('says what is wrong with a large file that has none of the columns', async () => {
    writeFileSync(place('other.csv'), `a,b\n${'1,2\n'.repeat(LARGE_BYTES / 4)}`);
    await expect(link('other.csv')).rejects.toMatchObject({ exitCode: ExitCode.USAGE });
  });
});
