/** The rows of a chunk that are judged, and where they are kept when the chunk is given back: this worker need not ask about them again. */
import { VerdictSheet } from '../../src/services/results/store-verdicts';
import { type Verification } from '../../src/domain/verdict/verdict';
import { type SeqRange } from '../../src/domain/run/run-state';

/** Verdicts written down and the numbers of their rows; nothing of anybody's values. */
export class JudgedRows {
  readonly sheet: VerdictSheet;
  private readonly seqs = new Set<number>();

  constructor(runId: string) {
    this.sheet = new VerdictSheet(runId);
  }

  add(seq: number, verification: Verification): void {
    this.sheet.add(seq, verification);
    this.seqs.add(seq);
  }

  has(seq: number): boolean {
    return this.seqs.has(seq);
  }

  get size(): number {
    return this.seqs.size;
  }
}

interface Chunk extends SeqRange {
  readonly runId: string;
}

/** More chunks than one worker has under way when its source goes away. */
const MOST_CHUNKS = 16;
/** An answer that is older is no answer about today. */
const KEPT_MS = 10 * 60_000;

/** By its rows and not by its number: a chunk that was halved meanwhile is another one. */
const nameOf = ({ runId, firstSeq, lastSeq }: Chunk) => `${runId}/${firstSeq}-${lastSeq}`;

/** In memory only. */
export class KeptWork {
  private readonly kept = new Map<string, { readonly rows: JudgedRows; readonly end: NodeJS.Timeout }>();

  /** What is kept for this chunk, which is then forgotten here. */
  take(chunk: Chunk): JudgedRows {
    const found = this.kept.get(nameOf(chunk));
    this.forget(nameOf(chunk));
    return found?.rows ?? new JudgedRows(chunk.runId);
  }

  keep(chunk: Chunk, rows: JudgedRows): void {
    if (rows.size === 0) return;
    const name = nameOf(chunk);
    const end = setTimeout(() => this.forget(name), KEPT_MS).unref();
    this.kept.set(name, { rows, end });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_CHUNKS && oldest !== undefined) this.forget(oldest);
  }

  private forget(name: string): void {
    clearTimeout(this.kept.get(name)?.end);
    this.kept.delete(name);
  }
}
