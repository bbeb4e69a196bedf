/** Lets a fixed number in at once: each file on its way holds a database connection, and there are only so many. */
import { ClientError } from '../errors';

export class Gate {
  private inside = 0;

  constructor(private readonly places: number) {}

  /** Runs `work` in a free place. @throws ClientError when there is none. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.places) throw new ClientError('TOO_BUSY');
    this.inside += 1;
    try {
      return await work();
    } finally {
      this.inside -= 1;
    }
  }
}
