/** The feed of progress: one look for all who watch, silence while nothing moves, and nobody served who has left. */
import { type DataSource } from 'typeorm';
import { type RunProgressRow } from '../db/queries/list-run-progress';
import { createLog } from '../log';
import { ProgressFeed } from './progress-feed';

const log = createLog({ process: 'test', level: 'silent' });

/** A database that knows the progress of some runs, and how often it was asked for which. */
function openRegister() {
  const rows = new Map<string, RunProgressRow>();
  const asked: string[][] = [];
  let broken = false;
  const db = {
    query: (_sql: string, [ids]: [string[]]) => {
      asked.push([...ids].sort());
      if (broken) return Promise.reject(new Error('gone'));
      return Promise.resolve(ids.flatMap((id) => rows.get(id) ?? []));
    },
  } as unknown as DataSource;
  const set = (runId: string, done: number, state: RunProgressRow['state'] = 'RUNNING') =>
    rows.set(runId, {
      runId,
      state,
      done,
      total: 100,
      doneLately: 0,
      seconds: 1,
      counts: {},
      errorCode: null,
      startedAt: null,
      finishedAt: null,
    });
  return { db, set, asked, breakDown: (now: boolean) => (broken = now) };
}

const told = (row: RunProgressRow) => `${row.runId} ${row.state} ${row.done}`;
/** Lets the look that a tick started come to its end. */
const settle = () => jest.advanceTimersByTimeAsync(0);
const second = () => jest.advanceTimersByTimeAsync(1_000);

describe('ProgressFeed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('tells now, then each change, then the end', async () => {
    const { db, set } = openRegister();
    set('a', 0);
    const watch = new ProgressFeed(db, log).watch('a', told);
    expect(await watch.next()).toEqual({ done: false, value: 'a RUNNING 0' });
    const next = watch.next();
    set('a', 40);
    await second();
    expect(await next).toEqual({ done: false, value: 'a RUNNING 40' });
    set('a', 100, 'SUCCEEDED');
    await second();
    expect(await watch.next()).toEqual({ done: false, value: 'a SUCCEEDED 100' });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  it('looks once a second for all who watch, and not once they have left', async () => {
    const { db, set, asked } = openRegister();
    set('a', 0);
    set('b', 0);
    const feed = new ProgressFeed(db, log);
    const watches = ['a', 'a', 'b', 'a'].map((id) => feed.watch(id, told));
    for (const watch of watches) await watch.next();
    asked.length = 0;
    await second();
    await second();
    expect(asked).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    for (const watch of watches) await watch.return?.();
    await second();
    expect([asked.length, feed.size]).toEqual([2, 0]);
  });

  it('lets go at once of somebody who leaves while nothing moves', async () => {
    const { db, set } = openRegister();
    set('a', 0);
    const feed = new ProgressFeed(db, log);
    const watch = feed.watch('a', told);
    await watch.next();
    const waiting = watch.next();
    await watch.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(feed.size).toBe(0);
  });

  it('tells a slow reader the newest news only', async () => {
    const { db, set } = openRegister();
    set('a', 0);
    const feed = new ProgressFeed(db, log);
    const watch = feed.watch('a', told);
    await watch.next();
    for (const done of [1, 2, 3]) {
      set('a', done);
      await second();
    }
    expect((await watch.next()).value).toBe('a RUNNING 3');
    await feed.close();
  });

  it('is over at once for a run that is over or unknown', async () => {
    const { db, set } = openRegister();
    set('a', 7, 'CANCELLED');
    const feed = new ProgressFeed(db, log);
    const watch = feed.watch('a', told);
    expect([(await watch.next()).value, (await watch.next()).done]).toEqual(['a CANCELLED 7', true]);
    expect((await feed.watch('none', told).next()).done).toBe(true);
    await feed.close();
  });

  it('goes on after the database was out of reach', async () => {
    const { db, set, breakDown } = openRegister();
    set('a', 0);
    const feed = new ProgressFeed(db, log);
    const watch = feed.watch('a', told);
    await watch.next();
    const next = watch.next();
    breakDown(true);
    await second();
    breakDown(false);
    set('a', 5);
    await second();
    await settle();
    expect((await next).value).toBe('a RUNNING 5');
    await feed.close();
  });

  it('ends for everybody when it is closed, and starts for nobody after', async () => {
    const { db, set } = openRegister();
    set('a', 0);
    const feed = new ProgressFeed(db, log);
    const watch = feed.watch('a', told);
    await watch.next();
    const waiting = watch.next();
    await feed.close();
    expect((await waiting).done).toBe(true);
    expect((await feed.watch('a', told).next()).done).toBe(true);
  });
});
