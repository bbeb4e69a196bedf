/** Rate and remaining time of a run, from the first row to the last. */
import { computeProgress, type RunTally } from './run-progress';

const tally = (changed: Partial<RunTally>): RunTally => ({
  state: 'RUNNING',
  done: 0,
  total: 1000,
  doneLately: 0,
  seconds: 0,
  ...changed,
});

describe('computeProgress', () => {
  it('says nothing before the first row', () => {
    expect(computeProgress(tally({ state: 'QUEUED', total: null, seconds: null }))).toEqual({
      done: 0,
      total: null,
      rowsPerSecond: null,
      etaSeconds: null,
    });
  });

  it('takes the last ten seconds while the run works', () => {
    const progress = computeProgress(tally({ done: 600, doneLately: 100, seconds: 60 }));
    expect(progress).toMatchObject({ rowsPerSecond: 10, etaSeconds: 40 });
  });

  it('takes the shorter time since the start', () => {
    expect(computeProgress(tally({ done: 100, doneLately: 100, seconds: 4 }))).toMatchObject({
      rowsPerSecond: 25,
      etaSeconds: 36,
    });
  });

  it('takes the whole run once it is over, and promises nothing more', () => {
    expect(
      computeProgress(tally({ state: 'SUCCEEDED', done: 1000, doneLately: 7, seconds: 8 })),
    ).toMatchObject({
      rowsPerSecond: 125,
      etaSeconds: null,
    });
  });

  it('knows no remaining time while the total is unknown or the run stands still', () => {
    expect(computeProgress(tally({ done: 5, doneLately: 5, total: null, seconds: 1 })).etaSeconds).toBeNull();
    expect(computeProgress(tally({ done: 5, doneLately: 0, seconds: 30 }))).toMatchObject({
      rowsPerSecond: null,
      etaSeconds: null,
    });
  });
});
