/** Every folder is a connector or a reason not to start: all that is unfit is named at once, with what to mend. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConnectorSpecs, UnfitConnectors } from './registry';

const ROOT = mkdtempSync(join(tmpdir(), 'hub06-registry-'));
const ZOD = JSON.stringify(require.resolve('zod'));

afterAll(() => rmSync(ROOT, { recursive: true }));

const spec = (id: string, change = '') => `
  const { z } = require(${ZOD});
  exports.connector = { id: '${id}', title: { vi: 'Thử', en: 'Trial' }, capabilities: ['LOOKUP'], dataClass: 'PERSONAL', simulated: true,
    settings: z.strictObject({ url: z.url() }), limits: { batch: 1, inFlight: 1, deadlineMs: 1000 }, open: () => ({}), ${change} };`;

function foldersOf(folders: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(ROOT, 'folders-'));
  for (const [name, code] of Object.entries(folders)) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'index.js'), code);
  }
  writeFileSync(join(root, 'notes.md'), 'no folder, no connector');
  return root;
}

it('takes a folder more without another line', () => {
  const root = foldersOf({ 'source-b': spec('source-b'), 'source-a': spec('source-a') });
  expect(loadConnectorSpecs(root).map(({ id }) => id)).toEqual(['source-a', 'source-b']);
});

it('names all that is unfit, and starts with none of it', () => {
  const root = foldersOf({
    bare: '',
    broken: 'throw new Error("no such part");',
    fit: spec('fit'),
    greedy: spec('greedy', 'limits: { batch: 0, inFlight: 1, deadlineMs: 5 },'),
    mute: spec('mute', 'open: null,'),
    renamed: spec('named'),
    vague: spec('vague', 'settings: z.string(),'),
    lost: spec('lost', "capabilities: ['MIND_READING'],"),
  });
  const load = () => loadConnectorSpecs(root);
  expect(load).toThrow(UnfitConnectors);
  for (const sentence of [
    /- bare: index exports no `connector`/,
    /- broken: cannot be loaded \(no such part\)/,
    /- greedy: limits\.batch: /,
    /- greedy: limits\.deadlineMs: /,
    /- mute: open: must be a function/,
    /- renamed: id: is "named", the folder is "renamed"/,
    /- vague: settings: must be a zod object/,
    /- lost: capabilities\.0: /,
  ])
    expect(load).toThrow(sentence);
  expect(load).not.toThrow(/- fit: /);
});
