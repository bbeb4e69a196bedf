/** The asynchronous way: a list is submitted, its state asked for until it is done, and the result read and deleted. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type LookupAnswer, type LookupRequest } from '../contract';
import { SourceContractBroken, SourceUnavailable } from '../errors';
import { call, newMessageId, type Caller } from './call';
import { decodeList, encodeQuestions } from './people';

const FIRST_WAIT_MS = 100;
const MOST_WAIT_MS = 2_000;

const State = z.object({
  MaYeuCau: z.string().regex(/^[\w-]{1,64}$/),
  TrangThai: z.enum(['TIEP_NHAN', 'DANG_XU_LY', 'HOAN_THANH']),
});
type State = z.infer<typeof State>;

/** Longer than any call takes, so that nobody waits for a request that was there so long ago. */
const TIDY_EVERY_MS = 60_000;
const MOST_LISTED = 100;

const Listed = z.object({ DanhSach: z.array(State) });

/**
 * The source keeps a hundred requests of a sender, and refuses more. What is read, or given up, must go; where an answer was lost on
 * the way, a request stays behind of which this side does not even know the code.
 */
export class RequestFamily {
  /** At first too: a worker that was killed has left its requests there. */
  private mayHaveLeftSome = true;
  private listedBefore: ReadonlySet<string> = new Set();
  private tidiedAt = -Infinity;

  /** `now` in milliseconds, on a clock that never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @throws SourceUnavailable when it is not done before the call's deadline, SourceRejected, SourceContractBroken */
  async lookUp(caller: Caller, requests: readonly LookupRequest[]): Promise<LookupAnswer[]> {
    await this.tidy(caller);
    const submitted = await this.submit(caller, requests);
    const { MaYeuCau } = submitted;
    try {
      await untilDone(caller, submitted);
      const page = { MaYeuCau, Trang: 1, SoBanGhi: requests.length };
      const result = await call(caller, { ...operation('GetResultDetailAsRecords'), data: page });
      return decodeList(result, requests);
    } finally {
      await this.forget(caller, MaYeuCau);
    }
  }

  private async submit(caller: Caller, requests: readonly LookupRequest[]): Promise<State> {
    try {
      return await ask(caller, 'SubmitRequest', encodeQuestions(requests), newMessageId());
    } catch (error) {
      this.mayHaveLeftSome = true;
      throw error;
    }
  }

  private async forget(caller: Caller, MaYeuCau: string): Promise<void> {
    const context = { ...caller.context, signal: AbortSignal.timeout(MOST_WAIT_MS) };
    await call({ ...caller, context }, { ...operation('DeleteRequest'), data: { MaYeuCau } }).catch(() => {
      this.mayHaveLeftSome = true;
    });
  }

  /** Deletes what was there a while ago already; with the younger ones other workers of this sender may be under way. */
  private async tidy(caller: Caller): Promise<void> {
    const now = this.now();
    if (!this.mayHaveLeftSome || now - this.tidiedAt < TIDY_EVERY_MS) return;
    this.tidiedAt = now;
    const page = { Trang: 1, SoBanGhi: MOST_LISTED };
    const listed = Listed.safeParse(await call(caller, { ...operation('GetRequests'), data: page }));
    if (!listed.success) throw new SourceContractBroken('GetRequests');
    const there = listed.data.DanhSach.map(({ MaYeuCau }) => MaYeuCau);
    this.mayHaveLeftSome = there.length > 0;
    const left = there.filter((id) => this.listedBefore.has(id));
    this.listedBefore = new Set(there);
    await Promise.all(left.map((id) => this.forget(caller, id)));
  }
}

async function untilDone(caller: Caller, submitted: State): Promise<void> {
  const { MaYeuCau } = submitted;
  let wait = FIRST_WAIT_MS;
  for (let state = submitted; state.TrangThai !== 'HOAN_THANH';) {
    await sleep(wait, undefined, { signal: caller.context.signal }).catch(() => {
      throw new SourceUnavailable('TIMEOUT');
    });
    wait = Math.min(wait * 2, MOST_WAIT_MS);
    state = await ask(caller, 'GetRequestStatus', { MaYeuCau });
    if (state.MaYeuCau !== MaYeuCau) throw new SourceContractBroken('state of another request');
  }
}

async function ask(caller: Caller, name: string, data: object, messageId?: string): Promise<State> {
  const answer = await call(caller, { ...operation(name), data, ...(messageId ? { messageId } : {}) });
  const state = State.safeParse(answer);
  if (!state.success) throw new SourceContractBroken(name);
  return state.data;
}

const operation = (name: string) => ({ path: `yeu-cau/${name}`, kind: 'YEU_CAU' });
