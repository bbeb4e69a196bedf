/** Wraps an open connector so that its trouble stays its own: deadline, retry with jitter, circuit breaker, calls in flight. */
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleType,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { type CallContext, type Connector, type ConnectorSpec, type LookupRequest } from './contract';
import { SourceContractBroken, SourceUnavailable } from './errors';

export interface ResilienceOptions {
  readonly attempts: number;
  readonly firstWaitMs: number;
  readonly mostWaitMs: number;
  /** Failed calls in a row after which the source is left alone. */
  readonly breakAfter: number;
  readonly breakForMs: number;
  readonly random: () => number;
}

export const RESILIENCE: ResilienceOptions = {
  attempts: 3,
  firstWaitMs: 100,
  mostWaitMs: 3_000,
  breakAfter: 5,
  breakForMs: 3_000,
  random: Math.random,
};

/** A queue this long means that the worker itself asks too much; its chunks would rather wait in the database. */
const WAITING_CALLS = 10_000;

export function makeResilient(
  spec: Pick<ConnectorSpec, 'limits'>,
  connector: Connector,
  options: ResilienceOptions = RESILIENCE,
): Connector {
  const policy = buildPolicy(spec, options);
  return {
    lookup: (requests, context) => callThrough(policy, spec, connector, requests, context),
    heartbeat: (signal) => connector.heartbeat(AbortSignal.any([signal, AbortSignal.timeout(2_000)])),
    close: () => connector.close(),
  };
}

function buildPolicy(spec: Pick<ConnectorSpec, 'limits'>, options: ResilienceOptions): IPolicy {
  // A broken answer may be a cut line, so it is asked for again; a refusal never is.
  const passing = handleWhen(
    (error) => error instanceof SourceUnavailable || error instanceof SourceContractBroken,
  );
  const retries = retry(passing, { maxAttempts: options.attempts - 1, backoff: waitLike(options) });
  const breaker = circuitBreaker(handleType(SourceUnavailable), {
    halfOpenAfter: options.breakForMs,
    breaker: new ConsecutiveBreaker(options.breakAfter),
  });
  return wrap(bulkhead(spec.limits.inFlight, WAITING_CALLS), retries, breaker);
}

/** Full jitter, so that many workers do not come back in step; never sooner than the source asked. */
function waitLike(options: ResilienceOptions) {
  return new DelegateBackoff<{ attempt: number; result: { error: Error } | { value: unknown } }>(
    ({ attempt, result }) => {
      const ceiling = Math.min(options.mostWaitMs, options.firstWaitMs * 2 ** attempt);
      const jittered = Math.ceil(ceiling * options.random());
      const error = 'error' in result ? result.error : null;
      const asked = error instanceof SourceUnavailable ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
      return Math.max(jittered, Math.min(asked, options.mostWaitMs));
    },
  );
}

async function callThrough(
  policy: IPolicy,
  spec: Pick<ConnectorSpec, 'limits'>,
  connector: Connector,
  requests: readonly LookupRequest[],
  context: CallContext,
) {
  try {
    return await policy.execute(({ signal }) => {
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(spec.limits.deadlineMs)]);
      return connector.lookup(requests, { ...context, signal: deadline });
    }, context.signal);
  } catch (error) {
    if (error instanceof BrokenCircuitError || isBrokenCircuitError(error)) {
      throw new SourceUnavailable('BREAKER_OPEN');
    }
    if (error instanceof BulkheadRejectedError) throw new SourceUnavailable('TOO_MANY_CALLS');
    throw error;
  }
}
