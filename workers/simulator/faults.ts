/** Answers for what goes wrong with a request: a pure function of seed, scenario and request number, so that a run can be replayed. */
import { hash, streamKey, uniform } from './register/hash';
import { type FaultKind, type Scenario } from './scenario';

export interface FaultDecision {
  readonly latencyMs: number;
  readonly fault: FaultKind | null;
  /** Seconds for a Retry-After header, when the rule names them. */
  readonly retryAfterSeconds: number | null;
  /** A number in [0, 1) for the fault itself: where to cut, which record to swap. */
  readonly detail: number;
}

/** What happens to request number `request` (from 1). The first rule of the scenario that strikes decides. */
export function decideFault(scenario: Scenario, simulatorSeed: number, request: number): FaultDecision {
  const key = streamKey(scenario.seed ?? simulatorSeed, scenario.name);
  const decision = { latencyMs: latencyOf(scenario, key, request), detail: uniform(hash(key, 3), request) };
  for (const [position, rule] of scenario.faults.entries()) {
    const { window } = rule;
    if (rule.after !== undefined && request <= rule.after) continue;
    if (window !== undefined && (request - 1) % window.every < window.every - window.length) continue;
    if (uniform(hash(key, 16 + position), request) >= rule.probability) continue;
    return { ...decision, fault: rule.kind, retryAfterSeconds: rule.retryAfterSeconds ?? null };
  }
  return { ...decision, fault: null, retryAfterSeconds: null };
}

const STANDARD_DEVIATIONS_TO_P95 = 1.6449;

/** Log-normal waiting time with the median and 95th percentile that the scenario names, cut at its maximum. */
function latencyOf(scenario: Scenario, key: number, request: number): number {
  const { medianMs, p95Ms, maxMs } = scenario.latency;
  if (medianMs <= 0) return 0;
  const spread = p95Ms > medianMs ? Math.log(p95Ms / medianMs) / STANDARD_DEVIATIONS_TO_P95 : 0;
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(hash(key, 1), request)));
  const normal = radius * Math.cos(2 * Math.PI * uniform(hash(key, 2), request));
  return Math.min(maxMs, medianMs * Math.exp(spread * normal));
}
