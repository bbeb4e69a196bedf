/** Gives a piece of work so much time in all, beside the signal of whoever waits for it. */
import { setMaxListeners } from 'node:events';

/**
 * A timer of its own, because Node forgets an AbortSignal.timeout that stands in an AbortSignal.any: once garbage was collected it
 * never fires, and a source that keeps silent would hold its call until the socket gives up, minutes later.
 */
export async function withinTime<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const endWithOuter = () => end.abort(outer.reason);
  if (outer.aborted) endWithOuter();
  // All calls that are under way for one asker listen to it, and Node takes more than ten for a leak.
  setMaxListeners(0, outer);
  outer.addEventListener('abort', endWithOuter, { once: true });
  const timer = setTimeout(() => end.abort(new DOMException('out of time', 'TimeoutError')), ms);
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', endWithOuter);
  }
}
