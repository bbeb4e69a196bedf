/** Builds the console with Vite into web/dist, and only when something it is made from is newer than the last build. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBudget } from './check-budget.mjs';
import { generateOperations } from './generate-operations.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const outDir = join(web, 'dist');
const stampFile = join(outDir, '.stamp');

/** Newest change below a path. Folders count too: their time moves when a file is added, renamed or removed. */
async function newestChange(path) {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const children = (await readdir(path)).filter((name) => !name.startsWith('.'));
  const times = await Promise.all(children.map((name) => newestChange(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

/** The web folder itself is left out, because writing web/dist moves its time; its entries are taken one by one. */
async function newestSource() {
  const own = (await readdir(web)).filter(
    (name) => !['dist', 'generated', 'screenshots'].includes(name) && !name.startsWith('.'),
  );
  const sources = [
    ...own.map((name) => join(web, name)),
    join(root, 'schema', 'operations'),
    join(root, 'schema', 'schema.graphql'),
    join(root, 'package-lock.json'),
  ];
  return Math.max(...(await Promise.all(sources.map(newestChange))));
}

/** The stamp holds the time at which the last complete build began, so an edit made during a build is not missed. */
async function lastBuild() {
  const text = await readFile(stampFile, 'utf8').catch(() => '0');
  return Number(text) || 0;
}

async function buildPages() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: web,
    base: '/',
    mode: 'production',
    logLevel: 'warn',
    // A worker or module inside a data: URL would be refused by the Content-Security-Policy, an SVG icon is not.
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      manifest: true,
      modulePreload: { polyfill: false },
      // Monaco is one library of some 3 MB and only the explorer loads it.
      chunkSizeWarningLimit: 5000,
      assetsInlineLimit: (file) => (/\.svg$/.test(file) ? undefined : false),
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: { console: join(web, 'index.html'), explorer: join(web, 'explorer.html') },
        // Libraries mark modules for server rendering ("use client"), which means nothing here, dozens of times.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
    worker: { format: 'es' },
    oxc: { jsx: { runtime: 'automatic' } },
  });
}

const began = Date.now();
if (process.argv.includes('--force') || (await newestSource()) > (await lastBuild())) {
  await generateOperations();
  await buildPages();
  await checkBudget(outDir);
  await writeFile(stampFile, String(began));
  console.log(`web: built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
