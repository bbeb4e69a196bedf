/** Compares what every rule reads with the alerts that live, and says what has to be written: kept, raised, cleared, forgotten. */
import { stepAlert, type AlertSeverity, type AlertThresholds, type LivingAlert } from './alert';
import { type Words } from '../indicator/observation-words';

export interface AlertRule extends AlertThresholds {
  readonly code: string;
  readonly severity: AlertSeverity;
  readonly enabled: boolean;
}

/** What a rule reads of one subject. */
export interface AlertReading {
  readonly rule: string;
  readonly subjectKey: string;
  readonly subject: Words;
  /** Null where it concerns the whole hub. */
  readonly localityCode: string | null;
  /** Null where nothing can be said just now. */
  readonly value: number | null;
  readonly simulated: boolean;
}

export interface KnownAlert extends LivingAlert {
  readonly id: string;
  readonly rule: string;
  readonly subjectKey: string;
  readonly localityCode: string | null;
}

/** In force now. What is null in it means everything. */
export interface Maintenance {
  readonly rule: string | null;
  readonly subjectKey: string | null;
  readonly localityCode: string | null;
}

export interface AlertPlan {
  /** To be written as they are now; `raised` is true for those that become open by it. */
  readonly kept: readonly (AlertReading & {
    readonly alert: LivingAlert;
    readonly severity: AlertSeverity;
    readonly raised: boolean;
  })[];
  readonly cleared: readonly string[];
  readonly forgotten: readonly string[];
}

/** A subject that is gone, or whose rule is off, counts as good. `now` in milliseconds. */
export function planAlerts(
  rules: readonly AlertRule[],
  readings: readonly AlertReading[],
  living: readonly KnownAlert[],
  { now, maintenance }: { readonly now: number; readonly maintenance: readonly Maintenance[] },
): AlertPlan {
  const plan = {
    kept: [] as AlertPlan['kept'][number][],
    cleared: [] as string[],
    forgotten: [] as string[],
  };
  const ruleOf = new Map(rules.filter(({ enabled }) => enabled).map((rule) => [rule.code, rule]));
  const livingOf = new Map(living.map((alert) => [keyOf(alert), alert]));
  const seen = new Set<string>();
  for (const reading of readings) {
    const rule = ruleOf.get(reading.rule);
    if (!rule) continue;
    seen.add(keyOf(reading));
    const known = livingOf.get(keyOf(reading)) ?? null;
    const muted = maintenance.some((window) => concerns(window, reading));
    const taken = stepAlert(rule, known, reading.value, { now, muted });
    if (taken.step === 'KEEP' || taken.step === 'RAISE') {
      plan.kept.push({
        ...reading,
        alert: taken.alert,
        severity: rule.severity,
        raised: taken.step === 'RAISE',
      });
    }
    if (taken.step === 'CLEAR' && known) plan.cleared.push(known.id);
    if (taken.step === 'FORGET' && known) plan.forgotten.push(known.id);
  }
  for (const alert of living) {
    if (!seen.has(keyOf(alert))) (alert.state === 'PENDING' ? plan.forgotten : plan.cleared).push(alert.id);
  }
  return plan;
}

const keyOf = ({ rule, subjectKey }: Pick<AlertReading, 'rule' | 'subjectKey'>) => `${rule} ${subjectKey}`;

function concerns(window: Maintenance, reading: AlertReading): boolean {
  const fits = (wanted: string | null, given: string | null) => wanted === null || wanted === given;
  return (
    fits(window.rule, reading.rule) &&
    fits(window.subjectKey, reading.subjectKey) &&
    fits(window.localityCode, reading.localityCode)
  );
}
