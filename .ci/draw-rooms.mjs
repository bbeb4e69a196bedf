/** Draws the rooms and their imports into the README, as Mermaid, so that the picture is the code's and nobody's memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOM = /^(src\/[^/]+(?=\/)|workers\/(?:connectors|processors|simulator)|workers|migrations|src)/;
const options = await extractOptions(resolve('.dependency-cruiser.cjs'));
const { output } = await cruise(['src', 'workers', 'migrations'], options, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
});

const roomOf = (path) => path.match(ROOM)?.[0] ?? null;
const isTest = (path) => path.endsWith('.test.ts');
const arrows = new Set();
for (const module of output.modules.filter(({ source }) => !isTest(source))) {
  const from = roomOf(module.source);
  for (const { resolved } of module.dependencies) {
    const to = resolved.startsWith('node_modules') ? null : roomOf(resolved);
    if (from && to && from !== to) arrows.add(`  ${nameOf(from)} --> ${nameOf(to)}`);
  }
}
// Everybody may use configuration and log; arrows to them would only hide the others.
const drawn = [...arrows].filter((arrow) => !/--> src\[/.test(arrow)).sort();
const picture = ['```mermaid', 'flowchart TD', ...drawn, '```'].join('\n');

const readme = readFileSync('README.md', 'utf8');
const marked = /(<!-- rooms -->\n)[\s\S]*?(<!-- \/rooms -->)/;
if (!marked.test(readme))
  throw new Error('README.md has no place for the drawing (<!-- rooms --> … <!-- /rooms -->)');
const next = readme.replace(marked, `$1\n${picture}\n\n$2`);
if (process.argv.includes('--check')) {
  if (next !== readme) {
    process.stderr.write('rooms: the drawing in README.md is not of this code; run `npm run rooms:draw`\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync('README.md', next);
}

function nameOf(room) {
  return `${room.replaceAll(/[^a-z]/g, '_')}["${room}"]`;
}
