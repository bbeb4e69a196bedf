/** A connector's folder that others cannot read or check does not conform. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotConform, type Bench } from './bench';
import { FORM_CASES } from './cases-of-form';

it('demands a README and a test of every folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-form-'));
  const demanded = FORM_CASES.find(({ id }) => id === 'folder-has-readme-and-test');
  const run = async () => demanded?.run({ parts: { folder } } as Bench);
  await expect(run()).rejects.toThrow(new NotConform('README.md is missing'));
  writeFileSync(join(folder, 'README.md'), '# x');
  await expect(run()).rejects.toThrow(new NotConform('there is no *.test.ts'));
  writeFileSync(join(folder, 'index.test.ts'), '');
  await expect(run()).resolves.toBeUndefined();
  rmSync(folder, { recursive: true });
});
