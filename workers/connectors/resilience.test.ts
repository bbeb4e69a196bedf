/** A connector's trouble stays its own: what is tried again, what is not, and when the source is left alone. */
import { type Connector } from './contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from './errors';
import { makeResilient, type ResilienceOptions } from './resilience';

const LIMITS = { batch: 1_000, inFlight: 2, deadlineMs: 1_000 };
const OPTIONS: ResilienceOptions = {
  attempts: 3,
  firstWaitMs: 1,
  mostWaitMs: 5,
  breakAfter: 4,
  breakForMs: 60_000,
  random: () => 0.5,
};
const context = () => ({ purpose: 'TEST-01', correlationId: 'x', signal: new AbortController().signal });

function play(script: (call: number, signal: AbortSignal) => Promise<[]>) {
  let calls = 0;
  const connector: Connector = {
    lookup: (_, { signal }) => script((calls += 1), signal),
    heartbeat: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const resilient = makeResilient({ limits: LIMITS }, connector, OPTIONS);
  return { ask: () => resilient.lookup([], context()), calls: () => calls };
}

describe('makeResilient', () => {
  it('tries again what may pass, and gives the answer', async () => {
    const { ask, calls } = play((call) =>
      call < 3 ? Promise.reject(new SourceUnavailable('HTTP_503')) : Promise.resolve([]),
    );
    await expect(ask()).resolves.toEqual([]);
    expect(calls()).toBe(3);
  });

  it('asks again for a broken answer, and says so when it stays broken', async () => {
    const { ask, calls } = play(() => Promise.reject(new SourceContractBroken('no JSON')));
    await expect(ask()).rejects.toBeInstanceOf(SourceContractBroken);
    expect(calls()).toBe(3);
  });

  it('never repeats a refusal', async () => {
    const { ask, calls } = play(() => Promise.reject(new SourceRejected('005')));
    await expect(ask()).rejects.toBeInstanceOf(SourceRejected);
    expect(calls()).toBe(1);
  });

  it('leaves a source alone that failed again and again', async () => {
    const { ask, calls } = play(() => Promise.reject(new SourceUnavailable('CONNECTION')));
    await expect(ask()).rejects.toMatchObject({ reason: 'CONNECTION' });
    await expect(ask()).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    await expect(ask()).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls()).toBe(OPTIONS.breakAfter);
  });

  it('keeps no more calls in flight than the source allows', async () => {
    let inFlight = 0;
    let most = 0;
    const { ask } = play(async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return [];
    });
    await Promise.all(Array.from({ length: 20 }, ask));
    expect(most).toBe(LIMITS.inFlight);
  });
});
