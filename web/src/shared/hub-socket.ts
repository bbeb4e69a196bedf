/** How a page opens its socket with the hub: with the first subscription, by the browser's session, and again when it breaks. */
import { type ClientOptions } from 'graphql-ws';

/** Close codes by which the hub refuses the session itself, so that asking again would change nothing. */
const REFUSALS = [4401, 4403];

export function hubSocket(retryAttempts: number): ClientOptions {
  return {
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    retryAttempts,
    shouldRetry: (reason) => reason instanceof CloseEvent && !REFUSALS.includes(reason.code),
  };
}
