/** Files of invented residents who are in them more than once, with the truth beside: several draws from one register, one after the other. */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { PROGRAM } from './hub.mjs';

const FOLDER = resolve(import.meta.dirname, '..', '.data');
/** Two draws of half the rows from twice as many people: about an eighth of them are drawn twice. */
const DRAWS = 2;

/** @returns the file and its truth; made once and kept, ignored by git. */
export async function makeLinkagePeople(rows, level, seed) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `link-${rows}-${level}-${seed}.csv`);
  const truth = file.replace('.csv', '.truth.csv');
  if (existsSync(truth)) return { file, truth };
  const parts = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const part = join(FOLDER, `draw-${process.pid}-${draw}`);
    const flags = ['--count', String(rows / DRAWS), '--seed', String(seed * DRAWS + draw), '--dirty', level];
    execFileSync(
      process.execPath,
      [PROGRAM, 'sim', 'people', ...flags, '--out', `${part}.csv`, '--truth', `${part}.truth.csv`],
      { stdio: 'ignore', env: { ...process.env, SIMULATOR_PEOPLE: String(rows * 2) } },
    );
    parts.push(part);
  }
  await joinFiles(
    parts.map((part) => `${part}.csv`),
    file,
  );
  await joinFiles(
    parts.map((part) => `${part}.truth.csv`),
    truth,
  );
  for (const part of parts) for (const end of ['.csv', '.truth.csv']) rmSync(part + end);
  return { file, truth };
}

/** One header, then the rows of all. */
async function joinFiles(parts, target) {
  const out = createWriteStream(target);
  for (const [index, part] of parts.entries()) {
    let first = true;
    for await (const line of createInterface({ input: createReadStream(part) })) {
      if (!(first && index > 0) && !out.write(`${line}\n`)) await new Promise((go) => out.once('drain', go));
      first = false;
    }
  }
  await new Promise((done) => out.end(done));
}

/** Number of the person of each row (from 0), 0 for a row of nobody the register knows; and whether the row bears another's number. */
export async function readTruth(truth, rows) {
  const person = new Float64Array(rows);
  const foreignNumber = new Uint8Array(rows);
  let row = -1;
  for await (const line of createInterface({ input: createReadStream(truth) })) {
    if (row >= 0) {
      person[row] = Number(line.split(',', 2)[1]);
      // C45: a relative's number; C82–C84: a row that was given the number of a twin, a namesake, a father or son.
      if (/\bC(?:45|8[234])\b/.test(line)) foreignNumber[row] = 1;
    }
    row += 1;
  }
  return { person, foreignNumber };
}
