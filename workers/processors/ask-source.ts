/** Puts many questions to a source: in its batches, few at once, and those that got no answer once more while others get theirs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type RegisterPerson } from '../../src/domain/resident/resident';
import {
  apartByAddress,
  type CallContext,
  type LookupAnswer,
  type LookupRequest,
} from '../connectors/contract';
import { SourceContractBroken, SourceUnavailable } from '../connectors/errors';
import { eachAtMost, inBatches } from './batches';
import { type WorkContext } from './processor';

/** Takes the answer to the request `ref`: it is used at once, so that people do not pile up in memory. */
export type TakeAnswer = (ref: string, candidates: readonly RegisterPerson[]) => void;

/** A source that stays silent longer than this is not waited for: others could work in this place. */
const MOST_PATIENCE_MS = 5_000;
/** Rounds in a row that may bring no answer at all. */
const MOST_FRUITLESS_ROUNDS = 4;

/** Asks for one chunk. Its lists may be asked for side by side: as long as one of them gets answers, the others wait for theirs. */
export class Asker {
  private answered = 0;

  constructor(
    private readonly source: ReturnType<WorkContext['getConnector']>,
    private readonly call: CallContext,
    private readonly onAnswer: () => void,
  ) {}

  /**
   * Hands over the answer to every request once, as it comes. The rest waits for a short trouble to pass, so that a source of one
   * person a call is not asked two thousand times again for the one that failed.
   * @throws SourceUnavailable SourceRejected SourceContractBroken when questions stay open
   */
  async ask(requests: readonly LookupRequest[], take: TakeAnswer): Promise<void> {
    // Lists that a source answers in one call: in a mixed one the trouble of one call would repeat both.
    let open = apartByAddress(requests).flatMap((list) => inBatches(list, this.source.spec.limits.batch));
    for (let fruitless = 0; open.length > 0;) {
      const answeredBefore = this.answered;
      const { failed, trouble } = await this.askOnce(open, take);
      this.call.signal.throwIfAborted();
      fruitless = failed.length === 0 || this.answered > answeredBefore ? 0 : fruitless + 1;
      if (fruitless > 0 && (this.answered === 0 || fruitless > MOST_FRUITLESS_ROUNDS)) throw trouble;
      if (failed.length === open.length)
        await sleep(patienceFor(trouble), undefined, { signal: this.call.signal });
      open = failed;
    }
  }

  /** One round: gives the batches that got no answer, and what the last of them met. */
  private async askOnce(
    open: readonly LookupRequest[][],
    take: TakeAnswer,
  ): Promise<{ failed: LookupRequest[][]; trouble: unknown }> {
    const failed: LookupRequest[][] = [];
    let trouble: unknown = null;
    const handOver = (batch: readonly LookupRequest[], answers: readonly LookupAnswer[]) => {
      if (!answersAll(batch, answers))
        throw new SourceContractBroken('answers that are not those to the questions');
      for (const { ref, candidates } of answers) take(ref, candidates);
      this.answered += answers.length;
      this.onAnswer();
    };
    await eachAtMost(this.source.spec.limits.inFlight, open, async (batch) => {
      try {
        handOver(batch, await this.source.connector.lookup(batch, this.call));
      } catch (error) {
        if (!mayPass(error)) throw error;
        failed.push(batch);
        trouble = error;
      }
    });
    return { failed, trouble };
  }
}

/** No connector may leave a question open in silence: that row would be taken for one of nobody. */
function answersAll(batch: readonly LookupRequest[], answers: readonly LookupAnswer[]): boolean {
  const open = new Set(batch.map(({ ref }) => ref));
  return answers.every(({ ref }) => open.delete(ref)) && open.size === 0;
}

const mayPass = (error: unknown) =>
  error instanceof SourceUnavailable || error instanceof SourceContractBroken;

/** Milliseconds. @throws the trouble itself when the source asked for more patience than there is. */
function patienceFor(trouble: unknown): number {
  const asked = trouble instanceof SourceUnavailable ? (trouble.retryAfterSeconds ?? 1) * 1_000 : 0;
  if (asked > MOST_PATIENCE_MS) throw trouble;
  return asked;
}
