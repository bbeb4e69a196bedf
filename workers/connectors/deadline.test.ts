/** A deadline holds whatever the memory does: each call to a silent source ends, and so does one that nobody waits for any more. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { withinTime } from './deadline';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const untilToldToEnd = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

test('ends every call to a silent source, though garbage is collected meanwhile', async () => {
  const outer = new AbortController();
  const calls = Array.from({ length: 20 }, () => withinTime(100, outer.signal, untilToldToEnd));
  collectGarbage();
  const ended = await Promise.allSettled(calls);
  expect(ended.map((one) => (one as PromiseRejectedResult).reason as Error)).toEqual(
    calls.map(() => expect.objectContaining({ name: 'TimeoutError' }) as Error),
  );
});

test('ends with whoever waits for it, also when that one has given up before', async () => {
  const outer = new AbortController();
  const underWay = withinTime(60_000, outer.signal, untilToldToEnd);
  outer.abort(new Error('cancelled'));
  await expect(underWay).rejects.toThrow('cancelled');
  const seen = withinTime(60_000, outer.signal, (signal) => Promise.resolve(signal.aborted));
  await expect(seen).resolves.toBe(true);
});
