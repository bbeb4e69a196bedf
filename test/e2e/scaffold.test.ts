/** `hub06 connector new` in a copy of the sources: the folder that it writes passes format, lint, rooms, types and its own tests at once. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newConnector } from '../../src/cli/connector/new-connector';

const ROOT = join(__dirname, '..', '..');
const ID = 'so-thu-nghiem';
const FOLDER = join('workers', 'connectors', ID);
/** All that a connector may see, and what the tools need. */
const SOURCES = ['src/domain', 'workers/connectors', 'test/support', '.ci'];
const SETTINGS = [
  ...['package.json', 'tsconfig.json', 'eslint.config.mjs', 'jest.config.cjs'],
  ...['.dependency-cruiser.cjs', '.prettierrc.json'],
];

describe('a connector that was just begun', () => {
  const copy = mkdtempSync(join(tmpdir(), 'hub06-scaffold-'));
  /** What it prints. @throws with what it prints when it finds anything wrong. */
  const run = (program: string, ...flags: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...flags], {
      cwd: copy,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program}:\n${stdout}\n${stderr}`);
    return stdout;
  };
  const tool = (path: string, ...flags: string[]) => run(join('node_modules', path), ...flags);

  beforeAll(() => {
    for (const path of [...SOURCES, ...SETTINGS])
      cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    newConnector(ID, join(copy, 'workers', 'connectors'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is formatted and passes lint', () => {
    tool('prettier/bin/prettier.cjs', '--check', FOLDER);
    tool('eslint/bin/eslint.js', '--max-warnings', '0', FOLDER);
  });

  it('stands in its room', () => {
    const told = run(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', '--include-only', '^(src|workers)/', FOLDER],
    );
    expect(told).toMatch(/no dependency violations found \(([6-9]|\d\d+) modules/);
  });

  it('has sound types, and passes the tests that it came with', () => {
    const project = join(copy, 'tsconfig.scaffold.json');
    writeFileSync(project, JSON.stringify({ extends: './tsconfig.json', include: [FOLDER] }));
    tool('typescript-native/bin/tsc', '--noEmit', '-p', project);
    tool('jest/bin/jest.js', '--rootDir', copy, '--selectProjects', 'unit', '--testPathPatterns', ID);
  });
});
