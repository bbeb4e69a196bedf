/** Proves that a part killed from outside returns at once, and that one that cannot start is not hammered. */
import { countCrashes, restartDelay } from './restart-delay';

test('a part that ran and was killed comes back at once', () => {
  expect(restartDelay({ code: null, signal: 'SIGKILL', uptimeMs: 5_000 }, 1)).toBe(0);
  expect(restartDelay({ code: null, signal: 'SIGKILL', uptimeMs: 5_000 }, 7)).toBe(0);
});

test('one that crashes by itself waits longer each time, up to a limit', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 20].map((crashes) =>
    restartDelay({ code: 1, signal: null, uptimeMs: 100 }, crashes),
  );
  expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('one killed while it starts is treated like a crash: it may be out of memory', () => {
  expect(restartDelay({ code: null, signal: 'SIGKILL', uptimeMs: 300 }, 2)).toBe(500);
});

test('a long healthy run forgets the crashes before it', () => {
  expect(countCrashes({ code: 1, signal: null, uptimeMs: 31_000 }, 5)).toBe(1);
  expect(countCrashes({ code: 1, signal: null, uptimeMs: 1_000 }, 5)).toBe(6);
});
