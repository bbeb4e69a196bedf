/** Measures linkage within one file: time, pairs a second, peak memory, and precision and recall against the truth. */
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clearInterval, setInterval } from 'node:timers';
import { PROGRAM } from './support/hub.mjs';
import { makeLinkagePeople, readTruth } from './support/linkage-people.mjs';
import { scoreClusters } from './support/score-clusters.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const sizes = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);
const level = options.find((word) => /^--L[123]$/.test(word))?.slice(2) ?? 'L2';
const seed = Number(options.find((word) => word.startsWith('--seed='))?.slice(7) ?? 1);
const train = options.includes('--train');
/** Recorded in a run of 1 M rows on two threads of a like machine; it is Python and not run here. */
const SPLINK = { seconds: 9.5, mebibytes: 684 };

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`,
);
for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await measure(rows);

async function measure(rows) {
  const { file, truth } = await makeLinkagePeople(rows, level, seed);
  const yardstick = await splitLines(file);
  const folder = mkdtempSync(join(tmpdir(), 'hub06-bench-link-'));
  try {
    const clusters = join(folder, 'clusters.csv');
    const { report, peak, processor } = await link(file, clusters);
    const score = await scoreClusters(clusters, await readTruth(truth, rows), rows);
    const n = (value) => Math.round(value).toLocaleString('en');
    console.log(`\n${n(rows)} rows, noise ${level}, seed ${seed}${train ? ', trained' : ''}`);
    console.log(
      `  read, compare, cluster, write  ${report.seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s)`,
    );
    console.log(
      `  ratio to splitting the lines   ${(processor / yardstick).toFixed(1)} × ${yardstick.toFixed(2)} s of processor`,
    );
    if (rows === 1_000_000)
      console.log(
        `  Splink on a like file          ${SPLINK.seconds} s, ${SPLINK.mebibytes} MiB (recorded elsewhere)`,
      );
    console.log(`  rows a second                  ${n(rows / report.seconds)}`);
    console.log(
      `  pairs compared                 ${n(report.comparedPairs)} (${n(report.comparedPairs / report.linkSeconds)} a second)`,
    );
    console.log(`  peak memory                    ${n(peak / 1024)} MiB`);
    console.log(
      `  links, reviews, cut links      ${n(report.links)}, ${n(report.reviews)}, ${n(report.cutLinks)}`,
    );
    console.log(`  precision (pairs of clusters)  ${score.precision.toFixed(6)}   goal 0.9995 at L2`);
    console.log(`  recall, all true pairs         ${score.recall.toFixed(5)}`);
    console.log(`  recall, rows with own numbers  ${score.fairRecall.toFixed(5)}   goal 0.99 at L2`);
    console.log(`  wrong pairs ${n(score.wrong)} of ${n(score.joined)}; true pairs ${n(score.truePairs)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of processor time that Node needs here, now, to read the file and split it: what the machine is worth at this moment. */
async function splitLines(file) {
  const before = process.cpuUsage();
  let cells = 0;
  for await (const line of createInterface({ input: createReadStream(file) }))
    cells += line.split(',').length;
  const { user, system } = process.cpuUsage(before);
  return cells > 0 ? (user + system) / 1e6 : 0;
}

/** In a process of its own, whose peak is then its own. */
async function link(file, clusters) {
  const flags = ['link', file, '--local', '--json', '--clusters', clusters, ...(train ? ['--train'] : [])];
  const child = spawn(process.execPath, [PROGRAM, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  let last = { peak: 0, processor: 0 };
  child.stdout.on('data', (text) => {
    printed += text;
    last = usage(child.pid) ?? last;
  });
  const watch = setInterval(() => (last = usage(child.pid) ?? last), 50);
  await new Promise((ended) => child.once('close', ended));
  clearInterval(watch);
  return { report: JSON.parse(printed), ...last };
}

function usage(pid) {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // A process that is just ending has given its memory back already.
    if (peak === 0) return null;
    return { peak, processor: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null;
  }
}
