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

/** @throws SourceUnavailable when it is not done before the call's deadline, SourceRejected, SourceContractBroken */
export async function lookUpByRequest(
  caller: Caller,
  requests: readonly LookupRequest[],
): Promise<LookupAnswer[]> {
  const submitted = await ask(caller, 'SubmitRequest', encodeQuestions(requests), newMessageId());
  const { MaYeuCau } = submitted;
  try {
    await untilDone(caller, submitted);
    const page = { MaYeuCau, Trang: 1, SoBanGhi: requests.length };
    const result = await call(caller, { ...operation('GetResultDetailAsRecords'), data: page });
    return decodeList(result, requests);
  } finally {
    await forget(caller, MaYeuCau);
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

/** The source keeps a hundred requests of a sender: what is read, or given up, must go. What cannot be deleted expires there. */
async function forget(caller: Caller, MaYeuCau: string): Promise<void> {
  const context = { ...caller.context, signal: AbortSignal.timeout(MOST_WAIT_MS) };
  await call({ ...caller, context }, { ...operation('DeleteRequest'), data: { MaYeuCau } }).catch(() => {});
}
