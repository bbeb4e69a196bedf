/** Fails the build when the first load of the console, its scripts without charts and explorer, outgrows its budget. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const BUDGET_KB = 250;
/** The door to ECharts, which is fetched when a chart is first shown. */
const CHARTS = 'src/parts/chart-canvas.ts';

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
  const weigh = async (names) => {
    const sizes = await Promise.all(
      names.map(
        async (name) => (await promisify(gzip)(await readFile(join(outDir, manifest[name].file)))).length,
      ),
    );
    return sizes.reduce((sum, size) => sum + size, 0) / 1000;
  };
  const kilobytes = await weigh([...first]);
  const charts = await weigh([...reach(manifest, [CHARTS])].filter((name) => !first.has(name)));
  console.log(
    `web: the first load is ${kilobytes.toFixed(0)} kB of script (gzip); the budget is ${BUDGET_KB}; charts are ${charts.toFixed(0)} kB more, when one is shown`,
  );
  if (first.has(CHARTS)) throw new Error('The charts are part of the first load of the console.');
  if (kilobytes > BUDGET_KB) throw new Error(`The first load of the console outgrew ${BUDGET_KB} kB.`);
}
