/** A file goes in and a verdict for each row comes out, on both queue back ends, through real HTTP to the simulator. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Queue } from 'bullmq';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { openExport } from '../../src/db/queries/open-export';
import { queueConnection, WORK_QUEUE } from '../../src/jobs/backend';
import { cancelRun } from '../../src/services/runs/cancel-run';
import { startRun } from '../../src/services/runs/start-run';
import { backends } from '../support/backends';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const PEOPLE = 100_000;
const SEED = 6;

describe.each(backends())('a verification run on $name', ({ redisUrl }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-verify-'));
  const file = join(folder, 'people.csv');
  const truth = join(folder, 'truth.csv');
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      redisUrl: redisUrl(),
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config);
    await writePeople({
      count: 5_000,
      sampleSeed: 1,
      people: PEOPLE,
      registerSeed: SEED,
      dirty: 'L2',
      out: file,
      truth,
    });
  });

  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every accepted row exactly one verdict and feeds the matrix', async () => {
    const datasetId = await hub.bringIn(file);
    const runId = await hub.verify(datasetId);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    const [counts] = await hub.db.query<{ verdicts: number; rows: number }[]>(
      `select (select count(*)::int from verdict where run_id = $1) as verdicts,
              (select count(*)::int from dataset_row where dataset_id = $2) as rows`,
      [runId, datasetId],
    );
    expect(counts).toEqual({ verdicts: 5_000, rows: 5_000 });
    const fed = await hub.db.query<{ cell: string }[]>(
      `select item_path || ' ' || column_code as cell from evidence where run_id = $1 order by 1`,
      [runId],
    );
    expect(fed.map((row) => row.cell)).toEqual([
      'B.1.1 BENEFIT_BUSINESS',
      'B.1.1 BENEFIT_GOVERNMENT',
      'D.1 BENEFIT_BUSINESS',
      'D.1 BENEFIT_GOVERNMENT',
    ]);
    const seen = await hub.db.query<{ indicator: string; denominator: number | null; simulated: boolean }[]>(
      `select indicator_code as indicator, denominator, simulated from observation where run_id = $1 order by 1`,
      [runId],
    );
    expect(seen).toEqual([
      { indicator: 'MATCH_RATE', denominator: 5_000, simulated: true },
      { indicator: 'RECORDS_VERIFIED', denominator: null, simulated: true },
      { indicator: 'SYNC_SUCCESS_SHARE', denominator: 5_000, simulated: true },
    ]);
  });

  it('never verifies a row as somebody else', async () => {
    const runId = await hub.verify(await hub.bringIn(file));
    await hub.waitUntilSettled(runId);
    const [given, sexes] = [readColumn(file, 'Số định danh'), readColumn(file, 'Giới tính')];
    const meant = readColumn(truth, 'person_number');
    const verified = await hub.db.query<{ seq: number }[]>(
      `select seq from verdict where run_id = $1 and verdict = 'VERIFIED'`,
      [runId],
    );
    expect(verified.length).toBeGreaterThan(2_500);
    const digits = (number: string | undefined) => (number ?? '').replaceAll(/\D/g, '').padStart(12, '0');
    // Where the sex was left out, the number stands in its column.
    const bears = (at: number) => [given[at], sexes[at]].some((cell) => digits(cell) === digits(meant[at]));
    // The register knows a person by every number they ever had, so a cancelled number is theirs too.
    const wrong = verified.filter(({ seq }) => !bears(seq - 1));
    expect(wrong).toEqual([]);
  });

  it('exports the rows in source order, and the bytes hash to what the run says', async () => {
    const runId = await hub.verify(await hub.bringIn(file));
    await hub.waitUntilSettled(runId);
    const exported = await text(await openExport(hub.db, runId));
    const lines = exported.trimEnd().split('\n');
    expect(lines).toHaveLength(5_001);
    expect(lines[0]).toBe(
      'STT,Họ và tên,Ngày sinh,Giới tính,Số định danh,Số CMND,Địa chỉ thường trú,Số điện thoại,' +
        'verdict,reasons,confidence,class_number,class_name,class_birth_date,class_sex',
    );
    expect(lines.slice(1).map((line) => line.slice(0, line.indexOf(',')))).toEqual(
      Array.from({ length: 5_000 }, (_, index) => String(index + 1)),
    );
    const [artifact] = await hub.db.query<{ bytes: string; sha256: string }[]>(
      `select bytes, sha256 from artifact where run_id = $1 and name = 'verdicts.csv'`,
      [runId],
    );
    expect(artifact).toEqual({
      bytes: String(Buffer.byteLength(exported)),
      sha256: createHash('sha256').update(exported).digest('hex'),
    });
  });

  it('gives the same run for the same idempotency key, however often it is sent', async () => {
    const datasetId = await hub.bringIn(file);
    const key = randomUUID();
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => hub.verify(datasetId, { idempotencyKey: key })),
    );
    expect(new Set(runs).size).toBe(1);
    const other = await startRun(hub.db, hub.doorbell, hub.actor, {
      kind: 'VERIFY',
      datasetId,
      connector: 'csdlqgvdc-ndop',
      purpose: 'ANOTHER-PURPOSE',
      idempotencyKey: key,
    });
    expect(other).toEqual({ refused: 'IDEMPOTENCY_CONFLICT' });
    await hub.waitUntilSettled(runs[0] ?? '');
  });

  it('accounts for every physical row of a damaged file', async () => {
    const damaged = join(folder, 'damaged.csv');
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const broken = rows.slice(0, 1_000).map((row, index) => {
      if (index % 100 === 3) return `${row},one too many`;
      if (index % 100 === 7) return row.replace(',', ',"stray');
      if (index % 100 === 11) return `${row}\0`;
      return row;
    });
    writeFileSync(damaged, `\uFEFF${[header, ...broken].join('\r\n')}\r\n`);
    const datasetId = await hub.bringIn(damaged);
    const runId = await hub.verify(datasetId);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    const [rowsOf] = await hub.db.query<object[]>(
      'select physical_rows, accepted_rows, rejected_rows from dataset where id = $1',
      [datasetId],
    );
    expect(rowsOf).toEqual({ physical_rows: 1_000, accepted_rows: 970, rejected_rows: 30 });
    const reasons = await hub.db.query<object[]>(
      'select code, count(*)::int as count, min(line) as first from rejected_row where dataset_id = $1 group by 1 order by 1',
      [datasetId],
    );
    expect(reasons).toEqual([
      { code: 'BAD_QUOTES', count: 10, first: 9 },
      { code: 'NUL_CHARACTER', count: 10, first: 13 },
      { code: 'RAGGED_ROW', count: 10, first: 5 },
    ]);
  });

  it('stops a cancelled run for good: no verdict is written after the cancellation', async () => {
    const datasetId = await hub.bringIn(file);
    const runId = await hub.verify(datasetId);
    await waitFor(async () => (await hub.stateOf(runId)) === 'RUNNING', {
      what: 'the run to start',
      everyMs: 5,
    });
    accepted(await cancelRun(hub.db, hub.actor, runId));
    const count = async () =>
      (
        await hub.db.query<{ count: number }[]>('select count(*)::int from verdict where run_id = $1', [
          runId,
        ])
      )[0]?.count;
    const written = await count();
    const next = await hub.verify(datasetId);
    await hub.waitUntilSettled(next);
    expect(await count()).toBe(written);
    expect(await hub.stateOf(runId)).toBe('CANCELLED');
  });

  it('puts ids into the queue and nothing else', async () => {
    const { connection, factory } = queueConnection(hub.config);
    const queue = new Queue(WORK_QUEUE, { connection }, factory);
    try {
      const runId = randomUUID();
      await queue.pause();
      await hub.doorbell.ring([{ runId, no: 7, epoch: 0 }]);
      const jobs = await queue.getJobs();
      expect(jobs.map((job) => job?.data as unknown)).toEqual([{ runId, no: 7, epoch: 0 }]);
      await queue.resume();
    } finally {
      await queue.close();
    }
  });
});

function readColumn(path: string, header: string): string[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const column = head.split(',').indexOf(header);
  // The columns up to this one never hold quotes in these files, except the name; it is quoted only with a comma.
  return lines.map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.[column]?.replace(/,$/, '') ?? '');
}
