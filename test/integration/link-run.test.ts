/** Datasets are linked by the run engine: within one, between two, trained, cancelled by nothing and sealed like every result. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { openExport } from '../../src/db/queries/open-export';
import { csvLine } from '../../src/domain/safe-cell';
import { findLinkageModel } from '../../src/services/linkage-models';
import { startLinkage, type LinkageRequest } from '../../src/services/start-linkage';
import { runWorker, type RunningWorker } from '../../workers/main';
import { cloneDatabase } from '../support/database';
import { ENGLISH_HEADER, makeEnglishPeople, type EnglishRow } from '../support/english-people';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

describe('a linkage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-linkage-'));
  const people = makeEnglishPeople(1_200, 5);
  const model = findLinkageModel('english-names-postcodes')!;
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    hub = await openTestHub({ databaseUrl: (await cloneDatabase()).url });
    worker = await runWorker(hub.config);
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const bringIn = async (rows: readonly EnglishRow[]) => {
    const file = join(folder, `${randomUUID()}.csv`);
    // The import wants a column that it knows; the linkage has its own.
    writeFileSync(
      file,
      `${[['ID number', ...ENGLISH_HEADER], ...rows.map(({ cells }) => ['', ...cells])].map(csvLine).join('\n')}\n`,
    );
    const datasetId = await hub.bringIn(file);
    await waitFor(
      async () => {
        const [dataset] = await hub.db.query<{ state: string }[]>('select state from dataset where id = $1', [
          datasetId,
        ]);
        return dataset?.state === 'READY' ? true : null;
      },
      { withinMs: 30_000, what: 'the import' },
    );
    return datasetId;
  };
  const start = (datasetId: string, options: Partial<LinkageRequest> = {}) =>
    startLinkage(hub.db, hub.doorbell, hub.actor, {
      datasetId,
      secondDatasetId: null,
      model,
      train: false,
      idempotencyKey: randomUUID(),
      ...options,
    });
  const link = async (datasetId: string, options: Partial<LinkageRequest> = {}) => {
    const { runId } = accepted(await start(datasetId, options));
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    return runId;
  };
  const read = async (runId: string, name: string) =>
    (parse(await buffer(await openExport(hub.db, runId, name))) as string[][]).slice(1);

  it('finds the duplicates of a dataset, and seals pairs and clusters', async () => {
    const runId = await link(await bringIn(people));
    const links = (await read(runId, 'pairs.csv')).filter(([, , , , decision]) => decision === 'LINK');
    const right = links.filter(
      ([, left, , other]) => people[Number(left) - 2]!.person === people[Number(other) - 2]!.person,
    );
    const persons = new Set(people.map(({ person }) => person)).size;
    expect(right.length / links.length).toBeGreaterThan(0.99);
    expect(right.length / (people.length - persons)).toBeGreaterThan(0.95);
    for (const [, , , , , weight, posterior, prior, ...parts] of links) {
      const bits = parts.filter((_, index) => index % 2 === 1).map(Number);
      expect(bits.reduce((sum, part) => sum + part, Number(prior))).toBeCloseTo(Number(weight), 9);
      expect(1 / (1 + 2 ** -Number(weight))).toBeCloseTo(Number(posterior), 9);
    }
    expect(await read(runId, 'clusters.csv')).toHaveLength(people.length);
    const artifacts = await hub.db.query<{ name: string; sha256: string }[]>(
      'select name, sha256 from artifact where run_id = $1 order by name',
      [runId],
    );
    expect(artifacts.map(({ name }) => name)).toEqual(['clusters.csv', 'pairs.csv']);
    for (const { name, sha256 } of artifacts) {
      const bytes = await buffer(await openExport(hub.db, runId, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('links two datasets with each other, after learning from them', async () => {
    const [one, other] = [people.slice(0, 800), people.slice(800)];
    const runId = await link(await bringIn(one), { secondDatasetId: await bringIn(other), train: true });
    const pairs = await read(runId, 'pairs.csv');
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.every(([file, , otherFile]) => file === '1' && otherFile === '2')).toBe(true);
    const [stored] = await hub.db.query<{ report: { training: { passes: object[] } } }[]>(
      'select report from linkage_report where run_id = $1',
      [runId],
    );
    expect(stored!.report.training.passes).toHaveLength(2);
  });

  it('ends as a wrong setting when there is too little to learn from', async () => {
    const { runId } = accepted(await start(await bringIn(people.slice(0, 20)), { train: true }));
    expect(await hub.waitUntilSettled(runId)).toBe('FAILED_CONFIG');
  });

  it('is one run for one key, and refuses what cannot be linked', async () => {
    const datasetId = await bringIn(people.slice(0, 50));
    const idempotencyKey = randomUUID();
    const first = accepted(await start(datasetId, { idempotencyKey }));
    expect(await start(datasetId, { idempotencyKey })).toEqual(first);
    expect(await start(datasetId, { idempotencyKey, train: true })).toEqual({
      refused: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await start(randomUUID())).toEqual({ refused: 'DATASET_NOT_FOUND' });
    const columns = Object.fromEntries(Object.keys(model.columns).map((name) => [`x-${name}`, []]));
    const fields = model.fields.map((field) => ({ ...field, from: field.from.map((name) => `x-${name}`) }));
    expect(await start(datasetId, { model: { ...model, columns, fields } })).toEqual({
      refused: 'LINKAGE_COLUMNS_MISSING',
    });
  });
});
