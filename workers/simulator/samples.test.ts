/** Proves that the files in `samples/` are what the commands in their README make. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePeople } from './people-file';

const samples = join(__dirname, '..', '..', 'samples');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub06-samples-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  { name: 'residents-clean', count: 200, sampleSeed: 1 },
  { name: 'residents-dirty', count: 300, sampleSeed: 2, dirty: 'L2' as const },
])(
  '$name is made with the command that its README names',
  async ({ name, ...options }) => {
    const files = [`${name}.csv`, ...(options.dirty === undefined ? [] : [`${name}.truth.csv`])];
    const [out, truth] = files.map((file) => join(folder, file)) as [string, string | undefined];
    await writePeople({
      ...options,
      people: 1_000_000,
      registerSeed: 6,
      out,
      ...(truth === undefined ? {} : { truth }),
    });
    for (const file of files)
      expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join(samples, file), 'utf8'));
    const command = readFileSync(join(samples, 'README.md'), 'utf8')
      .split('\n')
      .find((line) => line.includes(`--out samples/${name}.csv`));
    const noise = options.dirty === undefined ? '' : ` --dirty ${options.dirty}`;
    expect(command).toContain(`--count ${options.count} --seed ${options.sampleSeed}${noise} --out`);
  },
  60_000,
);
