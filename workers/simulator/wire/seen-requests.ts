/** Answers for whether a request id was answered before: the last ones are kept, the oldest half is forgotten first. */

export class SeenRequests {
  private recent = new Set<string>();
  private older = new Set<string>();

  constructor(private readonly capacity = 100_000) {}

  has(id: string): boolean {
    return this.recent.has(id) || this.older.has(id);
  }

  add(id: string): void {
    this.recent.add(id);
    if (this.recent.size < this.capacity) return;
    this.older = this.recent;
    this.recent = new Set();
  }
}
