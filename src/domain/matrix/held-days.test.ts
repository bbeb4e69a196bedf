/** Laws of holding: it takes its days, better days never make it worse, it does not chatter, and order does not matter. */
import fc from 'fast-check';
import { HOLD, walkHeldDays, writeDay, type DayFigure } from './held-days';

const isGood = (worst: number) => worst >= 50;
const walk = (days: readonly DayFigure[]) => walkHeldDays(days, isGood);

const figures: fc.Arbitrary<DayFigure[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 3 }), worst: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 60,
  })
  .map((steps) => {
    let day = 20_000;
    return steps.map(({ gap, worst }) => ({ day: (day += gap === 3 ? 2 : 1), worst }));
  });

const run = (length: number, worst: number, from = 20_000) =>
  Array.from({ length }, (_, no) => ({ day: from + no, worst }));

describe('walkHeldDays', () => {
  it('holds after the days of the rule, and not a day before', () => {
    expect(walk(run(HOLD.riseDays - 1, 100))).toEqual({
      held: false,
      since: null,
      counted: HOLD.riseDays - 1,
    });
    expect(walk(run(HOLD.riseDays, 50))).toEqual({
      held: true,
      since: 20_000 + HOLD.riseDays - 1,
      counted: 0,
    });
  });

  it('begins anew after a bad day and after a day without figures', () => {
    expect(walk([...run(6, 90), ...run(1, 10, 20_006), ...run(6, 90, 20_007)]).held).toBe(false);
    expect(walk([...run(6, 90), ...run(6, 90, 20_007)])).toMatchObject({ held: false, counted: 6 });
  });

  it('stands through one bad day and through silence, and falls after the days of the rule', () => {
    const held = run(7, 90);
    expect(walk([...held, ...run(1, 0, 20_007)])).toMatchObject({ held: true, counted: 1 });
    expect(walk([...held, ...run(1, 90, 20_030)])).toMatchObject({ held: true });
    expect(walk([...held, ...run(HOLD.fallDays, 0, 20_007)])).toMatchObject({ held: false, since: 20_008 });
  });

  it('never takes fewer than the days of the rule to hold', () => {
    fc.assert(
      fc.property(figures, (days) => {
        fc.pre(days.filter(({ worst }) => isGood(worst)).length < HOLD.riseDays);
        expect(walk(days).held).toBe(false);
      }),
    );
  });

  it('is never worse for better days', () => {
    fc.assert(
      fc.property(figures, fc.array(fc.nat(60)), (days, raised) => {
        const better = days.map((figure, no) => (raised.includes(no) ? { ...figure, worst: 100 } : figure));
        expect(Number(walk(better).held)).toBeGreaterThanOrEqual(Number(walk(days).held));
      }),
    );
  });

  it('does not chatter: between two changes lie the days of the rule', () => {
    fc.assert(
      fc.property(figures, (days) => {
        const states = days.map((_, no) => walk(days.slice(0, no + 1)).held);
        const changes = days.filter((_, no) => no > 0 && states[no] !== states[no - 1]).map(({ day }) => day);
        changes
          .slice(1)
          .forEach((day, no) => expect(day - changes[no]!).toBeGreaterThanOrEqual(HOLD.fallDays));
      }),
    );
  });

  it('does not depend on the order in which figures come, nor on repeats', () => {
    fc.assert(
      fc.property(
        figures.chain((days) =>
          fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length })),
        ),
        ([days, shuffled]) => expect(walk([...shuffled, ...days])).toEqual(walk(days)),
      ),
    );
  });

  it('writes days as Viet Nam does', () => {
    expect(writeDay(20_781)).toBe('24/11/2026');
  });
});
