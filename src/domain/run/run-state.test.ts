/** The state tables have no dead ends and no unreachable states; a poisoned chunk shrinks to the row that poisons it. */
import {
  CHUNK_TRANSITIONS,
  cutIntoChunks,
  decideAfterCrash,
  isSettled,
  RUN_TRANSITIONS,
  type SeqRange,
} from './run-state';

function reachableFrom(start: string, transitions: Readonly<Record<string, readonly string[]>>): Set<string> {
  const reached = new Set([start]);
  for (const state of reached) for (const next of transitions[state] ?? []) reached.add(next);
  return reached;
}

describe('states', () => {
  it('of a run are all reachable from QUEUED', () => {
    expect(reachableFrom('QUEUED', RUN_TRANSITIONS)).toEqual(new Set(Object.keys(RUN_TRANSITIONS)));
  });

  it('of a chunk are all reachable from BLOCKED', () => {
    expect(reachableFrom('BLOCKED', CHUNK_TRANSITIONS)).toEqual(new Set(Object.keys(CHUNK_TRANSITIONS)));
  });

  it('are settled exactly when nothing follows', () => {
    expect(isSettled('RUNNING')).toBe(false);
    expect(isSettled('CANCELLED')).toBe(true);
  });
});

describe('decideAfterCrash', () => {
  it('tries again until the third holder has vanished', () => {
    expect(decideAfterCrash({ firstSeq: 1, lastSeq: 500, crashes: 2 })).toEqual({ do: 'TRY_AGAIN' });
  });

  it('halves down to the single row in at most eleven steps for 2,000 rows', () => {
    let range: SeqRange = { firstSeq: 1, lastSeq: 2_000 };
    let steps = 0;
    for (;;) {
      const decision = decideAfterCrash({ ...range, crashes: 3 });
      if (decision.do !== 'SPLIT') {
        expect(decision).toEqual({ do: 'QUARANTINE' });
        break;
      }
      const [left, right] = decision.halves;
      expect(left.lastSeq + 1).toBe(right.firstSeq);
      range = right;
      steps += 1;
    }
    expect(range).toEqual({ firstSeq: 2_000, lastSeq: 2_000 });
    expect(steps).toBeLessThanOrEqual(11);
  });
});

describe('cutIntoChunks', () => {
  it('covers every row once', () => {
    expect(cutIntoChunks(4_001, 2_000)).toEqual([
      { firstSeq: 1, lastSeq: 2_000 },
      { firstSeq: 2_001, lastSeq: 4_000 },
      { firstSeq: 4_001, lastSeq: 4_001 },
    ]);
    expect(cutIntoChunks(0, 2_000)).toEqual([]);
  });
});
