/** Runs and datasets as served: pages, filters, counts, progress, timeline, verdicts, and the cells that a run feeds. */
import { randomUUID } from 'node:crypto';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { giveEvidence, writeChunk, writeRun, writeVerdicts } from '../support/run-rows';

describe('runs through the gateway', () => {
  let gateway: TestGateway;
  const ids: string[] = [];
  beforeAll(async () => {
    gateway = await openTestGateway();
    for (const state of ['SUCCEEDED', 'RUNNING', 'CANCELLED', 'SUCCEEDED', 'QUEUED']) {
      ids.unshift(
        (await writeRun(gateway.db, { state, kind: state === 'QUEUED' ? 'IMPORT' : 'VERIFY' })).runId,
      );
    }
  });
  afterAll(() => gateway.close());

  const list = async (where?: object, first = 200, after?: string) =>
    (await gateway.ask(readOperation('runs'), { where, first, after })).data.runs;
  const idsOf = (page: { nodes: { id: string }[] }) => page.nodes.map((node) => node.id);

  it('come newest first, page by page, each once', async () => {
    const first = await list(undefined, 2);
    const second = await list(undefined, 2, first.pageInfo.endCursor);
    const third = await list(undefined, 2, second.pageInfo.endCursor);
    expect([...idsOf(first), ...idsOf(second), ...idsOf(third)]).toEqual(ids);
    expect([first, second, third].map((page) => [page.totalCount, page.pageInfo.hasNextPage])).toEqual([
      [5, true],
      [5, true],
      [5, false],
    ]);
  });

  it('are paged without gaps when many were asked for in one moment', async () => {
    await gateway.db.query(`update run set created_at = '2026-01-01 00:00:00.123456+00'`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(undefined, 2, after);
      seen.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after);
    expect(seen).toEqual([...ids].sort().reverse());
  });

  it.each([
    [{ state: { eq: 'SUCCEEDED' } }, 2],
    [{ state: { in: ['QUEUED', 'RUNNING'] } }, 2],
    [{ state: { ne: 'SUCCEEDED' }, kind: { eq: 'VERIFY' } }, 2],
    [{ or: [{ state: { eq: 'QUEUED' } }, { state: { eq: 'CANCELLED' } }] }, 2],
    [{ not: { kind: { eq: 'IMPORT' } } }, 4],
    [
      {
        and: [{ createdAt: { gte: '2026-01-01T00:00:00Z' } }, { createdAt: { lt: '2026-01-02T00:00:00Z' } }],
      },
      5,
    ],
    [{ createdAt: { gt: '2026-01-02T00:00:00Z' } }, 0],
    [{ datasetId: { eq: randomUUID() } }, 0],
    [{ or: [] }, 0],
    [{}, 5],
  ])('are filtered by %j', async (where, count) => {
    const page = await list(where);
    expect([page.totalCount, page.nodes.length]).toEqual([count, count]);
  });

  it.each([
    [{ state: { eq: "x' or 1=1" } }],
    [{ datasetId: { eq: 'not-an-id' } }],
    [{ createdAt: { eq: 'yesterday' } }],
    [{ password: { eq: 'x' } }],
    [{ or: Array.from({ length: 51 }, () => ({})) }],
  ])('refuse the filter %j', async (where) => {
    const { errors } = await gateway.ask(readOperation('runs'), { where });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('tell progress, counts, timeline and the cells they feed', async () => {
    const { db } = gateway;
    const { runId } = await writeRun(db, { state: 'RUNNING', rowsTotal: 100 });
    await writeChunk(db, runId, { no: 1, first: 1, last: 30, counts: { VERIFIED: 25, MISMATCH: 5 } });
    await writeChunk(db, runId, { no: 2, first: 31, last: 50, counts: { VERIFIED: 15, NOT_FOUND: 5 } });
    await db.query(
      `insert into run_event (run_id, event, detail) values ($1, 'REQUESTED', '{}'), ($1, 'CUT', '{"chunks": 4}')`,
      [runId],
    );
    const { data, errors } = await gateway.ask(readOperation('run'), { id: runId });
    expect(errors).toEqual([]);
    expect(data.run).toEqual({
      id: runId,
      kind: 'VERIFY',
      state: 'RUNNING',
      retryAt: null,
      simulated: true,
      progress: { done: 50, total: 100, rowsPerSecond: 5, etaSeconds: 10 },
      counts: [
        { verdict: 'VERIFIED', count: 40 },
        { verdict: 'MISMATCH', count: 5 },
        { verdict: 'NOT_FOUND', count: 5 },
      ],
      sync: null,
      timeline: [
        { at: expect.stringMatching(/Z$/), event: 'REQUESTED', detail: {} },
        { at: expect.any(String), event: 'CUT', detail: { chunks: 4 } },
      ],
      artifacts: [],
      feedsCells: [],
    });
    const [fed] = await giveEvidence(db, {
      assessmentId: 'VN.2025-H2',
      itemPath: 'B.1.1',
      columnCode: 'BENEFIT_GOVERNMENT',
      times: 1,
    });
    const feeding = await gateway.ask(
      'query ($id: ID!) { run(id: $id) { feedsCells { id item { path parent { path } } column { code } status } } }',
      { id: fed!.runId },
    );
    expect(feeding.data.run.feedsCells).toEqual([
      {
        id: 'VN.2025-H2/B.1.1/BENEFIT_GOVERNMENT',
        item: { path: 'B.1.1', parent: { path: 'B.1' } },
        column: { code: 'BENEFIT_GOVERNMENT' },
        status: 'NOT_ASSESSED',
      },
    ]);
  });

  it('are nothing, not an error, under an id that is none', async () => {
    for (const id of ['nothing', randomUUID(), '']) {
      expect((await gateway.ask(readOperation('run'), { id })).data).toEqual({ run: null });
    }
  });

  describe('their verdicts', () => {
    let runId: string;
    beforeAll(async () => {
      runId = (await writeRun(gateway.db, { state: 'SUCCEEDED' })).runId;
      await writeVerdicts(gateway.db, runId, 100);
    });
    const verdicts = async (variables: object) =>
      (await gateway.ask(readOperation('run-verdicts'), { id: runId, ...variables })).data.run.verdicts;

    it('come in file order with class and rules of each field, page by page', async () => {
      const first = await verdicts({ first: 60 });
      const second = await verdicts({ first: 60, after: first.pageInfo.endCursor });
      const seqs = [...first.nodes, ...second.nodes].map((node: { seq: number }) => node.seq);
      expect(seqs).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([100, false]);
      expect(first.nodes[2]).toEqual({
        seq: 3,
        verdict: 'MISMATCH',
        reasons: ['NAME_ACCENT_LOST', 'DOB_DIGIT'],
        fields: [
          { name: 'number', class: 'EXACT', rules: [] },
          { name: 'name', class: 'FOLD', rules: ['F01'] },
          { name: 'birthDate', class: 'EXACT', rules: [] },
          { name: 'sex', class: 'MISSING_INPUT', rules: [] },
        ],
      });
    });

    it.each([
      [{ verdict: { eq: 'MISMATCH' } }, 33],
      [{ verdict: { in: ['MISMATCH', 'VERIFIED'] } }, 100],
      [{ reasons: { contains: 'DOB_DIGIT' } }, 33],
      [{ reasons: { contains: 'NAME_TYPO' } }, 0],
      [{ seq: { gt: 10, lte: 20 } }, 10],
      [{ seq: { in: [1, 3] }, verdict: { ne: 'MISMATCH' } }, 1],
      [{ name: { eq: 'FOLD' } }, 33],
      [{ not: { name: { eq: 'FOLD' } }, sex: { eq: 'MISSING_INPUT' } }, 67],
      [{ or: [{ seq: { eq: 1 } }, { and: [{ verdict: { eq: 'MISMATCH' } }, { seq: { lt: 7 } }] }] }, 3],
    ])('are filtered by %j', async (where, count) => {
      const page = await verdicts({ where, first: 200 });
      expect([page.totalCount, page.nodes.length]).toEqual([count, count]);
    });

    it('of several runs at once are each run’s own', async () => {
      const { data } = await gateway.ask(
        '{ runs(first: 3) { nodes { id verdicts(first: 2) { totalCount nodes { seq } } } } }',
      );
      const counts = data.runs.nodes.map((node: { id: string; verdicts: { totalCount: number } }) => [
        node.id === runId,
        node.verdicts.totalCount,
      ]);
      expect(counts).toContainEqual([true, 100]);
      expect(
        counts.filter(([own]: [boolean]) => !own).every(([, count]: [boolean, number]) => count === 0),
      ).toBe(true);
    });
  });

  it('come with their dataset, its columns and its rejected rows', async () => {
    const { datasetId, runId } = await writeRun(gateway.db);
    await gateway.db.query(
      `insert into rejected_row (dataset_id, line, code) values ($1, 7, 'RAGGED_ROW'), ($1, 9, 'NUL_CHARACTER')`,
      [datasetId],
    );
    const { data, errors } = await gateway.ask(readOperation('dataset'), { id: datasetId, first: 1 });
    expect(errors).toEqual([]);
    expect(data.dataset).toEqual({
      id: datasetId,
      name: 'Cư dân thử',
      state: 'READY',
      rows: { physical: 102, accepted: 100, rejected: 2 },
      source: {
        format: 'CSV',
        fileEncoding: 'UTF8',
        sheet: null,
        headerLine: 1,
        firstLine: 2,
        mappingSource: 'ALIASES',
      },
      columns: [
        { header: 'Họ và tên', field: 'name' },
        { header: 'Số định danh', field: 'number' },
        { header: 'Ghi chú', field: null },
      ].map((column) => ({ ...column, encoding: 'UNICODE', encodingConfidence: 1 })),
      rejections: {
        totalCount: 2,
        nodes: [{ line: 7, code: 'RAGGED_ROW', reason: { vi: expect.any(String), en: expect.any(String) } }],
      },
      createdAt: expect.any(String),
    });
    const { data: reached } = await gateway.ask(
      'query ($id: ID!) { run(id: $id) { dataset { id locality { code } runs { id } } connector { id } } }',
      { id: runId },
    );
    expect(reached.run).toEqual({
      dataset: { id: datasetId, locality: { code: 'VN' }, runs: [{ id: runId }] },
      connector: null,
    });
  });

  it('are cancelled once, and then say so', async () => {
    const { runId } = await writeRun(gateway.db);
    const cancel = () =>
      gateway.ask(readOperation('cancel-run'), { id: runId }, { key: gateway.keys.operator });
    expect((await cancel()).data.cancelRun).toEqual({ __typename: 'Run', id: runId, state: 'CANCELLED' });
    expect((await cancel()).data.cancelRun).toMatchObject({
      __typename: 'RefusedRequest',
      code: 'RUN_ALREADY_SETTLED',
    });
    const nothing = await gateway.ask(
      readOperation('cancel-run'),
      { id: 'nothing' },
      { key: gateway.keys.operator },
    );
    expect(nothing.data.cancelRun.code).toBe('RUN_NOT_FOUND');
  });

  it('are started once for one idempotency key', async () => {
    const { datasetId } = await writeRun(gateway.db);
    await gateway.db.query(
      `insert into connector (key, title_vi, title_en, capabilities, simulated) values ('csdlqgvdc-ndop', 'a', 'b', '{}', true)
       on conflict do nothing`,
    );
    const input = {
      kind: 'VERIFY',
      datasetId,
      connector: 'csdlqgvdc-ndop',
      purpose: 'DOI_SOAT',
      idempotencyKey: 'k-1',
    };
    const start = (changed = {}) =>
      gateway.ask(
        readOperation('start-run'),
        { input: { ...input, ...changed } },
        { key: gateway.keys.operator },
      );
    const first = (await start()).data.startRun;
    expect(first).toMatchObject({
      __typename: 'Run',
      kind: 'VERIFY',
      simulated: true,
      progress: { done: 0 },
    });
    expect((await start()).data.startRun.id).toBe(first.id);
    expect((await start({ purpose: 'KHAC' })).data.startRun.code).toBe('IDEMPOTENCY_CONFLICT');
    expect((await start({ connector: 'none', idempotencyKey: 'k-2' })).data.startRun.code).toBe(
      'CONNECTOR_NOT_FOUND',
    );
    expect((await start({ kind: 'EXPORT', idempotencyKey: 'k-3' })).data.startRun.code).toBe(
      'KIND_NOT_SUPPORTED',
    );
    expect((await start({ kind: 'SYNC', idempotencyKey: 'k-3' })).data.startRun.code).toBe(
      'CONNECTOR_CANNOT_SYNC',
    );
    expect((await start({ datasetId: null, idempotencyKey: 'k-3' })).data.startRun.code).toBe(
      'DATASET_REQUIRED',
    );
    expect((await start({ purpose: ' ', idempotencyKey: 'k-4' })).data.startRun.code).toBe(
      'PURPOSE_REQUIRED',
    );
    expect((await start({ idempotencyKey: '' })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
