/** Opens a connector with its settings, behind the guard that all its calls go through. */
import {
  type AggregateSource,
  type AnySource,
  type CallContext,
  type Connector,
  type ConnectorSpec,
  type NodeSource,
} from './contract';
import { withinTime } from './deadline';
import { ConnectorUnusable } from './errors';
import { Guard, type ResilienceOptions } from './resilience';

/** Has every method there is; one that the source does not offer throws ConnectorUnusable. */
export type GuardedConnector = Connector & AggregateSource & NodeSource;

export interface OpenConnector {
  readonly spec: ConnectorSpec;
  /** Every call goes through the guard. */
  readonly connector: GuardedConnector;
  readonly guard: Guard;
}

/** The settings do not fit; `problems` name each setting and what is wrong with it, never its value. */
export class WrongSettings extends Error {
  constructor(
    id: string,
    readonly problems: readonly string[],
  ) {
    super(`the connector "${id}" is set up wrongly: ${problems.join('; ')}`);
    this.name = 'WrongSettings';
  }
}

const HEARTBEAT_MS = 2_000;

/** @throws WrongSettings */
export function openConnector(
  spec: ConnectorSpec,
  settings: unknown,
  resilience?: ResilienceOptions,
): OpenConnector {
  const parsed = spec.settings.safeParse(settings);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new WrongSettings(spec.id, problems);
  }
  const guard = new Guard(spec.limits, resilience);
  return { spec, guard, connector: guarded(spec.open(parsed.data), guard) };
}

function guarded(source: AnySource, guard: Guard): GuardedConnector {
  const noteQuota = (callsLeft: number) => (guard.vitals.quotaLeft = callsLeft);
  const call = <T>(context: CallContext, ask: (context: CallContext) => Promise<T> | undefined) =>
    guard.call(context.signal, async (signal) => {
      const answer = ask({ ...context, signal, noteQuota });
      if (!answer) throw new ConnectorUnusable('CONNECTOR_LACKS_CAPABILITY');
      return answer;
    });
  return {
    lookup: (requests, context) => call(context, (within) => source.lookup?.(requests, within)),
    aggregate: (code, context) => call(context, (within) => source.aggregate?.(code, within)),
    findNode: (code, context) => call(context, (within) => source.findNode?.(code, within)),
    readFeed: (request, context) => call(context, (within) => source.readFeed?.(request, within)),
    check: (context) => call(context, (within) => source.check(within)),
    // Past the guard: it must tell whether the source is back while the breaker still holds calls off.
    heartbeat: (signal) => withinTime(HEARTBEAT_MS, signal, (within) => source.heartbeat(within)),
    close: () => source.close(),
  };
}
