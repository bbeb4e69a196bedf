/** When an alert begins, is told, taken note of and over: its states, and the step that one reading of its subject makes it take. */

export const AlertState = {
  /** Bad, but not for long enough to disturb anybody. */
  PENDING: 'PENDING',
  OPEN: 'OPEN',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  CLEARED: 'CLEARED',
} as const;
export type AlertState = (typeof AlertState)[keyof typeof AlertState];

/** What may follow each state; a pending alert whose cause passes is forgotten. A subject that fails again gets a new alert. */
export const ALERT_TRANSITIONS = {
  PENDING: ['OPEN'],
  OPEN: ['ACKNOWLEDGED', 'CLEARED'],
  ACKNOWLEDGED: ['CLEARED'],
  CLEARED: [],
} as const satisfies Record<AlertState, readonly AlertState[]>;

/** From the least to the worst. */
export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'] as const;
export const AlertSeverity = { INFO: 'INFO', WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type AlertSeverity = (typeof SEVERITIES)[number];

export const AlertSubject = {
  CONNECTOR: 'CONNECTOR',
  IOC_NODE: 'IOC_NODE',
  SCHEDULE: 'SCHEDULE',
  RUN: 'RUN',
} as const;
export type AlertSubject = (typeof AlertSubject)[keyof typeof AlertSubject];

/** What a rule demands. Marks are in the unit of its reading. */
export interface AlertThresholds {
  /** Whether a reading is bad from the mark upwards, or from it downwards. */
  readonly worse: 'ABOVE' | 'BELOW';
  /** Bad from here on, as long as nothing was raised. */
  readonly raiseAt: number;
  /** Once raised, bad until the reading is better than this: as strict as `raiseAt`, or stricter. */
  readonly clearAt: number;
  /** Seconds that it has to be bad before it is raised, and good before it is cleared. */
  readonly raiseAfter: number;
  readonly clearAfter: number;
}

/** An alert that is not over. Moments in milliseconds. */
export interface LivingAlert {
  readonly state: Exclude<AlertState, 'CLEARED'>;
  /** When it began to be bad. */
  readonly since: number;
  /** Since when it has been good again; null while it is bad. */
  readonly goodSince: number | null;
}

export type AlertStep =
  | { readonly step: 'NOTHING' }
  | { readonly step: 'KEEP'; readonly alert: LivingAlert }
  /** Its cause passed before anybody was told. */
  | { readonly step: 'FORGET' }
  | { readonly step: 'RAISE'; readonly alert: LivingAlert }
  | { readonly step: 'CLEAR' };

export function isBad(marks: AlertThresholds, reading: number, isRaised: boolean): boolean {
  const mark = isRaised ? marks.clearAt : marks.raiseAt;
  if (marks.worse === 'ABOVE') return reading >= mark;
  return reading <= mark;
}

/**
 * The step that a reading makes an alert take. A null reading says nothing, and nothing changes. In a maintenance window
 * (`muted`) nothing is begun or raised; what is open stays, and may clear.
 */
export function stepAlert(
  marks: AlertThresholds,
  alert: LivingAlert | null,
  reading: number | null,
  { now, muted }: { readonly now: number; readonly muted: boolean },
): AlertStep {
  if (reading === null) return alert ? { step: 'KEEP', alert } : { step: 'NOTHING' };
  const isRaised = alert !== null && alert.state !== AlertState.PENDING;
  const bad = isBad(marks, reading, isRaised);
  if (isRaised) return bad ? keepBad(alert) : stepGood(marks, alert, now);
  if (!bad || muted) return alert ? { step: 'FORGET' } : { step: 'NOTHING' };
  const since = alert?.since ?? now;
  const isDue = now - since >= marks.raiseAfter * 1_000;
  return isDue
    ? { step: 'RAISE', alert: { state: AlertState.OPEN, since, goodSince: null } }
    : { step: 'KEEP', alert: { state: AlertState.PENDING, since, goodSince: null } };
}

const keepBad = (alert: LivingAlert): AlertStep => ({ step: 'KEEP', alert: { ...alert, goodSince: null } });

function stepGood(marks: AlertThresholds, alert: LivingAlert, now: number): AlertStep {
  const goodSince = alert.goodSince ?? now;
  const isOver = now - goodSince >= marks.clearAfter * 1_000;
  return isOver ? { step: 'CLEAR' } : { step: 'KEEP', alert: { ...alert, goodSince } };
}

/** Whether a severity is at least as bad as another. */
export function isAtLeast(severity: AlertSeverity, least: AlertSeverity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
