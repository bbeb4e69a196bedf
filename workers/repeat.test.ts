/** Rounds come one at a time, go on after trouble, and end when told to. */
import { repeat } from './repeat';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const ignore = () => {};

it('waits for the first turn unless told to begin at once', () => {
  const round = jest.fn(() => Promise.resolve());
  const patient = repeat(round, { everyMs: 1_000, onTrouble: ignore });
  expect(round).not.toHaveBeenCalled();
  const eager = repeat(round, { everyMs: 1_000, atOnce: true, onTrouble: ignore });
  expect(round).toHaveBeenCalledTimes(1);
  return Promise.all([patient.stop(), eager.stop()]);
});

it('goes on after a round that failed, by promise or by throwing', async () => {
  const troubles: unknown[] = [];
  let rounds = 0;
  const round = (): Promise<void> => {
    rounds += 1;
    if (rounds === 1) throw new Error('thrown');
    return rounds === 2 ? Promise.reject(new Error('rejected')) : Promise.resolve();
  };
  const looking = repeat(round, { everyMs: 1_000, onTrouble: (error) => troubles.push(error) });
  await jest.advanceTimersByTimeAsync(3_000);
  await looking.stop();
  expect(rounds).toBe(3);
  expect(troubles.map(String)).toEqual(['Error: thrown', 'Error: rejected']);
});

it('never has two rounds under way, and stops only when the last is over', async () => {
  let end = ignore;
  const round = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const looking = repeat(round, { everyMs: 1_000, onTrouble: ignore });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(round).toHaveBeenCalledTimes(1);
  let stopped = false;
  const stopping = looking.stop().then(() => (stopped = true));
  await jest.advanceTimersByTimeAsync(5_000);
  expect(stopped).toBe(false);
  end();
  await stopping;
  expect(round).toHaveBeenCalledTimes(1);
});
