/** Keeps the values that come most often, in bounded memory (Misra and Gries 1982). */

export interface Counted {
  readonly text: string;
  readonly count: number;
}

interface Counter {
  readonly text: string;
  /** 0 once it is no longer kept. */
  count: number;
}

/** Counters that were met last, by the mark of their text. */
const SLOTS = 1 << 8;
const NONE: Counter = { text: '', count: 0 };

/** Counts are never too high, and too low by at most rows ÷ `capacity`: whatever is more frequent than that is among them. */
export class HeavyHitters {
  private readonly counters = new Map<string, Counter>();
  private readonly met = Array.from({ length: SLOTS }, () => NONE);

  constructor(private readonly capacity: number) {}

  /** `mark` is any number that goes with the text: what comes again with the same mark is found without a look into the map. */
  add(text: string, mark: number): void {
    const slot = mark & (SLOTS - 1);
    const met = this.met[slot]!;
    if (met.count > 0 && met.text === text) {
      met.count += 1;
      return;
    }
    let counter = this.counters.get(text);
    if (counter !== undefined) counter.count += 1;
    else if (this.counters.size >= this.capacity) return this.shrink();
    else this.counters.set(text, (counter = { text, count: 1 }));
    this.met[slot] = counter;
  }

  private shrink(): void {
    for (const counter of this.counters.values()) {
      counter.count -= 1;
      if (counter.count === 0) this.counters.delete(counter.text);
    }
  }

  top(most: number): Counted[] {
    return [...this.counters.values()]
      .map(({ text, count }) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, most);
  }
}
