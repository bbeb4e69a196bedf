/** What a chunk does while its source is in trouble: keeps its answers, waits for the rest, and knows when to stop waiting. */
import { type LookupRequest } from '../connectors/contract';
import { SourceRejected, SourceUnavailable } from '../connectors/errors';
import { KeptAnswers, type ChunkAnswers } from './kept-answers';
import { Asker } from './ask-source';
import { type WorkContext } from './processor';

type Opened = ReturnType<WorkContext['getConnector']>;

/** Asks a source of one person a call; `play` decides about call number n for this `ref`. */
function askerOf(play: (ref: string, times: number) => Error | null, known: ChunkAnswers = new Map()) {
  const calls: string[] = [];
  const lookup = async ([request]: readonly LookupRequest[]) => {
    const ref = request?.ref ?? '';
    calls.push(ref);
    await Promise.resolve();
    const failure = play(ref, calls.filter((one) => one === ref).length);
    if (failure) throw failure;
    return [{ ref, candidates: [] }];
  };
  const source = { spec: { limits: { batch: 1, inFlight: 4 } }, connector: { lookup } } as unknown as Opened;
  const call = { purpose: 'TEST', correlationId: 'test', signal: new AbortController().signal };
  return { asker: new Asker(source, call, known, () => {}), calls };
}

const about = (...refs: string[]) =>
  refs.map((ref) => ({ ref, key: { by: 'NUMBER', number: ref } as const }));
const away = () => new SourceUnavailable('BREAKER_OPEN', 0);

describe('Asker', () => {
  it('asks again only for what failed', async () => {
    const { asker, calls } = askerOf((ref, times) => (ref === 'b' && times < 3 ? away() : null));
    const answers = await asker.ask(about('a', 'b', 'c'));
    expect([...answers.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(calls).toEqual(['a', 'b', 'c', 'b', 'b']);
  });

  it('lets a list without any answer wait while another list of the chunk gets some', async () => {
    const { asker } = askerOf((ref, times) => (ref.startsWith('late') && times < 3 ? away() : null));
    const [first, late] = await Promise.all([
      asker.ask(about('a', 'b')),
      asker.ask(about('late-1', 'late-2')),
    ]);
    expect([first.size, late.size]).toEqual([2, 2]);
  });

  it('gives up at once where nothing would be lost', async () => {
    const { asker, calls } = askerOf(away);
    await expect(asker.ask(about('a', 'b'))).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls).toEqual(['a', 'b']);
  });

  it('gives up after rounds that brought nothing, and at once for a refusal', async () => {
    const { asker, calls } = askerOf((ref) => (ref === 'b' ? away() : null));
    await expect(asker.ask(about('a', 'b'))).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls).toEqual(['a', ...Array.from({ length: 6 }, () => 'b')]);
    const refused = askerOf(() => new SourceRejected('004'));
    await expect(refused.asker.ask(about('a'))).rejects.toMatchObject({ code: '004' });
    expect(refused.calls).toEqual(['a']);
  });

  it('does not ask again for what was answered before its chunk was given back', async () => {
    const known: ChunkAnswers = new Map();
    const before = askerOf((ref) => (ref === 'b' ? away() : null), known);
    await expect(before.asker.ask(about('a', 'b'))).rejects.toBeInstanceOf(SourceUnavailable);
    const after = askerOf(() => null, known);
    const answers = await after.asker.ask(about('a', 'b'));
    expect([...answers.keys()].sort()).toEqual(['a', 'b']);
    expect(after.calls).toEqual(['b']);
  });
});

describe('KeptAnswers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hands them over once, and forgets what is old or too much', () => {
    const kept = new KeptAnswers();
    const chunk = (no: number) => ({ runId: 'run', no });
    const answers = (): ChunkAnswers => new Map([['1 NUMBER', []]]);
    kept.keep(chunk(1), answers());
    expect(kept.take(chunk(1)).size).toBe(1);
    expect(kept.take(chunk(1)).size).toBe(0);
    for (let no = 1; no <= 17; no += 1) kept.keep(chunk(no), answers());
    expect([kept.take(chunk(1)).size, kept.take(chunk(2)).size]).toEqual([0, 1]);
    jest.advanceTimersByTime(10 * 60_000);
    expect(kept.take(chunk(3)).size).toBe(0);
  });
});
