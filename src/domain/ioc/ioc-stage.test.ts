/** Stages of an IOC: the table is closed, every stage is reached, and silence is told from a single failure. */
import fc from 'fast-check';
import {
  FAILURES_BEFORE_STALE,
  IocStage,
  nextStage,
  SILENT_MINUTES_BEFORE_STALE,
  STAGE_TRANSITIONS,
  type SyncFinding,
} from './ioc-stage';

const stages = Object.values(IocStage);

const finding: fc.Arbitrary<SyncFinding> = fc.oneof(
  fc.record({
    outcome: fc.constant('ANSWERED' as const),
    reported: fc.constantFrom('NOT_STARTED' as const, 'TRIAL' as const, 'CONNECTED' as const),
    unreadableFeeds: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    outcome: fc.constant('NO_ANSWER' as const),
    failures: fc.integer({ min: 1, max: 12 }),
    silentMinutes: fc.option(fc.integer({ min: 0, max: 3 * 24 * 60 })),
  }),
);

const silent = (failures: number, silentMinutes: number | null): SyncFinding => ({
  outcome: 'NO_ANSWER',
  failures,
  silentMinutes,
});

describe('the stage of an IOC', () => {
  it('steps only where the table leads, and where it may stay', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), finding, (current, found) => {
        const { stage } = nextStage(current, found);
        const allowed: readonly IocStage[] = STAGE_TRANSITIONS[current];
        expect(stage === current || allowed.includes(stage)).toBe(true);
      }),
    );
  });

  it('is reached, every one of them, from not started, and none is an end', () => {
    const reached = new Set<IocStage>(['NOT_STARTED']);
    for (const stage of reached) for (const next of STAGE_TRANSITIONS[stage]) reached.add(next);
    expect([...reached].sort()).toEqual([...stages].sort());
    expect(stages.every((stage) => STAGE_TRANSITIONS[stage].length > 0)).toBe(true);
  });

  it('takes one failure for the network, two for the node, a day for silence', () => {
    expect(nextStage('CONNECTED', silent(1, 15)).stage).toBe('CONNECTED');
    expect(nextStage('CONNECTED', silent(2, 30))).toEqual({ stage: 'DEGRADED', why: 'NOT_ANSWERING' });
    expect(nextStage('DEGRADED', silent(3, SILENT_MINUTES_BEFORE_STALE + 1)).stage).toBe('STALE');
    expect(nextStage('DEGRADED', silent(FAILURES_BEFORE_STALE, 20)).stage).toBe('STALE');
    expect(nextStage('TRIAL', silent(3, 45)).stage).toBe('TRIAL');
  });

  it('comes back with the first answer', () => {
    const answered = { outcome: 'ANSWERED', reported: 'CONNECTED', unreadableFeeds: 0 } as const;
    expect(nextStage('STALE', answered)).toEqual({ stage: 'CONNECTED', why: 'IN_ORDER' });
    expect(nextStage('CONNECTED', { ...answered, unreadableFeeds: 1 }).stage).toBe('DEGRADED');
  });
});
