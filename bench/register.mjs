/**
 * Measures the simulated register: answers in this process, people a second over the NDOP manner and over SOAP, and what 100 million people
 * cost. Each wire stands beside a bare HTTP server that hands out an answer of the same size.   node register.mjs [seconds]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { product } from './accuracy/read-people.mjs';
import { startPeer } from './peers/child.mjs';
import { ROOT } from './support/hub.mjs';
import { cpuSeconds, peakMiB } from './support/processes.mjs';
import { SimulatorProcess } from './support/simulator.mjs';

const require = createRequire(join(ROOT, 'package.json'));
const { Pool } = require('undici');
const SECONDS = Number(process.argv[2] ?? 5);
const REGISTER = { people: 1_000_000, seed: 6 };
const BATCH = 1_000;
/** Before anything is measured: what runs for the first time is compiled first. */
const WARM_UP_SECONDS = 2;
const { createRegister } = product('workers/simulator/register/register.js');
const { digestOf, ACCOUNT } = product('workers/simulator/wire/soap/authorisation.js');

let ids = 0;
const register = createRegister(REGISTER);
const numbers = numbersOf(register, REGISTER.people);
const n = (value) => Math.round(value).toLocaleString('en');
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}\n`,
);

inProcess();
const folder = mkdtempSync(join(tmpdir(), 'hub06-bench-register-'));
const simulator = await SimulatorProcess.start();
try {
  await overHttp('NDOP, batches of 1,000, 4 in flight', {
    inFlight: 4,
    people: BATCH,
    ask: batchQuestions(numbers),
  });
  await overHttp('SOAP, one person, 16 in flight', { inFlight: 16, people: 1, ask: soapQuestion });
} finally {
  await simulator.kill();
  rmSync(folder, { recursive: true });
}
await hundredMillion();

function inProcess() {
  const started = performance.now();
  let found = 0;
  let asked = 0;
  while (performance.now() - started < SECONDS * 1_000)
    for (let at = 0; at < 1_000; at += 1, asked += 1)
      if (register.findByNumber(numbers[asked % numbers.length])?.name.upper) found += 1;
  const seconds = (performance.now() - started) / 1_000;
  console.log(`in process          ${n(found / seconds)} people/s by number`);
}

async function overHttp(title, { inFlight, people, ask }) {
  await rate(simulator.url, { inFlight, ask, seconds: WARM_UP_SECONDS });
  const before = cpuSeconds([simulator.pid]);
  const own = await rate(simulator.url, { inFlight, ask });
  const microseconds = ((cpuSeconds([simulator.pid]) - before) / (own.calls * SECONDS * people)) * 1e6;
  const prepared = join(folder, 'answer');
  writeFileSync(prepared, own.answer);
  const peer = await startPeer(join(import.meta.dirname, 'peers', 'bare-http.mjs'), prepared);
  await rate(peer.url, { inFlight, ask, seconds: WARM_UP_SECONDS });
  const bare = await rate(peer.url, { inFlight, ask });
  await peer.stop();
  console.log(
    `${title}   ${n(own.calls * people)} people/s, ${microseconds.toFixed(1)} µs of the simulator's processor for each`,
  );
  console.log(
    `  bare HTTP server, ${n(own.answer.length)} bytes   ${n(bare.calls * people)} people/s; the simulator reaches ${(own.calls / bare.calls).toFixed(2)} of it`,
  );
}

/** Calls a second, and the last answer. */
async function rate(url, { inFlight, ask, seconds = SECONDS }) {
  const pool = new Pool(url, { connections: inFlight, pipelining: 1 });
  const prepared = new URL(url);
  let calls = 0;
  let answer = '';
  const end = performance.now() + seconds * 1_000;
  const lane = async () => {
    while (performance.now() < end) {
      const { body, statusCode } = await pool.request({ method: 'POST', ...ask(calls, prepared) });
      answer = Buffer.from(await body.arrayBuffer());
      if (statusCode !== 200) throw new Error(`answered ${statusCode}: ${answer}`);
      calls += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const taken = (performance.now() - started) / 1_000;
  await pool.close();
  return { calls: calls / taken, answer };
}

function numbersOf(register, people) {
  return Array.from({ length: 100_000 }, (_, at) => register.person((at * 7_919) % people).number);
}

/** Written once: what is measured is the answering. Only the id of the message is new each time. */
function batchQuestions(numbers) {
  const lists = Array.from({ length: numbers.length / BATCH }, (_, batch) =>
    JSON.stringify(
      numbers
        .slice(batch * BATCH, (batch + 1) * BATCH)
        .map((SoDinhDanh, place) => ({ IdBanGhi: String(place), SoDinhDanh })),
    ),
  );
  return (call) => ({
    path: '/ndop/v1/tra-cuu',
    headers: { 'content-type': 'application/json' },
    body:
      `{"header":{"version":"1.0","sender_id":"BENCH-1","msg_id":"b-${(ids += 1)}"},` +
      `"data":{"MaDVC":"DOI-SOAT","MaCanBo":"bench","DanhSach":${lists[call % lists.length]}}}`,
  });
}

function soapQuestion(call, { origin }) {
  const timestamp = String(Date.now());
  const digest = digestOf(`${origin}/soap/dancu`, ACCOUNT.user, timestamp, ACCOUNT.secretKey);
  const number = numbers[call % numbers.length];
  return {
    path: '/soap/dancu',
    headers: {
      'content-type': 'text/xml',
      timestamp,
      authorization: `Basic ${Buffer.from(`${ACCOUNT.user}:${digest}`).toString('base64')}`,
    },
    body:
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="http://dancuquocgia.bca"><e:Body><d:TraCuuThongTinCongDan>' +
      `<d:MaYeuCau>b-${(ids += 1)}</d:MaYeuCau><d:MaDVC>DOI-SOAT</d:MaDVC><d:MaTichHop>037</d:MaTichHop><d:MaCanBo>bench</d:MaCanBo>` +
      `<d:SoDinhDanh>${number}</d:SoDinhDanh></d:TraCuuThongTinCongDan></e:Body></e:Envelope>`,
  };
}

/** From the start of the process to its first answer, and its peak after many people were asked for. */
async function hundredMillion() {
  const started = performance.now();
  const big = await SimulatorProcess.start({ SIMULATOR_PEOPLE: '100000000' });
  const ready = performance.now() - started;
  try {
    const opening = performance.now();
    const same = createRegister({ people: 100_000_000, seed: 6 });
    const opened = performance.now() - opening;
    const ask = batchQuestions(numbersOf(same, 100_000_000));
    const { calls } = await rate(big.url, { inFlight: 4, ask });
    console.log(
      `100 million people  process up in ${n(ready)} ms (the register itself ${n(opened)} ms; goal 1,000)`,
    );
    console.log(
      `                    peak memory ${peakMiB([big.pid])} MiB after ${n(calls * SECONDS)} batches of 1,000; goal 200`,
    );
  } finally {
    await big.kill();
  }
}
