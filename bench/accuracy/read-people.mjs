/** Invented residents with the truth beside, made anew for each seed and read as the hub's import reads them. */
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/hub.mjs';

const require = createRequire(import.meta.url);
export const product = (path) => require(join(ROOT, 'dist', path));

/** Rows by which the import decides on encodings and columns. */
const HEAD_ROWS = 500;

/** The register that the seeds sample; no seed of the tests or of the benchmarks. */
export const REGISTER = { people: 2_000_000, seed: 771 };

/** `rates` replaces single rates of the preset: 0 switches a class off, and leaves all others as they are. */
export async function makePeople({ level, seed, rows, rates = {} }) {
  const { writePeople } = product('workers/simulator/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'hub06-accuracy-'));
  try {
    const [out, truth] = [join(folder, 'people.csv'), join(folder, 'truth.csv')];
    const { people, seed: registerSeed } = REGISTER;
    const dirty = level === null ? {} : { dirty: level };
    await writePeople({ count: rows, sampleSeed: seed, people, registerSeed, ...dirty, rates, out, truth });
    return { ...readTable(out), truth: readTruth(truth) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readTable(file) {
  const { pickFields } = product('src/domain/table/column-mapping.js');
  const { readTable: readHead, decodeCells } = product('src/domain/table/table-reading.js');
  const { FactGatherer } = product('src/domain/cleanse/gather-facts.js');
  const lines = readCells(file);
  const head = lines.slice(0, HEAD_ROWS).map((cells, index) => ({ line: index + 1, cells }));
  const { encodings, mapping } = readHead(head, false, {});
  const gatherer = new FactGatherer();
  const rows = lines.slice(1).map((cells) => pickFields(decodeCells(cells, encodings), mapping));
  for (const row of rows) gatherer.add(row);
  return { rows, facts: gatherer.finish() };
}

function readTruth(file) {
  const [, ...lines] = readCells(file);
  return lines.map(([, number, name, birthDate, sex, noise, expected]) => ({
    number,
    name,
    birthDate,
    sex,
    noise: noise === '' ? [] : noise.split('+'),
    expected,
  }));
}

function readCells(file) {
  const { CsvReader } = product('src/domain/table/csv-reader.js');
  const rows = [];
  const refuse = ({ line, code }) => {
    throw new Error(`line ${line}: ${code}`);
  };
  const reader = new CsvReader(',', '\n', { row: ({ cells }) => rows.push(cells), rejected: refuse });
  reader.push(readFileSync(file, 'utf8'));
  reader.end();
  return rows;
}
