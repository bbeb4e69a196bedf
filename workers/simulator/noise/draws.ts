/** Answers for chance in the dirty file: each class draws from its own stream, so that one can be switched off without moving the others. */
import { hash, streamKey, uniform } from '../register/hash';

/** Draws of one class in one row: the first says whether the class strikes, the next ones say how. */
export class Draws {
  private turn = 1;

  constructor(
    private readonly key: number,
    private readonly row: number,
  ) {}

  /** A number in [0, 1). */
  next(): number {
    this.turn += 1;
    return uniform(hash(this.key, this.turn), this.row);
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.below(list.length)] as T;
  }
}

interface Stream {
  readonly key: number;
  /** The key of the first draw, which is asked for in every row. */
  readonly first: number;
}

export class Streams {
  private readonly streams = new Map<string, Stream>();

  constructor(private readonly seed: number) {}

  /** The draws of a class for a row when it strikes with this rate, else null. */
  strike(name: string, row: number, rate: number): Draws | null {
    if (rate <= 0) return null;
    const stream = this.streams.get(name) ?? this.opened(name);
    return uniform(stream.first, row) < rate ? new Draws(stream.key, row) : null;
  }

  private opened(name: string): Stream {
    const key = streamKey(this.seed, name);
    const stream = { key, first: hash(key, 1) };
    this.streams.set(name, stream);
    return stream;
  }
}
