/** Answers for waiting times that can be cut short when the service ends. */

export class Waiting {
  private readonly open = new Map<NodeJS.Timeout, () => void>();
  private ended = false;

  wait(milliseconds: number): Promise<void> {
    if (this.ended) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(), milliseconds);
      const done = (): void => {
        clearTimeout(timer);
        this.open.delete(timer);
        resolve();
      };
      this.open.set(timer, done);
    });
  }

  end(): void {
    this.ended = true;
    for (const done of [...this.open.values()]) done();
  }
}
