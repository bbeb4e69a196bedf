/** Keeps how the last calls to a source went: how long they took, how many failed or were repeats, and what the breaker says. */

export const BreakerState = { CLOSED: 'CLOSED', HALF_OPEN: 'HALF_OPEN', OPEN: 'OPEN' } as const;
export type BreakerState = (typeof BreakerState)[keyof typeof BreakerState];

/** Of the last `WINDOW` calls. Times in milliseconds, null before the first answer. */
export interface VitalSigns {
  readonly breaker: BreakerState;
  readonly calls: number;
  readonly failures: number;
  readonly retries: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  /** Calls that the source still allows; null when it does not say. */
  readonly quotaLeft: number | null;
  /** The class of the last failure that no later success made good. */
  readonly lastError: string | null;
}

export interface CallOutcome {
  readonly ms: number;
  readonly retry: boolean;
  /** A code, or null for a success. */
  readonly error: string | null;
}

const WINDOW = 500;

export class Vitals {
  private readonly last: CallOutcome[] = [];
  private next = 0;
  private lastError: string | null = null;
  breaker: BreakerState = BreakerState.CLOSED;
  quotaLeft: number | null = null;

  note(outcome: CallOutcome): void {
    this.last[this.next] = outcome;
    this.next = (this.next + 1) % WINDOW;
    this.lastError = outcome.error;
  }

  read(): VitalSigns {
    const answered = this.last.filter(({ error }) => error === null).map(({ ms }) => ms);
    const sorted = Float64Array.from(answered).sort();
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
    return {
      breaker: this.breaker,
      calls: this.last.length,
      failures: this.last.filter(({ error }) => error !== null).length,
      retries: this.last.filter(({ retry }) => retry).length,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      p99Ms: at(0.99),
      quotaLeft: this.quotaLeft,
      lastError: this.lastError,
    };
  }
}
