/** Keeps what a source has answered for a chunk that was given back, so that this worker need not ask for it again. In memory only. */
import { type RegisterPerson } from '../../src/domain/resident/resident';

/** By `ref` and kind of key: a row is asked about at most once in each way. */
export type ChunkAnswers = Map<string, readonly RegisterPerson[]>;

interface Chunk {
  readonly runId: string;
  readonly no: number;
}

/** More chunks than one worker has under way when its source goes away. */
const MOST_CHUNKS = 16;
/** An answer that is older is no answer about today, and people must not stay in memory for nothing. */
const KEPT_MS = 10 * 60_000;

const nameOf = ({ runId, no }: Chunk) => `${runId}/${no}`;

export class KeptAnswers {
  private readonly kept = new Map<string, { readonly answers: ChunkAnswers; readonly end: NodeJS.Timeout }>();

  /** What is kept for this chunk, which is then forgotten here. */
  take(chunk: Chunk): ChunkAnswers {
    const found = this.kept.get(nameOf(chunk));
    this.forget(nameOf(chunk));
    return found?.answers ?? new Map();
  }

  keep(chunk: Chunk, answers: ChunkAnswers): void {
    if (answers.size === 0) return;
    const name = nameOf(chunk);
    const end = setTimeout(() => this.forget(name), KEPT_MS).unref();
    this.kept.set(name, { answers, end });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_CHUNKS && oldest !== undefined) this.forget(oldest);
  }

  private forget(name: string): void {
    clearTimeout(this.kept.get(name)?.end);
    this.kept.delete(name);
  }
}
