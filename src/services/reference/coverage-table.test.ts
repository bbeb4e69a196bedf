/** The README's table of items, indicators and connectors says what the shipped files say, and leaves no numbered item empty. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../project-root';
import { flattenItems, readReferenceIndicators, readReferenceMatrix } from './reference-data';

const { indicators } = readReferenceIndicators();

/** One line a numbered item, in document order; spaces do not count. */
function expectedLines(): string[] {
  const items = flattenItems(readReferenceMatrix()).filter(({ blank }) => !blank);
  return items.map(({ path }) => {
    const own = indicators.filter(({ item }) => item === path);
    const codes = own.map(({ code }) => `\`${code}\``).join(' ');
    const connectors = [...new Set(own.map(({ connector }) => `\`${connector}\``))].join(' ');
    return `| ${path} | ${codes} | ${connectors} |`;
  });
}

describe('the table of coverage', () => {
  it('leaves no numbered item without an indicator', () => {
    expect(expectedLines().filter((line) => line.includes('|  |'))).toEqual([]);
  });

  it('stands in the README as the files have it', () => {
    const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
    const table = /<!-- coverage -->\n([\s\S]*?)<!-- \/coverage -->/.exec(readme)?.[1] ?? '';
    const lines = table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.replaceAll(/ +/g, ' ').trim());
    expect(lines).toEqual(expectedLines());
  });
});
