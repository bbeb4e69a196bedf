/**
 * Measures what is asked of whole columns beside DuckDB on the same file in the same run: the profile beside SUMMARIZE, and the
 * pairs of rows that linkage compares beside the same keys joined in SQL. Rows as an argument; seconds of processor time decide.
 */
import { createReadStream } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ROOT } from './support/hub.mjs';
import { makeLinkagePeople } from './support/linkage-people.mjs';

const require = createRequire(import.meta.url);
const product = (path) => require(join(ROOT, 'dist', 'src', path));
const rows = Number(process.argv[2] ?? 100_000);
const SEED = 1;

/** The rules of the model that SQL says as shortly. */
const KEYS = ['number', 'old-card', 'phone', 'name-birth'];
const whole = require(join(ROOT, 'schema', 'models', 'vietnamese-residents.json'));
const model = { ...whole, blocking: whole.blocking.filter(({ name }) => KEYS.includes(name)) };

const { file } = await makeLinkagePeople(rows, 'L2', SEED);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}; ${rows.toLocaleString('en')} rows, noise L2`,
);
const duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
compare('profile', await timed(profile), await timed(summarize));
const read = await timed(readRows);
compare('rows read, for linkage', read, await timed(loadRows));
const ours = await timed(() => blockRows(read.result));
const theirs = await timed(joinRows);
compare('pairs by blocking keys', ours, theirs);
console.log(
  `  pairs: hub ${ours.result.toLocaleString('en')}, DuckDB ${theirs.result.toLocaleString('en')}; the hub reads more spellings, and weighs what it finds`,
);
duck.closeSync();

/** Seconds of processor time of this process, in which DuckDB runs as well, on one thread. */
async function timed(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

function compare(name, hub, peer) {
  const rate = ({ seconds }) => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`.padStart(18);
  const ratio = (peer.seconds / hub.seconds).toFixed(2);
  console.log(`  ${name.padEnd(28)} hub ${rate(hub)}   DuckDB ${rate(peer)}   hub at ${ratio} of it`);
}

async function eachRow(take) {
  const { CsvReader } = product('domain/table/csv-reader.js');
  const reader = new CsvReader(',', '\n', {
    row: ({ cells }) => take(cells),
    rejected: ({ line, code }) => {
      throw new Error(`line ${line}: ${code}`);
    },
  });
  for await (const part of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }))
    reader.push(part);
  reader.end();
}

async function profile() {
  const { TableProfiler } = product('domain/profile/profile-table.js');
  const { mapColumns } = product('domain/table/column-mapping.js');
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  let profiler = null;
  await eachRow((cells) => {
    if (profiler === null) profiler = new TableProfiler(cells, mapColumns(cells).mapping, today);
    else profiler.add(cells);
  });
  return profiler.finish().rows;
}

async function summarize() {
  await duck.run(`summarize select * from read_csv('${file}', all_varchar = true, header = true)`);
}

async function readRows() {
  const { LinkageTableBuilder } = product('domain/linkage/linkage-table.js');
  const { locateColumns } = product('domain/linkage/locate-columns.js');
  const builder = new LinkageTableBuilder(model.fields);
  let begun = false;
  await eachRow((cells) => {
    if (begun) builder.addRow(cells);
    else builder.beginFile(locateColumns(model, cells));
    begun = true;
  });
  return builder.finish();
}

/** Without what the hub reads besides: other encodings, look-alikes, tone places, dates in other forms. */
async function loadRows() {
  const digits = (column) => `regexp_replace("${column}", '\\D', '', 'g')`;
  await duck.run(`create table resident as select row_number() over () as id,
      case when length(${digits('Số định danh')}) between 10 and 12 then lpad(${digits('Số định danh')}, 12, '0') end as number,
      case when length(${digits('Số CMND')}) = 9 then ${digits('Số CMND')} end as card,
      nullif(ltrim(${digits('Số điện thoại')}, '0'), '') as phone,
      nullif(upper(strip_accents(translate(nfc_normalize("Họ và tên"), 'đĐ', 'dD'))), '') as name,
      case when length("Ngày sinh") = 10 then "Ngày sinh"[7:10] || least("Ngày sinh"[1:2], "Ngày sinh"[4:5])
        || greatest("Ngày sinh"[1:2], "Ngày sinh"[4:5]) end as birth
    from read_csv('${file}', all_varchar = true, header = true)`);
}

/** Blocks, and weighs each pair once by all nine comparisons. */
async function blockRows(table) {
  const { linkRows } = product('domain/linkage/link-rows.js');
  return linkRows(model, table).report.comparedPairs;
}

/** The pairs alone, without a comparison of what they hold. */
async function joinRows() {
  const pairs = ['number', 'card', 'phone', 'name, birth']
    .map(
      (key) =>
        `select a.id as one, b.id as other from resident a join resident b using (${key}) where a.id < b.id`,
    )
    .join(' union ');
  const found = await duck.runAndReadAll(`select count(*)::int from (${pairs})`);
  return found.getRows()[0][0];
}
