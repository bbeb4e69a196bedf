/** Alerts: the table is closed and reachable, raising and clearing take their time, and a reading between the marks changes nothing. */
import fc from 'fast-check';
import {
  ALERT_TRANSITIONS,
  AlertState,
  isAtLeast,
  SEVERITIES,
  stepAlert,
  type AlertThresholds,
  type LivingAlert,
} from './alert';

const MARKS: AlertThresholds = { worse: 'ABOVE', raiseAt: 20, clearAt: 5, raiseAfter: 60, clearAfter: 120 };

interface Look {
  readonly after: number;
  readonly reading: number | null;
  readonly muted: boolean;
}

/** Walks an alert through looks, `after` seconds apart; gives what happened at each. */
function walk(looks: readonly Look[], marks = MARKS) {
  let alert: LivingAlert | null = null;
  let now = 0;
  return looks.map(({ after, reading, muted }) => {
    now += after * 1_000;
    const before = alert;
    const taken = stepAlert(marks, alert, reading, { now, muted });
    alert = taken.step === 'KEEP' || taken.step === 'RAISE' ? taken.alert : null;
    return { step: taken.step, before, alert, now, reading, muted };
  });
}

const look = (after: number, reading: number | null, muted = false): Look => ({ after, reading, muted });
const looks = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 100 }),
    reading: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 6 }),
    muted: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe('an alert', () => {
  it('reaches every state from its first, and ends', () => {
    const reached = new Set<AlertState>(['PENDING']);
    for (const state of reached) for (const next of ALERT_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.values(AlertState).sort());
    expect(ALERT_TRANSITIONS.CLEARED).toEqual([]);
  });

  it('is raised after its time, stays between the marks, and clears after its time', () => {
    const steps = walk([
      look(1, 25),
      look(59, 25),
      look(1, 25),
      look(10, 10),
      look(10, 4),
      look(119, 4),
      look(1, 4),
    ]);
    expect(steps.map(({ step }) => step)).toEqual(['KEEP', 'KEEP', 'RAISE', 'KEEP', 'KEEP', 'KEEP', 'CLEAR']);
    expect(steps[3]?.alert).toMatchObject({ state: 'OPEN', goodSince: null });
  });

  it('is forgotten when its cause passes early, and begins anew when it is bad again while it clears', () => {
    expect(walk([look(1, 25), look(30, 10)]).map(({ step }) => step)).toEqual(['KEEP', 'FORGET']);
    const back = walk([look(1, 25), look(60, 25), look(1, 0), look(100, 25), look(1, 0), look(100, 0)]);
    expect(back.at(-1)?.step).toBe('KEEP');
  });

  it('is worse below where less is worse', () => {
    const below = {
      ...MARKS,
      worse: 'BELOW',
      raiseAt: 80,
      clearAt: 85,
      raiseAfter: 0,
      clearAfter: 0,
    } as const;
    const steps = walk([look(1, 81), look(1, 80), look(1, 84), look(1, 86)], below);
    expect(steps.map(({ step }) => step)).toEqual(['NOTHING', 'RAISE', 'KEEP', 'CLEAR']);
  });

  it('is never raised before its time, nor in a maintenance window, nor without a reading', () => {
    fc.assert(
      fc.property(looks, (given) => {
        for (const { step, alert, now, reading, muted } of walk(given)) {
          if (step !== 'RAISE') continue;
          expect([muted, reading !== null && reading >= MARKS.raiseAt]).toEqual([false, true]);
          expect(now - alert!.since).toBeGreaterThanOrEqual(MARKS.raiseAfter * 1_000);
        }
      }),
    );
  });

  it('clears only what was raised, and only after it was good for its time', () => {
    fc.assert(
      fc.property(looks, (given) => {
        for (const { step, before, now, reading } of walk(given)) {
          if (step !== 'CLEAR') continue;
          expect([before?.state, reading !== null && reading < MARKS.clearAt]).toEqual(['OPEN', true]);
          expect(now - before!.goodSince!).toBeGreaterThanOrEqual(MARKS.clearAfter * 1_000);
        }
      }),
    );
  });

  it('has severities in order', () => {
    expect(SEVERITIES.map((severity) => isAtLeast(severity, 'WARNING'))).toEqual([false, true, true]);
  });
});
