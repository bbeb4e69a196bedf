/** Lists that come page by page, each element once: the chunks of a run, the datasets. */
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeChunk, writeRun } from '../support/run-rows';

describe('pages through the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it('of datasets come newest first, also those made in one moment, each once', async () => {
    const made: string[] = [];
    for (let no = 0; no < 5; no++) made.push((await writeRun(gateway.db)).datasetId);
    await gateway.db.query(`update dataset set created_at = '2026-01-01 00:00:00.123456+00'`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { datasets } = (await gateway.ask(readOperation('datasets'), { first: 2, after })).data;
      expect(datasets.totalCount).toBe(5);
      seen.push(...datasets.nodes.map(({ id }: { id: string }) => id));
      after = datasets.pageInfo.hasNextPage ? datasets.pageInfo.endCursor : undefined;
    } while (after);
    expect(seen).toEqual(made.sort().reverse());
  });

  it('of chunks come by number, with what each went through', async () => {
    const { db } = gateway;
    const { runId } = await writeRun(db, { state: 'RUNNING', rowsTotal: 90 });
    for (const no of [1, 2, 3]) {
      await writeChunk(db, runId, { no, first: no * 30 - 29, last: no * 30, counts: { VERIFIED: 30 } });
    }
    await db.query(
      `update chunk set state = 'WAITING_CONNECTOR', epoch = 3, retries = 2, done_at = null where run_id = $1 and no = 3`,
      [runId],
    );
    const ask = async (after?: string) =>
      (await gateway.ask(readOperation('run-chunks'), { id: runId, first: 2, after })).data.run.chunks;
    const first = await ask();
    const second = await ask(first.pageInfo.endCursor);
    expect([first.totalCount, first.nodes.map((chunk: { no: number }) => chunk.no)]).toEqual([3, [1, 2]]);
    const troubled = { state: 'WAITING_CONNECTOR', claims: 3, retries: 2, crashes: 0, faults: 0 };
    expect(second.nodes).toEqual([
      { no: 3, step: 'WORK', firstSeq: 61, lastSeq: 90, notBefore: null, doneAt: null, ...troubled },
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});
