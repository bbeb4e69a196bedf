/** Puts many questions to a source: in its batches, few at once, and those that got no answer once more while others get theirs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type RegisterPerson } from '../../src/domain/resident/resident';
import { type CallContext, type LookupAnswer, type LookupRequest } from '../connectors/contract';
import { SourceContractBroken, SourceUnavailable } from '../connectors/errors';
import { type WorkContext } from './processor';

export type Answers = ReadonlyMap<string, readonly RegisterPerson[]>;

/** A source that stays silent longer than this is not waited for: others could work in this place. */
const MOST_PATIENCE_MS = 5_000;
/** Rounds in a row that may bring no answer at all. */
const MOST_FRUITLESS_ROUNDS = 2;

/**
 * Answers by `ref`, for every request. What was answered is kept while the rest waits for a short trouble to pass, so that
 * a source of one person a call is not asked two thousand times again for the one that failed.
 * @throws SourceUnavailable SourceRejected SourceContractBroken when questions stay open
 */
export async function askSource(
  { spec, connector }: ReturnType<WorkContext['getConnector']>,
  requests: readonly LookupRequest[],
  call: CallContext,
  onAnswer: () => void,
): Promise<Answers> {
  const answers = new Map<string, readonly RegisterPerson[]>();
  const keep = (batch: readonly LookupAnswer[]) => {
    for (const { ref, candidates } of batch) answers.set(ref, candidates);
    onAnswer();
  };
  let open = inBatches(requests, spec.limits.batch);
  let fruitless = 0;
  while (open.length > 0) {
    const failed: LookupRequest[][] = [];
    let trouble: unknown = null;
    await eachAtMost(spec.limits.inFlight, open, async (batch) => {
      try {
        keep(await connector.lookup(batch, call));
      } catch (error) {
        if (!mayPass(error)) throw error;
        failed.push(batch);
        trouble = error;
      }
    });
    call.signal.throwIfAborted();
    fruitless = failed.length < open.length ? 0 : fruitless + 1;
    if (fruitless > 0 && (answers.size === 0 || fruitless > MOST_FRUITLESS_ROUNDS)) throw trouble;
    if (fruitless > 0) await sleep(patienceFor(trouble), undefined, { signal: call.signal });
    open = failed;
  }
  return answers;
}

const mayPass = (error: unknown) =>
  error instanceof SourceUnavailable || error instanceof SourceContractBroken;

/** Milliseconds. @throws the trouble itself when the source asked for more patience than there is. */
function patienceFor(trouble: unknown): number {
  const asked = trouble instanceof SourceUnavailable ? (trouble.retryAfterSeconds ?? 1) * 1_000 : 0;
  if (asked > MOST_PATIENCE_MS) throw trouble;
  return asked;
}

export function inBatches<T>(all: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < all.length; from += size) batches.push(all.slice(from, from + size));
  return batches;
}

/** Works through a list with at most `most` under way; the first error ends it once those under way are over. */
async function eachAtMost<T>(
  most: number,
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < list.length; at = next++) await work(list[at]!);
  };
  const lanes = Array.from({ length: Math.min(most, list.length) }, lane);
  const ended = await Promise.allSettled(lanes);
  const first = ended.find(({ status }) => status === 'rejected');
  if (first) throw (first as PromiseRejectedResult).reason;
}
