/** Proves what counts as a wish to stop, and as the second one. */
import { listenForStopRequest } from './stop-request';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function listen(startedByNpm = false) {
  const world = { now: 0, parent: 100, forced: 0 };
  const stop = listenForStopRequest({ startedByNpm, now: () => world.now, parent: () => world.parent });
  stop.onForce(() => (world.forced += 1));
  return { world, stop };
}

test('the first signal asks, a later one forces, and both of one Ctrl-C under npm are one', async () => {
  const { world, stop } = listen();
  process.emit('SIGINT', 'SIGINT');
  await stop.asked;
  expect(stop.signal.aborted).toBe(true);
  world.now = 100;
  process.emit('SIGINT', 'SIGINT');
  expect(world.forced).toBe(0);
  world.now = 2_000;
  process.emit('SIGTERM', 'SIGTERM');
  expect(world.forced).toBe(1);
  stop.dispose();
  expect(process.listenerCount('SIGHUP')).toBe(0);
});

test.each([
  [true, true],
  [false, false],
])('when npm started it: %s, the end of its shell asks: %s', (startedByNpm, asked) => {
  const { world, stop } = listen(startedByNpm);
  jest.advanceTimersByTime(1_000);
  expect(stop.signal.aborted).toBe(false);
  world.parent = 1;
  jest.advanceTimersByTime(1_000);
  expect(stop.signal.aborted).toBe(asked);
  expect(world.forced).toBe(0);
  stop.dispose();
});
