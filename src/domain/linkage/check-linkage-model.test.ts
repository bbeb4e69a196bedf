/** Checks that the models that ship are valid, and that a bad one is told all its faults at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLinkageModel } from './check-linkage-model';

const FOLDER = join(__dirname, '../../../schema/models');
const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
const faultsOf = (json: unknown) => {
  const checked = checkLinkageModel(json);
  return 'problems' in checked ? checked.problems.map(({ at }) => at) : [];
};

describe('checkLinkageModel', () => {
  it.each(readdirSync(FOLDER))('%s is valid', (file) => {
    expect(faultsOf(read(file))).toEqual([]);
  });

  it('names every fault by its place', () => {
    const model = read('vietnamese-residents.json') as Record<string, unknown>;
    const broken = {
      ...model,
      version: 1,
      fields: [{ name: 'number', from: ['nothing'], reader: 'magic' }],
      blocking: [{ name: 'key', key: ['number:sideways', 'other'], spilt: [] }],
      comparisons: [
        { name: 'number', field: 'number', levels: [{ name: 'SAME', test: 'same', m: 2, u: 0 }] },
      ],
      exclusive: [{ comparison: 'name', levels: ['SAME'] }],
    };
    expect(faultsOf(broken)).toEqual(
      expect.arrayContaining([
        'version',
        'fields[0].from',
        'fields[0].reader',
        'blocking[0].spilt',
        'blocking[0].key',
        'comparisons[0].levels[0].m',
        'comparisons[0].levels[0].u',
        'comparisons[0].levels',
        'exclusive[0].comparison',
        'training.passes',
      ]),
    );
  });

  it.each([null, 7, 'model', [], {}])('refuses %j without falling over', (json) => {
    expect(faultsOf(json).length).toBeGreaterThan(0);
  });
});
