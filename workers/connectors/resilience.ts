/** Stands between the hub and a source so that trouble stays small: deadline, repeats within a budget, breaker, calls in flight. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  type IPolicy,
} from 'cockatiel';
import { type ConnectorSpec } from './contract';
import { withinTime } from './deadline';
import { codeOfFailure, SourceContractBroken, SourceUnavailable } from './errors';
import { RetryBudget } from './retry-budget';
import { BreakerState, Vitals } from './vitals';

export interface ResilienceOptions {
  readonly attempts: number;
  readonly firstWaitMs: number;
  /** A source that asks for more patience than this is not waited for here: the chunk waits in the database. */
  readonly mostWaitMs: number;
  /** Failed calls in a row after which the source is left alone. */
  readonly breakAfter: number;
  readonly breakForMs: number;
  /** Repeats as a share of first calls, and how many may be saved up. */
  readonly retryShare: number;
  readonly retryReserve: number;
  readonly random: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

export const RESILIENCE: ResilienceOptions = {
  attempts: 3,
  firstWaitMs: 100,
  mostWaitMs: 3_000,
  breakAfter: 5,
  breakForMs: 3_000,
  retryShare: 0.1,
  retryReserve: 10,
  random: Math.random,
  now: () => performance.now(),
};

/** A queue this long means that the worker itself asks too much; its chunks would rather wait in the database. */
const WAITING_CALLS = 10_000;

/** One source as one worker sees it: all its calls go through here, and share breaker, budget and places. */
export class Guard {
  readonly vitals = new Vitals();
  private readonly budget: RetryBudget;
  private readonly breaker: IPolicy;
  private readonly places: IPolicy;
  private quietUntil = 0;

  constructor(
    private readonly limits: ConnectorSpec['limits'],
    private readonly options: ResilienceOptions = RESILIENCE,
  ) {
    this.budget = new RetryBudget(options.retryShare, options.retryReserve);
    const breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: options.breakForMs,
      breaker: new ConsecutiveBreaker(options.breakAfter),
    });
    breaker.onStateChange((state) => (this.vitals.breaker = nameOf(state)));
    this.breaker = breaker;
    this.places = bulkhead(limits.inFlight, WAITING_CALLS);
  }

  /**
   * Calls, and calls again what may pass: never a refusal, never more often than the budget grants.
   * @throws SourceUnavailable SourceRejected SourceContractBroken
   */
  async call<T>(outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.budget.earn();
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.places.execute(() => this.attempt(outer, work, attempt > 0), outer);
      } catch (error) {
        const failure = this.translate(error);
        if (!this.mayRepeat(failure, attempt, outer)) throw failure;
        await sleep(this.jitter(attempt), undefined, { signal: outer }).catch(() => {});
      }
    }
  }

  private async attempt<T>(
    outer: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
    retry: boolean,
  ): Promise<T> {
    await this.keepQuiet(outer);
    return this.breaker.execute(async () => {
      const started = this.options.now();
      const note = (error: string | null) =>
        this.vitals.note({ ms: this.options.now() - started, retry, error });
      try {
        const answer = await withinTime(this.limits.deadlineMs, outer, work);
        note(null);
        return answer;
      } catch (error) {
        // A call that its own run gave up says nothing about the source.
        outer.throwIfAborted();
        note(codeOfFailure(error));
        this.heed(error);
        throw error;
      }
    });
  }

  /** No call goes out while the source has asked for quiet; a long quiet is passed on to the asker. */
  private async keepQuiet(outer: AbortSignal): Promise<void> {
    for (;;) {
      const left = this.quietUntil - this.options.now();
      if (left <= 0) return;
      if (left > this.options.mostWaitMs || outer.aborted)
        throw new SourceUnavailable('THROTTLED', left / 1_000);
      await sleep(left, undefined, { signal: outer }).catch(() => {});
    }
  }

  private heed(error: unknown): void {
    if (!(error instanceof SourceUnavailable) || error.retryAfterSeconds === undefined) return;
    this.quietUntil = Math.max(this.quietUntil, this.options.now() + error.retryAfterSeconds * 1_000);
  }

  private mayRepeat(failure: unknown, attempt: number, outer: AbortSignal): boolean {
    // A broken answer may be a cut line, so it is asked for again.
    const mayPass =
      failure instanceof SourceContractBroken ||
      (failure instanceof SourceUnavailable && failure.reason !== 'BREAKER_OPEN');
    if (!mayPass || outer.aborted || attempt + 1 >= this.options.attempts) return false;
    const asked = failure instanceof SourceUnavailable ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
    return asked <= this.options.mostWaitMs && this.budget.spend();
  }

  /** Full jitter, so that many workers do not come back in step. Milliseconds. */
  private jitter(attempt: number): number {
    const { mostWaitMs, firstWaitMs, random } = this.options;
    return Math.ceil(Math.min(mostWaitMs, firstWaitMs * 2 ** attempt) * random());
  }

  private translate(error: unknown): unknown {
    if (isBrokenCircuitError(error))
      return new SourceUnavailable('BREAKER_OPEN', this.options.breakForMs / 1_000);
    if (isBulkheadRejectedError(error)) return new SourceUnavailable('TOO_MANY_CALLS');
    return error;
  }
}

/** Being asked to slow down is no outage: the quiet that the source asked for is kept instead. */
function isOutage(error: Error): boolean {
  return error instanceof SourceUnavailable && error.reason !== 'THROTTLED';
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return BreakerState.CLOSED;
  return state === CircuitState.HalfOpen ? BreakerState.HALF_OPEN : BreakerState.OPEN;
}
