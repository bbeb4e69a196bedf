/** Tells the watchers of runs how far they are: one look a second at all watched runs together, none while nobody watches. */
import { type DataSource } from 'typeorm';
import { listRunProgress, type RunProgressRow } from '../db/queries/list-run-progress';
import { isSettled } from '../domain/run-state';
import { type Log } from '../log';

const EVERY_MS = 1_000;

interface Watcher {
  readonly runId: string;
  joined: boolean;
  /** The last thing told, to stay silent while nothing moves. */
  told: string;
  /** Not fetched yet; newer news replace older, so a slow reader never piles up a backlog here. */
  news: RunProgressRow | null;
  ended: boolean;
  wake: () => void;
}

export class ProgressFeed {
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly db: DataSource,
    private readonly log: Log,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** How many watch at the moment. */
  get size(): number {
    return this.watchers.size;
  }

  /**
   * The run as it is now, then whenever it moved, then as it ended. Not an async generator: those cannot be left while
   * they wait, and a client that goes away from a run that stands still would be served for ever.
   */
  watch<News>(runId: string, shape: (row: RunProgressRow) => News): AsyncIterableIterator<News> {
    const watcher: Watcher = {
      runId,
      joined: false,
      told: '',
      news: null,
      ended: this.closed,
      wake: () => {},
    };
    const over = { done: true, value: undefined } as const;
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        const news = await this.nextNews(watcher);
        return news ? { done: false, value: shape(news) } : over;
      },
      return: () => {
        this.leave(watcher);
        return Promise.resolve(over);
      },
    };
  }

  /** Lets every watcher go, and waits for a look that is under way. */
  async close(): Promise<void> {
    this.closed = true;
    for (const watcher of [...this.watchers]) this.leave(watcher);
    await this.looking;
  }

  private async nextNews(watcher: Watcher): Promise<RunProgressRow | null> {
    if (!watcher.joined) await this.join(watcher);
    for (;;) {
      const { news } = watcher;
      watcher.news = null;
      if (news) return news;
      if (watcher.ended) break;
      await new Promise<void>((resolve) => (watcher.wake = resolve));
    }
    this.leave(watcher);
    return null;
  }

  private async join(watcher: Watcher): Promise<void> {
    watcher.joined = true;
    const [now] = await listRunProgress(this.db, [watcher.runId]);
    if (!now || watcher.ended || this.closed) return this.leave(watcher);
    this.watchers.add(watcher);
    this.tell(watcher, now);
    this.timer ??= setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = null));
    }, this.everyMs);
  }

  private leave(watcher: Watcher): void {
    watcher.ended = true;
    watcher.news = null;
    this.watchers.delete(watcher);
    if (this.watchers.size === 0 && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    watcher.wake();
  }

  private tell(watcher: Watcher, row: RunProgressRow): void {
    const text = JSON.stringify([row.state, row.done, row.total, row.counts]);
    if (text !== watcher.told) {
      watcher.told = text;
      watcher.news = row;
    }
    if (isSettled(row.state)) watcher.ended = true;
    watcher.wake();
  }

  private async look(): Promise<void> {
    try {
      const ids = [...new Set([...this.watchers].map((watcher) => watcher.runId))];
      const rows = new Map((await listRunProgress(this.db, ids)).map((row) => [row.runId, row]));
      for (const watcher of this.watchers) {
        const row = rows.get(watcher.runId);
        if (row) this.tell(watcher, row);
      }
    } catch (error) {
      // The database may be restarting: whoever watches waits on, the next look may succeed.
      this.log.warn({ err: error }, 'progress could not be read');
    }
  }
}
