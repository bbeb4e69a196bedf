/** A way out that leads to public addresses only: what a name leads to is looked at when the connection is made, not before. */
import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from '../../src/domain/alert/public-address';

/** Thrown where a webhook would lead inside. */
export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
  constructor() {
    super('the address is not public');
    this.name = 'ForbiddenAddress';
  }
}

export type LookUp = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Every address that the name has must be public: one that is not would be reached at the second attempt. */
export function guardLookup(resolve: LookUp = lookUp): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
        return done(new ForbiddenAddress(), '');
      // Asked for all, Node wants the list; asked for one, an address and its family.
      if (options.all) return done(null, addresses);
      const [first] = addresses;
      done(null, first!.address, first!.family);
    });
  };
}

export function openGuardedAgent(): Agent {
  return new Agent({ connect: { lookup: guardLookup() }, connections: 4, keepAliveTimeout: 1_000 });
}

export function openPlainAgent(): Agent {
  return new Agent({ connections: 4, keepAliveTimeout: 1_000 });
}
