/** Measures import, profile and cleansing of one file: rows a second, processor time of each process, and the worker's peak memory. */
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { bringIn } from './support/dataset.mjs';
import { startHub } from './support/hub.mjs';
import { makePeople } from './support/people.mjs';
import { cpuOf, findParts, peakMiB } from './support/processes.mjs';

const SIZES = process.argv.slice(2).map(Number);

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`,
);
for (const size of SIZES.length > 0 ? SIZES : [100_000]) await measure(size);

async function measure(size) {
  const file = makePeople(size);
  const hub = await startHub();
  try {
    console.log(`\n${size.toLocaleString('en')} rows, noise L2`);
    let datasetId = '';
    await timed(hub, size, 'upload and import', async () => (datasetId = await bringIn(hub, file)));
    for (const kind of ['PROFILE', 'CLEANSE'])
      await timed(hub, size, kind.toLowerCase(), () => run(hub, kind, datasetId));
    console.log(`  peak memory of the worker ${peakMiB(findParts(hub.dataDir).worker)} MiB`);
  } finally {
    await hub.stop();
  }
}

async function timed(hub, size, name, work) {
  const [before, started] = [cpuOf(findParts(hub.dataDir)), performance.now()];
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const after = cpuOf(findParts(hub.dataDir));
  const processor = Object.keys(after).map((part) => `${part} ${(after[part] - before[part]).toFixed(2)} s`);
  const rate = Math.round(size / seconds).toLocaleString('en');
  console.log(
    `  ${name.padEnd(18)} ${rate.padStart(9)} rows/s (${seconds.toFixed(2)} s) · processor: ${processor.join(', ')}`,
  );
}

async function run(hub, kind, datasetId) {
  const { startRun } = await hub.ask('start-run', {
    input: { kind, datasetId, idempotencyKey: randomUUID() },
  });
  for (;;) {
    const { run: now } = await hub.ask('run', { id: startRun.id });
    if (now.state.startsWith('SUCCEEDED')) return;
    if (now.state.startsWith('FAILED')) throw new Error(`the run ended as ${now.state}`);
    await delay(50);
  }
}
