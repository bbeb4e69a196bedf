/** The plan: one alert a rule and subject, subjects that are gone are cleared, and maintenance silences just what it names. */
import { planAlerts, type AlertReading, type AlertRule, type KnownAlert } from './plan-alerts';

const RULE: AlertRule = {
  code: 'IOC_SILENT',
  severity: 'CRITICAL',
  enabled: true,
  worse: 'ABOVE',
  raiseAt: 120,
  clearAt: 60,
  raiseAfter: 0,
  clearAfter: 0,
};
const reading = (subjectKey: string, value: number | null): AlertReading => ({
  rule: RULE.code,
  subjectKey,
  subject: { vi: subjectKey, en: subjectKey },
  localityCode: subjectKey,
  value,
  simulated: true,
});
const open = (subjectKey: string): KnownAlert => ({
  id: `alert ${subjectKey}`,
  rule: RULE.code,
  subjectKey,
  localityCode: subjectKey,
  state: 'OPEN',
  since: 0,
  goodSince: null,
});
const at = { now: 1_000, maintenance: [] };

describe('planAlerts', () => {
  it('raises, keeps and clears by rule and subject', () => {
    const plan = planAlerts(
      [RULE],
      [reading('01', 200), reading('79', 100), reading('48', 10), reading('31', null)],
      [open('79'), open('48'), open('31')],
      at,
    );
    expect(plan.kept.map(({ subjectKey, raised }) => [subjectKey, raised])).toEqual([
      ['01', true],
      ['79', false],
      ['31', false],
    ]);
    expect([plan.cleared, plan.forgotten]).toEqual([['alert 48'], []]);
  });

  it('clears what has no subject any more, and what its rule no longer watches', () => {
    const pending = { ...open('01'), state: 'PENDING' } as const;
    expect(planAlerts([RULE], [], [open('79'), pending], at)).toMatchObject({
      cleared: ['alert 79'],
      forgotten: ['alert 01'],
    });
    const off = { ...RULE, enabled: false };
    expect(planAlerts([off], [reading('79', 999), reading('01', 999)], [open('79')], at)).toMatchObject({
      kept: [],
      cleared: ['alert 79'],
    });
  });

  it.each([
    [{ rule: null, subjectKey: null, localityCode: null }, []],
    [{ rule: RULE.code, subjectKey: '79', localityCode: null }, ['01']],
    [{ rule: null, subjectKey: null, localityCode: '01' }, ['79']],
    [{ rule: 'OTHER', subjectKey: null, localityCode: null }, ['01', '79']],
  ])('in the window %j raises %j', (window, raised) => {
    const plan = planAlerts([RULE], [reading('01', 200), reading('79', 200)], [], {
      now: 0,
      maintenance: [window],
    });
    expect(plan.kept.map(({ subjectKey }) => subjectKey)).toEqual(raised);
  });
});
