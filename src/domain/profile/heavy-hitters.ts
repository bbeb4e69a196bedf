/** Keeps the values that come most often, in bounded memory (Misra and Gries 1982). */

export interface Counted {
  readonly text: string;
  readonly count: number;
}

/** Counts are never too high, and too low by at most rows ÷ `capacity`: whatever is more frequent than that is among them. */
export class HeavyHitters {
  private readonly counts = new Map<string, number>();

  constructor(private readonly capacity: number) {}

  add(text: string): void {
    const count = this.counts.get(text);
    if (count !== undefined) this.counts.set(text, count + 1);
    else if (this.counts.size < this.capacity) this.counts.set(text, 1);
    else this.shrink();
  }

  private shrink(): void {
    for (const [text, count] of this.counts) {
      if (count === 1) this.counts.delete(text);
      else this.counts.set(text, count - 1);
    }
  }

  top(most: number): Counted[] {
    return [...this.counts]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, most);
  }
}
