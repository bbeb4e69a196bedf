/** A quality report over real runs: what is measured and what not yet, every rule, masked rows, the trend, and the files beside it. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { openExport } from '../../src/db/queries/open-export';
import { findQualityReport, type DatasetReport } from '../../src/db/queries/get-quality-report';
import { writeQualityXlsx } from '../../src/documents/write-quality-xlsx';
import { openWorkbook } from '../../src/documents/workbook/open-workbook';
import { startRun } from '../../src/services/runs/start-run';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';

const PEOPLE = 100_000;
const SEED = 6;
const ROWS = 2_000;
const EVERYWHERE = { localityCode: null };

describe('the quality report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-quality-'));
  const file = join(folder, 'people.csv');
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;
  let datasetId: string;
  let runId: string;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config);
    const sample = { count: ROWS, sampleSeed: 5, people: PEOPLE, registerSeed: SEED, dirty: 'L2' } as const;
    await writePeople({ ...sample, out: file });
    datasetId = await hub.bringIn(file);
    runId = await hub.verify(datasetId);
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const report = async (wanted: { datasetId: string } | { runId: string }): Promise<DatasetReport> =>
    (await findQualityReport(hub.db, EVERYWHERE, wanted))!;
  const local = async (kind: 'PROFILE' | 'CLEANSE' | 'LINK') => {
    const request = { kind, datasetId, idempotencyKey: randomUUID() };
    await hub.waitUntilSettled(accepted(await startRun(hub.db, hub.doorbell, hub.actor, request)).runId);
  };
  const needs = ({ dimensions }: DatasetReport) => dimensions.map((one) => one.needs);

  it('measures accuracy from the verification, and says which runs would measure the rest', async () => {
    const early = await report({ runId });
    expect(needs(early)).toEqual(['PROFILE', 'PROFILE', 'PROFILE', 'LINK', null, 'CLEANSE']);
    const [counted] = await hub.db.query<{ verified: number; failed: number }[]>(
      `select count(*) filter (where verdict = 'VERIFIED')::int as verified,
         count(*) filter (where verdict <> 'VERIFIED')::int as failed from verdict where run_id = $1`,
      [runId],
    );
    expect(early.accepted).toMatchObject({ numerator: counted!.verified, denominator: ROWS });
    expect(early.verdicts.reduce((sum, { count }) => sum + count, 0)).toBe(ROWS);
    expect(early.trend).toEqual([]);
    const failures = await text(await openExport(hub.db, runId, 'failures.csv'));
    expect(failures.trimEnd().split('\n')).toHaveLength(counted!.failed + 1);
  });

  it('is whole once all runs have ended: every rule is told, and no example shows a person', async () => {
    await local('PROFILE');
    await local('CLEANSE');
    const whole = await report({ datasetId });
    expect(needs(whole)).toEqual([null, null, null, null, null, null]);
    for (const { share } of whole.dimensions) {
      expect(share!.low).toBeLessThanOrEqual(share!.value!);
      expect(share!.high).toBeGreaterThanOrEqual(share!.value!);
    }
    expect(whole.rules.filter(({ failed }) => failed === 0).length).toBeGreaterThan(5);
    expect(whole.rules.filter(({ failed }) => failed > 0).length).toBeGreaterThan(5);
    expect(whole.samples.length).toBeGreaterThan(5);
    const values = whole.samples.flatMap((sample) => sample.values);
    const telling = values.filter(
      ({ field, masked }) => /\d{5}/.test(masked) || (field === 'name' && /\p{L}{2}/u.test(masked)),
    );
    expect(telling).toEqual([]);
  });

  it('shows the trend against the file of the same name before it', async () => {
    const next = await hub.bringIn(file);
    const second = await hub.verify(next);
    await hub.waitUntilSettled(second);
    const { trend, accepted: now } = await report({ datasetId: next });
    expect(trend.map(({ dimension }) => dimension)).toEqual(['ACCURACY', 'ACCEPTED']);
    expect(trend[1]).toEqual({ dimension: 'ACCEPTED', now, before: now });
  });

  it('comes as a workbook that reads back, and its run with a manifest of checksums', async () => {
    const whole = await report({ datasetId });
    const bytes = writeQualityXlsx(whole);
    const workbook = await openWorkbook({
      size: bytes.length,
      read: async function* (start, end) {
        yield await Promise.resolve(bytes.subarray(start, end));
      },
    });
    expect(workbook.sheets).toEqual(['Tiêu chí', 'Quy tắc', 'Kết luận', 'Dòng ví dụ', 'Xu hướng']);
    let rules = 0;
    for await (const rows of workbook.readRows('Quy tắc')) rules += rows.length;
    expect(rules).toBe(whole.rules.length + 1);
    const manifest = JSON.parse(await text(await openExport(hub.db, runId, 'manifest.json'))) as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files.map(({ name }) => name)).toEqual(['failures.csv', 'verdicts.csv']);
    for (const { name, bytes: size, sha256 } of manifest.files) {
      const content = await buffer(await openExport(hub.db, runId, name));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([size, sha256]);
    }
  });
});
