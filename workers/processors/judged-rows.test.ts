/** Shows that judged rows are handed over once, to the same rows only, and are forgotten in time. */
import { judgeResident } from '../../src/domain/verdict/judge-resident';
import { prepareResident } from '../../src/domain/verdict/prepare-resident';
import { JudgedRows, KeptWork } from './judged-rows';

const chunk = (firstSeq: number) => ({ runId: 'run', firstSeq, lastSeq: firstSeq + 9 });
const NOBODY = { name: null, birthDate: null, sex: null, number: null, oldCardNumber: null };

function judgedRows(): JudgedRows {
  const rows = new JudgedRows('run');
  rows.add(1, judgeResident(prepareResident(NOBODY), null, []));
  return rows;
}

describe('KeptWork', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hands rows over once, with their verdicts', () => {
    const kept = new KeptWork();
    kept.keep(chunk(1), judgedRows());
    const rows = kept.take(chunk(1));
    expect([rows.has(1), rows.has(2), rows.sheet.counts]).toEqual([true, false, { INSUFFICIENT: 1 }]);
    expect(kept.take(chunk(1)).size).toBe(0);
  });

  it('gives nothing to the halves of a chunk', () => {
    const kept = new KeptWork();
    kept.keep(chunk(1), judgedRows());
    expect(kept.take({ ...chunk(1), lastSeq: 5 }).size).toBe(0);
  });

  it('forgets what is old or too much', () => {
    const kept = new KeptWork();
    for (let first = 1; first <= 17; first += 1) kept.keep(chunk(first), judgedRows());
    expect([kept.take(chunk(1)).size, kept.take(chunk(2)).size]).toEqual([0, 1]);
    jest.advanceTimersByTime(10 * 60_000);
    expect(kept.take(chunk(3)).size).toBe(0);
  });
});
