/** Opens a connector with its settings, behind the guard that all its calls go through. */
import { type Connector, type ConnectorSpec } from './contract';
import { Guard, type ResilienceOptions } from './resilience';

export interface OpenConnector {
  readonly spec: ConnectorSpec;
  /** Every call goes through the guard. */
  readonly connector: Connector;
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

function guarded(source: Connector, guard: Guard): Connector {
  const noteQuota = (callsLeft: number) => (guard.vitals.quotaLeft = callsLeft);
  return {
    lookup: (requests, context) =>
      guard.call(context.signal, (signal) => source.lookup(requests, { ...context, signal, noteQuota })),
    check: (context) =>
      guard.call(context.signal, (signal) => source.check({ ...context, signal, noteQuota })),
    // Past the guard: it must tell whether the source is back while the breaker still holds calls off.
    heartbeat: (signal) => source.heartbeat(AbortSignal.any([signal, AbortSignal.timeout(HEARTBEAT_MS)])),
    close: () => source.close(),
  };
}
