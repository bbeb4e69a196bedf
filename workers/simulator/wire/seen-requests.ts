/** Answers for whether a request id was answered before: the last ones are kept, the oldest half is forgotten first. */

export class SeenRequests {
  private recent = new Set<string>();
  private older = new Set<string>();

  constructor(private readonly capacity = 100_000) {}

  /** True the first time an id is shown. */
  isFirst(id: string): boolean {
    if (this.recent.has(id) || this.older.has(id)) return false;
    this.recent.add(id);
    if (this.recent.size >= this.capacity) {
      this.older = this.recent;
      this.recent = new Set();
    }
    return true;
  }
}
