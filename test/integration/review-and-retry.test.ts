/** Rows that the rules leave open are settled by people, and a run asks again only where the answer may have changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWorker, type RunningWorker } from '../../workers/main';
import { startSimulator, writePeople } from '../../workers/simulator';
import { listReviewTasks } from '../../src/db/queries/list-review-tasks';
import { listVerdicts } from '../../src/db/queries/list-verdicts';
import { decideReview } from '../../src/services/results/decide-review';
import { retryRun } from '../../src/services/runs/retry-run';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';
import { waitFor } from '../support/wait-for';

const PEOPLE = 100_000;
const SEED = 6;
const EVERYWHERE = { localityCode: null };
const ROWS = 3_000;

describe('a verification', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-review-'));
  const file = join(folder, 'people.csv');
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestHub;
  let worker: RunningWorker;
  let datasetId: string;
  let runId: string;
  let now = Date.now();

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: SEED });
    hub = await openTestHub({
      databaseUrl: (await cloneDatabase()).url,
      environment: { SIMULATOR_URL: simulator.url },
    });
    worker = await runWorker(hub.config, () => now);
    const sample = { count: ROWS, sampleSeed: 4, people: PEOPLE, registerSeed: SEED, dirty: 'L3' } as const;
    await writePeople({ ...sample, out: file, truth: join(folder, 'truth.csv') });
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

  const tasksOf = (where: object) =>
    listReviewTasks(hub.db, EVERYWHERE, { runId: { eq: runId }, ...where }, { first: 200, after: null });
  const verdictOf = async (run: string, seq: number) =>
    (await listVerdicts(hub.db, [run], { seq: { eq: seq } }, { first: 1, after: null }))[0];
  const retry = (id: string) => retryRun(hub.db, hub.doorbell, hub.actor, id);

  it('queues what the rules leave open, namesakes side by side, and pages through without a gap', async () => {
    for (const verdict of ['REVIEW', 'AMBIGUOUS', 'PROBABLE']) {
      const tasks = await tasksOf({ verdict: { eq: verdict } });
      expect(tasks.length).toBeGreaterThan(0);
      const fewest = verdict === 'AMBIGUOUS' ? 2 : 1;
      expect(Math.min(...tasks.map(({ candidates }) => candidates.length))).toBeGreaterThanOrEqual(fewest);
    }
    const paged: number[] = [];
    for (let after: Parameters<typeof listReviewTasks>[3]['after'] = null; ;) {
      const page = await listReviewTasks(hub.db, EVERYWHERE, { runId: { eq: runId } }, { first: 70, after });
      paged.push(...page.slice(0, 70).map(({ seq }) => seq));
      if (page.length <= 70) break;
      after = page[69]!;
    }
    const [open] = await hub.db.query<{ seqs: number[] }[]>(
      `select array_agg(seq order by seq) as seqs from verdict
       where run_id = $1 and verdict in ('REVIEW', 'AMBIGUOUS', 'PROBABLE')`,
      [runId],
    );
    expect(paged).toEqual(open?.seqs);
    const stored = JSON.stringify(
      await hub.db.query('select * from verdict_candidate where run_id = $1', [runId]),
    );
    expect(stored).not.toMatch(/\d{12}/);
  });

  it('takes a decision, keeps the verdict, and records who said why', async () => {
    const [ambiguous] = await tasksOf({ verdict: { eq: 'AMBIGUOUS' } });
    const said = { runId, seq: ambiguous!.seq, decision: 'SAME_PERSON', reason: 'hồ sơ gốc' } as const;
    const decide = (input: Parameters<typeof decideReview>[2]) => decideReview(hub.db, hub.actor, input);
    expect(await decide(said)).toEqual({ refused: 'CANDIDATE_REQUIRED' });
    expect(await decide({ ...said, candidate: 2, reason: '  ' })).toEqual({ refused: 'REASON_REQUIRED' });
    accepted(await decide({ ...said, candidate: 2 }));
    expect(await verdictOf(runId, said.seq)).toMatchObject({ verdict: 'AMBIGUOUS', decision: 'SAME_PERSON' });
    const [verified] = await listVerdicts(
      hub.db,
      [runId],
      { verdict: { eq: 'VERIFIED' } },
      { first: 1, after: null },
    );
    expect(await decide({ ...said, seq: verified!.seq })).toEqual({ refused: 'REVIEW_TASK_NOT_FOUND' });
    const [audit] = await hub.db.query<{ detail: object }[]>(
      `select detail from audit_entry where action = 'review.decide' order by id desc limit 1`,
    );
    expect(audit?.detail).toMatchObject({ row: said.seq, verdict: 'AMBIGUOUS', reason: 'hồ sơ gốc' });
  });

  it('lets PROBABLE pass without a person only where the policy of the purpose says so', async () => {
    const low = await hub.verify(datasetId, { purpose: 'THONG_KE' });
    await hub.waitUntilSettled(low);
    const open = await listReviewTasks(
      hub.db,
      EVERYWHERE,
      { runId: { eq: low } },
      { first: 200, after: null },
    );
    expect(open.map(({ verdict }) => verdict)).not.toContain('PROBABLE');
    const probable = { verdict: { eq: 'PROBABLE' } };
    const [accepting] = await listVerdicts(hub.db, [low], probable, { first: 1, after: null });
    const [refusing] = await listVerdicts(hub.db, [runId], probable, { first: 1, after: null });
    expect([accepting?.acceptsProbable, refusing?.acceptsProbable]).toEqual([true, false]);
  });

  it('asks again only where the verdict may change, and comes to the same result with what it kept', async () => {
    const before = await hub.hashVerdicts(runId);
    await hub.db.query('delete from verdict where run_id = $1 and seq between 2001 and 2009', [runId]);
    await hub.db.query(`update verdict set verdict = 'UNAVAILABLE' where run_id = $1 and seq % 400 = 7`, [
      runId,
    ]);
    const [open] = await hub.db.query<{ lost: number; absent: number }[]>(
      `select count(*) filter (where verdict = 'UNAVAILABLE')::int as lost,
         count(*) filter (where verdict = 'NOT_FOUND')::int as absent from verdict where run_id = $1`,
      [runId],
    );
    expect(open!.absent).toBeGreaterThan(0);
    const again = accepted(await retry(runId)).runId;
    expect(await hub.waitUntilSettled(again)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(again)).toEqual(before);
    const [asked] = await hub.db.query<{ count: number }[]>(
      'select count(*)::int as count from verdict where run_id = $1 and not carried_over',
      [again],
    );
    expect(asked?.count).toBe(9 + open!.lost + open!.absent);
    const decided = await tasksOf({ decision: { isNull: false } });
    expect(decided).toEqual([]);
    const [carried] = await listReviewTasks(
      hub.db,
      EVERYWHERE,
      { runId: { eq: again }, decision: { eq: 'SAME_PERSON' } },
      { first: 1, after: null },
    );
    expect(carried).toMatchObject({ verdict: 'AMBIGUOUS', candidateNo: 2, reason: 'hồ sơ gốc' });
  });

  it('has nothing to ask again once the source has had its time', async () => {
    const done = await hub.verify(datasetId);
    expect(await retry(done)).toEqual({ refused: 'RUN_NOT_SETTLED' });
    await hub.waitUntilSettled(done);
    await hub.db.query('update run set not_found_until = now() where id = $1', [done]);
    expect(await retry(done)).toEqual({ refused: 'NOTHING_TO_RETRY' });
  });

  it('asks by itself about people not found until the source has had its time, and never after', async () => {
    const first = await hub.verify(datasetId);
    await hub.waitUntilSettled(first);
    const stateOf = async (id: string) => {
      const [run] = await hub.db.query<{ retry_at: Date | null; not_found_until: Date }[]>(
        'select retry_at, not_found_until from run where id = $1',
        [id],
      );
      return run!;
    };
    const retriesOf = (id: string) =>
      hub.db.query<{ id: string; requested_by_id: string | null }[]>(
        'select id, requested_by_id from run where based_on_id = $1',
        [id],
      );
    const { retry_at: due, not_found_until: until } = await stateOf(first);
    expect(due!.getTime()).toBeLessThan(until.getTime());
    expect(await retriesOf(first)).toEqual([]);
    now = due!.getTime() + 1;
    const [again] = await waitFor(async () => (await retriesOf(first)).find(() => true) && retriesOf(first), {
      what: 'the retry to begin',
    });
    expect(again!.requested_by_id).toBeNull();
    expect(await hub.waitUntilSettled(again!.id)).toBe('SUCCEEDED');
    expect(await hub.hashVerdicts(again!.id)).toEqual(await hub.hashVerdicts(first));
    expect((await stateOf(first)).retry_at).toBeNull();
    const [audit] = await hub.db.query<{ detail: object; actor_id: string | null }[]>(
      `select detail, actor_id from audit_entry where action = 'run.retry' and subject = $1`,
      [`run:${again!.id}`],
    );
    expect(audit).toMatchObject({ actor_id: null, detail: { retryOf: first } });
    // The date passes while a turn is still set: it is taken back, and nobody is asked.
    expect((await stateOf(again!.id)).retry_at).not.toBeNull();
    now = until.getTime() + 1;
    await waitFor(async () => (await stateOf(again!.id)).retry_at === null, { what: 'the turn to lapse' });
    expect(await retriesOf(again!.id)).toEqual([]);
  });
});
