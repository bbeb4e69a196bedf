/** What a connector must make of trouble: the right class of failure, in time, within the budget, and never "not found". */
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceContractBroken, SourceRejected, SourceUnavailable } from '../connectors/errors';
import { Guard, RESILIENCE } from '../connectors/resilience';
import { demand, endsWithin, nameFailure, NotApplicable, NotConform, type Bench } from './bench';
import { type ConformanceCase } from './conformance-case';
import { ASKED_PATIENCE_SECONDS, Fault } from './fault-proxy';

type Fits = (failure: unknown) => boolean;

const unavailable: Fits = (failure) => failure instanceof SourceUnavailable;
const broken: Fits = (failure) => failure instanceof SourceContractBroken;

/** Milliseconds until a call is given up under a fault that never ends, so that the suite is not long. */
const PATIENCE_MS = 1_000;
/** The others end by themselves, and a slow machine must not turn a broken answer into a late one. */
const ENDLESS: readonly Fault[] = [Fault.SILENT, Fault.DRIP];
const CANCELLED_WITHIN_MS = 2_000;

function under(fault: Fault, vi: string, en: string, fits: Fits, wanted: string): ConformanceCase {
  return {
    id: `trouble-${fault.toLowerCase().replaceAll('_', '-')}`,
    title: { vi, en },
    run: async (bench) => {
      const { deadlineMs } = bench.parts.spec.limits;
      const failure = await bench.failureUnder(fault, ENDLESS.includes(fault) ? PATIENCE_MS : deadlineMs);
      demand(fits(failure), `${nameFailure(failure)} instead of ${wanted}`);
    },
  };
}

const throttled: Fits = (failure) =>
  failure instanceof SourceUnavailable &&
  failure.reason === 'THROTTLED' &&
  failure.retryAfterSeconds === ASKED_PATIENCE_SECONDS;

const [UNAVAILABLE, BROKEN] = ['SourceUnavailable', 'SourceContractBroken'];

const FAULT_CASES: readonly ConformanceCase[] = [
  under(
    Fault.THROTTLED,
    '429 kèm Retry-After',
    '429 with Retry-After',
    throttled,
    `SourceUnavailable THROTTLED with ${ASKED_PATIENCE_SECONDS} seconds`,
  ),
  under(Fault.SERVER_ERROR, 'Lỗi 500 không nội dung', '500 without a word', unavailable, UNAVAILABLE),
  under(Fault.UNAVAILABLE, 'Bảo trì 503', 'Maintenance, 503', unavailable, UNAVAILABLE),
  under(Fault.CUT, 'Đứt kết nối', 'The connection is cut', unavailable, UNAVAILABLE),
  under(Fault.SILENT, 'Không trả lời', 'No answer', unavailable, UNAVAILABLE),
  under(Fault.DRIP, 'Trả lời nhỏ giọt', 'An answer that drips', unavailable, UNAVAILABLE),
  under(
    Fault.TRUNCATED,
    'Đứt giữa câu trả lời',
    'Cut in the middle of an answer',
    (failure) => unavailable(failure) || broken(failure),
    'SourceUnavailable or SourceContractBroken',
  ),
  under(Fault.HALF, 'Một nửa câu trả lời', 'Half an answer, complete by its length', broken, BROKEN),
  under(Fault.PAGE, 'Trang web thay cho dữ liệu', 'A web page with 200', broken, BROKEN),
  under(Fault.EMPTY, 'Trả lời rỗng với 200', 'Nothing, with 200', broken, BROKEN),
  under(Fault.PACKED, 'Nén dù không yêu cầu', 'Packed without being asked', broken, BROKEN),
  under(Fault.HUGE, 'Câu trả lời khổng lồ', 'A huge answer', broken, BROKEN),
  under(Fault.OTHER_SHAPE, 'Hình dạng khác', 'Well-formed, of another shape', broken, BROKEN),
  under(Fault.OTHERS_ANSWER, 'Câu trả lời của người khác', "Somebody else's answer", broken, BROKEN),
  {
    id: 'trouble-others-record',
    title: {
      vi: 'Bản ghi của người khác trong câu trả lời đúng',
      en: "Somebody else's record in the right answer",
    },
    run: async (bench) => {
      const [asked, other] = bench.parts.people.map(({ number }) => number) as [string, string];
      if (!bench.source.lookup) throw new NotApplicable('it looks nobody up');
      bench.proxy.swap = [asked, other];
      const failure = await bench.failureUnder(Fault.OTHERS_RECORD, bench.parts.spec.limits.deadlineMs);
      demand(broken(failure), `${nameFailure(failure)} instead of ${BROKEN}`);
    },
  },
];

async function failureOf(work: Promise<unknown>): Promise<{ failure: unknown }> {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return { failure };
}

async function cancelUnderSilence(bench: Bench): Promise<void> {
  bench.restart(() => Fault.SILENT);
  const cancel = new AbortController();
  const running = failureOf(bench.ask(0, bench.call(cancel.signal)));
  await sleep(50);
  cancel.abort();
  const { failure } = await endsWithin(CANCELLED_WITHIN_MS, running);
  demand(failure !== null, 'answered although nothing came');
}

/** Every fifth answer is a 503: calls may be repeated, but no more than the budget grants. */
async function keepBudget(bench: Bench): Promise<void> {
  const asks = 200;
  await bench.ask(0);
  // A question may take more than one request.
  const perAsk = bench.proxy.exchanges.length;
  bench.restart((request) => (request % 5 === 0 ? Fault.UNAVAILABLE : null));
  const guard = new Guard(bench.parts.spec.limits, { ...RESILIENCE, firstWaitMs: 1, mostWaitMs: 5 });
  for (let ask = 0; ask < asks; ask += 1) {
    await guard
      .call(new AbortController().signal, (signal) => bench.ask(0, bench.call(signal)))
      .catch((error: unknown) => {
        if (!(error instanceof SourceUnavailable)) throw error;
      });
  }
  const most = (asks * (1 + RESILIENCE.retryShare) + RESILIENCE.retryReserve) * perAsk;
  const calls = bench.proxy.exchanges.length;
  demand(calls <= most, `${calls} requests for ${asks} questions; at most ${most} are granted`);
  demand(calls >= asks, `only ${calls} requests for ${asks} questions`);
}

/** The source has answered and counts the request as done; that the answer was lost must not cost the next one. */
async function askAfterLostAnswer(bench: Bench): Promise<void> {
  bench.restart((request) => (request === 1 ? Fault.TRUNCATED : null));
  const context = bench.call();
  const { failure } = await failureOf(bench.ask(0, context));
  demand(failure !== null, 'took half an answer for the whole');
  demand(await bench.ask(0, context), 'taken for "not found"');
}

const SKEW_MS = 10 * 60_000;

/** The clock of this machine is put wrong for one call: the source may refuse, with a code, and nothing else may happen. */
async function skewClock(bench: Bench, by: number): Promise<void> {
  const now = Date.now;
  Date.now = () => now() + by;
  try {
    demand(await bench.ask(0), 'taken for "not found"');
  } catch (error) {
    if (error instanceof NotConform) throw error;
    demand(error instanceof SourceRejected, `${nameFailure(error)} instead of SourceRejected`);
  } finally {
    Date.now = now;
  }
}

export const TROUBLE_CASES: readonly ConformanceCase[] = [
  ...FAULT_CASES,
  {
    id: 'purpose-without-licence',
    title: { vi: 'Thủ tục chưa được cấp phép', en: 'A purpose without a licence' },
    run: async (bench) => {
      if (bench.parts.spec.dataClass !== 'PERSONAL')
        throw new NotApplicable('figures about groups need no licence');
      if (!bench.parts.spec.simulated)
        throw new NotApplicable('which purposes are refused is known of the simulator only');
      const context = { ...bench.call(), purpose: 'CHUA-CAP-PHEP-01' };
      const { failure } = await failureOf(bench.watch(bench.source.check(context)));
      demand(failure instanceof SourceRejected, `${nameFailure(failure)} instead of SourceRejected`);
      demand(failure.code === '004', `code ${failure.code} instead of the source's own 004`);
    },
  },
  {
    id: 'cancelled-within-two-seconds',
    title: { vi: 'Hủy trong 2 giây', en: 'Cancelled within two seconds' },
    run: cancelUnderSilence,
  },
  {
    id: 'asked-again-after-a-lost-answer',
    title: { vi: 'Hỏi lại sau khi câu trả lời bị mất', en: 'Asked again after an answer was lost' },
    run: askAfterLostAnswer,
  },
  {
    id: 'retry-budget-is-kept',
    title: { vi: 'Không hỏi lại quá hạn mức', en: 'Repeats stay within the budget' },
    run: keepBudget,
  },
  {
    id: 'clock-skew',
    title: { vi: 'Đồng hồ lệch 10 phút', en: 'A clock that is ten minutes off' },
    run: async (bench) => {
      await skewClock(bench, SKEW_MS);
      await skewClock(bench, -SKEW_MS);
    },
  },
];
