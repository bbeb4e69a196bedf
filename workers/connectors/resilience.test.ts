/** A connector's trouble stays its own: what is tried again, what is not, and when the source is left alone. */
import { SourceContractBroken, SourceRejected, SourceUnavailable } from './errors';
import { Guard, RESILIENCE, type ResilienceOptions } from './resilience';

const LIMITS = { batch: 1_000, inFlight: 2, deadlineMs: 1_000 };
const OPTIONS: ResilienceOptions = {
  ...RESILIENCE,
  attempts: 3,
  firstWaitMs: 1,
  mostWaitMs: 5,
  breakAfter: 4,
  breakForMs: 60_000,
  random: () => 0.5,
};

function play(script: (call: number, signal: AbortSignal) => Promise<unknown>, options = OPTIONS) {
  let calls = 0;
  const guard = new Guard(LIMITS, options);
  const ask = (signal = new AbortController().signal) =>
    guard.call(signal, (inner) => script((calls += 1), inner));
  return { ask, guard, calls: () => calls };
}

const fails = (error: Error) => () => Promise.reject(error);

describe('Guard', () => {
  it('tries again what may pass, and gives the answer', async () => {
    const { ask, calls } = play((call) =>
      call < 3 ? Promise.reject(new SourceUnavailable('HTTP_503')) : Promise.resolve('here'),
    );
    await expect(ask()).resolves.toBe('here');
    expect(calls()).toBe(3);
  });

  it('asks again for a broken answer, and says so when it stays broken', async () => {
    const { ask, calls } = play(fails(new SourceContractBroken('no JSON')));
    await expect(ask()).rejects.toBeInstanceOf(SourceContractBroken);
    expect(calls()).toBe(3);
  });

  it('never repeats a refusal', async () => {
    const { ask, calls } = play(fails(new SourceRejected('005')));
    await expect(ask()).rejects.toBeInstanceOf(SourceRejected);
    expect(calls()).toBe(1);
  });

  it('leaves a source alone that failed again and again, and shows it', async () => {
    const { ask, calls, guard } = play(fails(new SourceUnavailable('CONNECTION')));
    await expect(ask()).rejects.toMatchObject({ reason: 'CONNECTION' });
    expect(guard.vitals.read().breaker).toBe('CLOSED');
    await expect(ask()).rejects.toMatchObject({ reason: 'BREAKER_OPEN', retryAfterSeconds: 60 });
    await expect(ask()).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls()).toBe(OPTIONS.breakAfter);
    expect(guard.vitals.read()).toMatchObject({ breaker: 'OPEN', lastError: 'SOURCE_CONNECTION' });
  });

  it('does not call while the source asked for quiet, and passes a long quiet on', async () => {
    const { ask, calls } = play(fails(new SourceUnavailable('THROTTLED', 30)));
    await expect(ask()).rejects.toMatchObject({ reason: 'THROTTLED', retryAfterSeconds: 30 });
    for (let again = 0; again < 10; again += 1) {
      await expect(ask()).rejects.toMatchObject({ reason: 'THROTTLED' });
    }
    expect(calls()).toBe(1);
  });

  it('repeats no more than its share of the calls', async () => {
    const { ask, calls } = play((call) => fails(new SourceContractBroken(`no JSON ${call}`))(), {
      ...OPTIONS,
      retryReserve: 1,
    });
    for (let asked = 0; asked < 200; asked += 1) await ask().catch(() => {});
    expect(calls() - 200).toBeGreaterThan(15);
    expect(calls() - 200).toBeLessThanOrEqual(21);
  });

  it('does not hold a cancelled run against the source', async () => {
    const stop = new AbortController();
    const { ask, guard } = play((_, signal) => {
      stop.abort(new Error('cancelled'));
      return Promise.reject(new SourceUnavailable(signal.aborted ? 'TIMEOUT' : 'CONNECTION'));
    });
    await expect(ask(stop.signal)).rejects.toThrow('cancelled');
    expect(guard.vitals.read()).toMatchObject({ calls: 0, failures: 0 });
  });

  it('keeps no more calls in flight than the source allows', async () => {
    let inFlight = 0;
    let most = 0;
    const { ask } = play(async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
    });
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(most).toBe(LIMITS.inFlight);
  });
});
