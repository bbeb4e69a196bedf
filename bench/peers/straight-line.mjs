/**
 * The peer of a verification: one process, one loop, the product's own rules and connector, verdicts by COPY into a bare table.
 * No lease, no fence, no retry, no progress, no evidence: what is left is the price of the work itself.
 */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ROOT } from '../support/hub.mjs';

const require = createRequire(import.meta.url);
const product = (path) => require(join(ROOT, 'dist', path));
const { parse } = require('csv-parse');
const { Client } = require('pg');
const { from: copyFrom } = require('pg-copy-streams');

const BATCH = 1_000;
const IN_FLIGHT = 4;

export async function verifyStraight(hub, file) {
  const { findEmbeddedUrl } = product('src/cli/with-database.js');
  const { connector } = product('workers/connectors/csdlqgvdc-ndop/index.js');
  const register = connector.open({ url: hub.simulatorUrl, officer: 'bench', way: 'AT_ONCE' });
  const client = new Client({ connectionString: findEmbeddedUrl(hub.dataDir) });
  await client.connect();
  await client.query(
    'create temporary table straight (seq int primary key, verdict text, reasons text, weight float8)',
  );
  const started = performance.now();
  const target = client.query(copyFrom('copy straight from stdin'));
  const counts = {};
  const rows = createReadStream(file).pipe(parse({ bom: true, fromLine: 2, relaxColumnCount: true }));
  let batch = [];
  let seq = 0;
  const underWay = new Set();
  const send = async (people) => {
    target.write((await judgeAll(register, people, counts)).join(''));
  };
  for await (const row of rows) {
    batch.push({ seq: (seq += 1), row });
    if (batch.length < BATCH) continue;
    const working = send(batch).finally(() => underWay.delete(working));
    underWay.add(working);
    batch = [];
    if (underWay.size >= IN_FLIGHT) await Promise.race(underWay);
  }
  await Promise.all([...underWay, send(batch)]);
  target.end();
  await finished(target);
  const seconds = (performance.now() - started) / 1_000;
  await client.end();
  await register.close();
  return { seconds, counts };
}

async function judgeAll(register, people, counts) {
  const { prepareResident } = product('src/domain/verdict/prepare-resident.js');
  const { firstLookup } = product('src/domain/verdict/lookup-key.js');
  const { nextStep } = product('src/domain/verdict/next-step.js');
  const { judgeResident } = product('src/domain/verdict/judge-resident.js');
  const open = people.map(({ seq, row }) => {
    const [, name, birthDate, sex, number, oldCardNumber, address] = row;
    const options = { today: TODAY, standInDecades: 'ALL', comparesAddress: true };
    const prepared = prepareResident({ name, birthDate, sex, number, oldCardNumber, address }, options);
    return { seq, prepared, question: firstLookup(prepared), verification: null };
  });
  for (
    let asking = open.filter((one) => one.question);
    asking.length > 0;
    asking = asking.filter((one) => one.question)
  ) {
    const requests = asking.map((one) => ({ ref: String(one.seq), key: one.question }));
    const call = { purpose: 'DOI_SOAT', correlationId: 'bench', signal: AbortSignal.timeout(30_000) };
    const answers = new Map(
      (await register.lookup(requests, call)).map((answer) => [answer.ref, answer.candidates]),
    );
    for (const one of asking) {
      Object.assign(one, nextStep(one.prepared, one.question, answers.get(String(one.seq)) ?? []));
    }
  }
  return open.map(({ seq, prepared, verification }) => {
    const { verdict, reasons, weightBits } = verification ?? judgeResident(prepared, null, []);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    return `${seq}\t${verdict}\t${reasons.join(',')}\t${weightBits}\n`;
  });
}

const now = new Date();
const TODAY = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
