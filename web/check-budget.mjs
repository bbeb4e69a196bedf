/** Fails the build when the first load of the console, its scripts without charts and explorer, outgrows its budget. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const BUDGET_KB = 250;

/** The chunks that the browser fetches at once: an entry, the page it opens, and what these import. */
function reach(manifest, names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    reach(manifest, manifest[name].imports ?? [], found);
  }
  return found;
}

export async function checkBudget(outDir) {
  const manifest = JSON.parse(await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8'));
  const first = reach(manifest, ['index.html', 'src/pages/overview/overview-page.tsx']);
  const sizes = await Promise.all(
    [...first].map(
      async (name) => (await promisify(gzip)(await readFile(join(outDir, manifest[name].file)))).length,
    ),
  );
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(
    `web: the first load is ${kilobytes.toFixed(0)} kB of script (gzip); the budget is ${BUDGET_KB}`,
  );
  if (kilobytes > BUDGET_KB) throw new Error(`The first load of the console outgrew ${BUDGET_KB} kB.`);
}
