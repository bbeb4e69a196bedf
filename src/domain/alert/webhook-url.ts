/** Which addresses a webhook may have at all, before anybody looks up where they lead. */

import { isPublicAddress } from './public-address';

/** Hosts of one's own that are allowed, `host` or `host:port`, in lower case. */
export type AllowedHosts = readonly string[];

/** Null when it may be asked; else why not, as a code. An address that is written out is never looked up, so it is judged here. */
export function findUrlProblem(
  url: URL,
  allowed: AllowedHosts,
): 'PROTOCOL' | 'CREDENTIALS' | 'PORT' | 'ADDRESS' | null {
  if (url.username !== '' || url.password !== '') return 'CREDENTIALS';
  if (isAllowedHost(url, allowed))
    return url.protocol === 'https:' || url.protocol === 'http:' ? null : 'PROTOCOL';
  if (url.protocol !== 'https:') return 'PROTOCOL';
  if (url.port !== '' && url.port !== '8443') return 'PORT';
  const literal = /^\[(.+)\]$|^(\d+\.\d+\.\d+\.\d+)$/.exec(url.hostname);
  return literal && !isPublicAddress(literal[1] ?? literal[2]!) ? 'ADDRESS' : null;
}

/** An allowed host is an administrator's own word: it may be inside, and may speak plain HTTP. */
export function isAllowedHost(url: URL, allowed: AllowedHosts): boolean {
  return allowed.includes(url.host.toLowerCase()) || allowed.includes(url.hostname.toLowerCase());
}
