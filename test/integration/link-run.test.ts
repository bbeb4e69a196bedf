/** Datasets are linked by the run engine: within one, between two, trained, cancelled by nothing and sealed like every result. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { openExport } from '../../src/db/queries/open-export';
import { csvLine } from '../../src/domain/table/safe-cell';
import { findLinkageModel } from '../../src/services/reference/linkage-models';
import { startLinkage, type LinkageRequest } from '../../src/services/runs/start-linkage';
import { runWorker, type RunningWorker } from '../../workers/main';
import { cloneDatabase } from '../support/database';
import { ENGLISH_HEADER, makeEnglishPeople, type EnglishRow } from '../support/english-people';
import { readOperation } from '../support/example-operation';
import { openTestGateway } from '../support/gateway';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { writeRun } from '../support/run-rows';
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
    expect(artifacts.map(({ name }) => name)).toEqual(['clusters.csv', 'manifest.json', 'pairs.csv']);
    for (const { name, sha256 } of artifacts) {
      const bytes = await buffer(await openExport(hub.db, runId, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('is served by the gateway: its account, and pairs whose parts add up', async () => {
    const gateway = await openTestGateway();
    try {
      const { runId } = await writeRun(gateway.db, { state: 'SUCCEEDED', kind: 'LINK' });
      const levels = model.comparisons.map(() => 1);
      const units = model.comparisons.map((_, at) => 100 * (at + 1) + 25);
      const weight = units.reduce((sum, part) => sum + part, -900);
      await gateway.db.query(
        `insert into linked_pair values ($1, 1, 1, 7, 2, 9, 'LINK', $2, -900, $3, $4), ($1, 2, 1, 8, 2, 9, 'REVIEW', 50, -900, $3, $4)`,
        [runId, weight, levels, units],
      );
      const report = { rows: 2, rowsOfSecond: 1, comparedPairs: 1, links: 1, reviews: 1, clusters: 1 };
      await gateway.db.query('insert into linkage_report values ($1, $2, $3)', [
        runId,
        model,
        { ...report, clusteredRows: 2, cutLinks: 0, blocking: [], training: null },
      ]);
      const where = { decision: { eq: 'LINK' } };
      const { data } = await gateway.ask(readOperation('run-pairs'), { id: runId, where, first: 5 });
      expect(data.run.linkage).toMatchObject({ model: { id: model.id }, trained: false, links: 1 });
      expect(data.run.linkedPairs.totalCount).toBe(1);
      const [pair] = data.run.linkedPairs.nodes;
      expect(pair).toMatchObject({ left: { file: 1, seq: 7 }, right: { file: 2, seq: 9 }, decision: 'LINK' });
      const bits = pair.parts.reduce(
        (sum: number, part: { bits: number }) => sum + part.bits,
        pair.priorBits,
      );
      expect(bits).toBeCloseTo(pair.weightBits, 9);
      expect(pair.parts[0]).toMatchObject({ comparison: 'given', level: 'SAME' });
      const refused = await gateway.ask(
        readOperation('start-linkage'),
        { input: { datasetId: randomUUID(), customModel: { id: 'x' }, idempotencyKey: 'one' } },
        { key: gateway.keys.operator },
      );
      expect(refused.data.startLinkage).toMatchObject({ code: 'LINKAGE_MODEL_INVALID' });
      const models = await gateway.ask(readOperation('linkage-models'));
      expect(models.data.linkageModels).toHaveLength(2);
    } finally {
      await gateway.close();
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
