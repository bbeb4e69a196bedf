/** What a chunk does while its source is in trouble: hands over what comes, waits for the rest, and knows when to stop waiting. */
import { type LookupRequest } from '../connectors/contract';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../connectors/errors';
import { type RegisterPerson } from '../../src/domain/resident/resident';
import { Asker } from './ask-source';
import { type WorkContext } from './processor';

type Opened = ReturnType<WorkContext['getConnector']>;

/** Asks a source of one person a call; `play` decides about call number n for this `ref`. */
function askerOf(play: (ref: string, times: number) => Error | null) {
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
  const asker = new Asker(source, call, () => {});
  /** Gives the refs that were answered, in order. */
  const ask = async (...refs: string[]): Promise<string[]> => {
    const answered: string[] = [];
    await asker.ask(about(...refs), (ref) => answered.push(ref));
    return answered;
  };
  return { ask, calls };
}

const about = (...refs: string[]) =>
  refs.map((ref) => ({ ref, key: { by: 'NUMBER', number: ref } as const }));
const away = () => new SourceUnavailable('BREAKER_OPEN', 0);

describe('Asker', () => {
  it('asks again only for what failed', async () => {
    const { ask, calls } = askerOf((ref, times) => (ref === 'b' && times < 3 ? away() : null));
    expect(await ask('a', 'b', 'c')).toEqual(['a', 'c', 'b']);
    expect(calls).toEqual(['a', 'b', 'c', 'b', 'b']);
  });

  it('lets a list without any answer wait while another list of the chunk gets some', async () => {
    const { ask } = askerOf((ref, times) => (ref.startsWith('late') && times < 3 ? away() : null));
    const [first, late] = await Promise.all([ask('a', 'b'), ask('late-1', 'late-2')]);
    expect([first.length, late.length]).toEqual([2, 2]);
  });

  it('gives up at once where nothing would be lost', async () => {
    const { ask, calls } = askerOf(away);
    await expect(ask('a', 'b')).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls).toEqual(['a', 'b']);
  });

  it('gives up after rounds that brought nothing, and at once for a refusal', async () => {
    const { ask, calls } = askerOf((ref) => (ref === 'b' ? away() : null));
    await expect(ask('a', 'b')).rejects.toMatchObject({ reason: 'BREAKER_OPEN' });
    expect(calls).toEqual(['a', ...Array.from({ length: 6 }, () => 'b')]);
    const refused = askerOf(() => new SourceRejected('004'));
    await expect(refused.ask('a')).rejects.toMatchObject({ code: '004' });
    expect(refused.calls).toEqual(['a']);
  });

  it('takes an answer that leaves a question open, or is to none, for a breach of contract', async () => {
    const call = { purpose: 'TEST', correlationId: 'test', signal: new AbortController().signal };
    for (const refs of [['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'b']]) {
      const lookup = () => Promise.resolve(refs.map((ref) => ({ ref, candidates: [] as RegisterPerson[] })));
      const source = {
        spec: { limits: { batch: 2, inFlight: 1 } },
        connector: { lookup },
      } as unknown as Opened;
      const asked = new Asker(source, call, () => {}).ask(about('a', 'b'), () => {});
      await expect(asked).rejects.toBeInstanceOf(SourceContractBroken);
    }
  });
});
