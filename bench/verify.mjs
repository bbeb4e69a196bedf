/** Measures a verification end to end, and the same rows through a straight-line script that keeps no promise but the verdicts. */
import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { verifyStraight } from './peers/straight-line.mjs';
import { bringIn } from './support/dataset.mjs';
import { startHub } from './support/hub.mjs';
import { makePeople } from './support/people.mjs';
import { cpuOf, findParts, peakMiB } from './support/processes.mjs';

const SIZES = process.argv.slice(2).map(Number);
const ROUNDS = 5;

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
for (const size of SIZES.length > 0 ? SIZES : [100_000, 400_000]) await measure(size);

/** A hub of its own for each size, so that the peak of one is not the peak of the other. */
async function measure(size) {
  const file = makePeople(size);
  const hub = await startHub();
  try {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await verify(hub, file));
    const best = rounds.reduce((a, b) => (a.verifySeconds < b.verifySeconds ? a : b));
    const peer = await verifyStraight(hub, file);
    const parts = findParts(hub.dataDir);
    const rate = (seconds) => Math.round(size / seconds).toLocaleString('en');
    console.log(`\n${size.toLocaleString('en')} rows, best of ${ROUNDS}`);
    console.log(
      `  verify run            ${rate(best.verifySeconds)} rows/s (${best.verifySeconds.toFixed(2)} s)`,
    );
    console.log(
      `  upload to last verdict ${rate(best.totalSeconds)} rows/s (${best.totalSeconds.toFixed(2)} s)`,
    );
    console.log(
      `  straight-line peer    ${rate(peer.seconds)} rows/s; the hub takes ${(best.verifySeconds / peer.seconds).toFixed(2)} × its time`,
    );
    console.log(`  same verdicts as the peer: ${same(best.counts, peer.counts) ? 'yes' : 'NO'}`);
    for (const [name, seconds] of Object.entries(best.cpu))
      console.log(`  processor  ${name.padEnd(10)} ${seconds.toFixed(2)} s`);
    for (const name of ['worker', 'gateway', 'simulator'])
      console.log(`  peak memory ${name.padEnd(9)} ${peakMiB(parts[name])} MiB`);
  } finally {
    await hub.stop();
  }
}

async function verify(hub, file) {
  const begun = performance.now();
  const datasetId = await bringIn(hub, file);
  const parts = findParts(hub.dataDir);
  const before = cpuOf(parts);
  const started = performance.now();
  const { startRun } = await hub.ask('start-run', {
    input: {
      kind: 'VERIFY',
      datasetId,
      connector: 'csdlqgvdc-ndop',
      purpose: 'DOI_SOAT',
      idempotencyKey: randomUUID(),
    },
  });
  for (;;) {
    const { run } = await hub.ask('run', { id: startRun.id });
    if (run.state.startsWith('FAILED')) throw new Error(`the run ended as ${run.state}`);
    if (run.state.startsWith('SUCCEEDED')) {
      const now = performance.now();
      const after = cpuOf(findParts(hub.dataDir));
      return {
        verifySeconds: (now - started) / 1_000,
        totalSeconds: (now - begun) / 1_000,
        counts: Object.fromEntries(run.counts.map(({ verdict, count }) => [verdict, count])),
        cpu: Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]])),
      };
    }
    await delay(250);
  }
}

function same(a, b) {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? 0) === (b[name] ?? 0));
}
