/** Renews the leases of all chunks that this worker holds, and tells the work on a lost one to stop. */
import { setMaxListeners } from 'node:events';
import { type DataSource } from 'typeorm';
import { type Log } from '../src/log';
import { type Claim } from '../src/services/runs/claim-chunk';
import { renewLeases } from '../src/services/runs/renew-leases';

type Held = Pick<Claim, 'runId' | 'no' | 'epoch'>;

export interface Lease {
  /** Aborted when the lease is lost or the worker stops. */
  readonly signal: AbortSignal;
  release(): void;
}

export interface LeaseKeeper {
  hold(claim: Held): Lease;
  isLost(claim: Held): boolean;
  stop(): void;
}

const keyOf = ({ runId, no, epoch }: Held) => `${runId}/${no}/${epoch}`;

/** Renews every quarter of the lease: two renewals may fail before another worker may take over. */
export function keepLeases(db: DataSource, leaseSeconds: number, log: Log): LeaseKeeper {
  const held = new Map<string, { claim: Held; abort: AbortController }>();
  let renewing = false;
  const renew = async () => {
    if (renewing || held.size === 0) return;
    renewing = true;
    try {
      const claims = [...held.values()].map((entry) => entry.claim);
      for (const lost of await renewLeases(db, claims, leaseSeconds)) {
        held.get(keyOf(lost))?.abort.abort(new Error('the lease is lost'));
      }
    } catch (error) {
      // The database decides by its own clock: whether the leases hold is known when it answers again.
      log.warn({ err: error }, 'leases could not be renewed');
    } finally {
      renewing = false;
    }
  };
  const timer = setInterval(() => void renew(), (leaseSeconds * 1_000) / 4);
  return {
    hold(claim) {
      const abort = new AbortController();
      // Every call of the chunk that is under way listens, and Node takes more than ten for a leak.
      setMaxListeners(0, abort.signal);
      held.set(keyOf(claim), { claim, abort });
      return { signal: abort.signal, release: () => held.delete(keyOf(claim)) };
    },
    isLost: (claim) => held.get(keyOf(claim))?.abort.signal.aborted ?? true,
    stop: () => clearInterval(timer),
  };
}
