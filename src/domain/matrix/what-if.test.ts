/** What if: nothing assumed changes nothing, better figures never take a benefit away, and days count where a rule counts them. */
import fc from 'fast-check';
import { deriveCellStatus, HELD_RULE, type IndicatorFinding } from './cell-status';
import { HOLD } from './held-days';
import { INDICATOR_RULE } from '../indicator/indicator-score';
import { supposeStatus, type CellInQuestion } from './what-if';

const finding = (
  code: string,
  value: number | null,
  over: Partial<IndicatorFinding> = {},
): IndicatorFinding => ({
  code,
  name: { vi: `Chỉ số ${code}`, en: `Indicator ${code}` },
  unit: 'PERCENT',
  direction: 'UP',
  target: 90,
  lowerThreshold: 50,
  rule: INDICATOR_RULE.code,
  latest: value === null ? null : { value, numerator: null, denominator: null },
  days: [],
  ...over,
});

const cellOf = (findings: readonly IndicatorFinding[]): CellInQuestion => ({
  status: deriveCellStatus(findings)?.status ?? 'NOT_ASSESSED',
  statusSource: 'DERIVED',
  findings,
});

const RANK = ['NOT_ASSESSED', 'NOT_YET', 'PARTIAL', 'BENEFITING'];

describe('supposeStatus', () => {
  const values = fc.option(fc.integer({ min: 0, max: 100 }));

  it('changes nothing where nothing is assumed', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(supposeStatus(cellOf([finding('A', a), finding('B', b)]), [])).toBeNull();
      }),
    );
  });

  it('never takes a benefit away for a better figure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        values,
        fc.integer({ min: 0, max: 100 }),
        (a, b, better) => {
          fc.pre(better >= a);
          const cell = cellOf([finding('A', a), finding('B', b)]);
          const supposed = supposeStatus(cell, [{ indicator: 'A', value: better, days: 1 }]);
          expect(RANK.indexOf(supposed?.status ?? cell.status)).toBeGreaterThanOrEqual(
            RANK.indexOf(cell.status),
          );
        },
      ),
    );
  });

  it('lets a rule that counts days count the assumed ones', () => {
    const held = finding('IOC', 0, { rule: HELD_RULE.code, days: [{ day: 20_000, worst: 0 }] });
    const cell = cellOf([held]);
    expect(cell.status).toBe('NOT_YET');
    const after = (days: number) => supposeStatus(cell, [{ indicator: 'IOC', value: 95, days }]);
    expect(after(HOLD.riseDays - 1)).toBeNull();
    expect(after(HOLD.riseDays)).toMatchObject({
      status: 'BENEFITING',
      rule: HELD_RULE.code,
      declared: false,
    });
  });

  it('says where a declaration stands in the way', () => {
    const cell = { ...cellOf([finding('A', 0)]), statusSource: 'DECLARED' as const };
    expect(supposeStatus(cell, [{ indicator: 'A', value: 95, days: 1 }])).toMatchObject({ declared: true });
  });

  it('gives its reason in both languages', () => {
    const waiting = finding('IOC', 60, {
      rule: HELD_RULE.code,
      latest: { value: 60, numerator: 3, denominator: 5 },
      days: [0, 1, 2].map((day) => ({ day: 20_000 + day, worst: 60 })),
    });
    expect(deriveCellStatus([waiting])).toEqual({
      status: 'NOT_YET',
      rule: 'INDICATOR_HELD_V1',
      why: {
        vi: 'Chỉ số IOC: 60 % (3/5); trên ngưỡng 50 % được 3/7 ngày.',
        en: 'Indicator IOC: 60 % (3/5); at or above 50 % for 3 of 7 days.',
      },
    });
  });
});
