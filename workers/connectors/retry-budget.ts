/** Holds trying again to a share of the calls, so that a source in trouble is not asked twice as often because of it. */

export class RetryBudget {
  private tokens: number;

  /** `share` of first calls that may be repeated; `reserve` repeats may be saved up, and are there at the start. */
  constructor(
    private readonly share: number,
    private readonly reserve: number,
  ) {
    this.tokens = reserve;
  }

  /** To be told of every first call. */
  earn(): void {
    this.tokens = Math.min(this.reserve, this.tokens + this.share);
  }

  /** True when one repeat is granted. */
  spend(): boolean {
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
