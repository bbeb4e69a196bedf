/** Tells watchers what has changed: one look a second at all that is watched together, none while nobody watches. */
import { type Log } from '../log';

const EVERY_MS = 1_000;

/** What is watched, and how news are told from what is known. */
export interface Snapshots<Row> {
  /** The rows of these topics as they are now. */
  look(topics: readonly string[]): Promise<readonly Row[]>;
  topicOf(row: Row): string;
  /** What the row is about within its topic: newer news of it replace older, so a slow reader piles up no backlog. */
  keyOf(row: Row): string;
  /** Differs whenever the row has something new to tell. */
  versionOf(row: Row): string;
  /** After this row its topic is over. */
  isLast?(row: Row): boolean;
  /** Whether who joins is told what there is, and let go where there is nothing; or only what changes from then on. */
  readonly tellsPresent: boolean;
}

interface Watcher<Row> {
  readonly topic: string;
  readonly keeps: (row: Row) => boolean;
  joined: boolean;
  /** The version last told of each key, to stay silent while nothing moves. */
  told: Map<string, string>;
  /** Not fetched yet, by key. */
  readonly news: Map<string, Row>;
  ended: boolean;
  wake: () => void;
}

export class SnapshotFeed<Row> {
  private readonly watchers = new Set<Watcher<Row>>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly snapshots: Snapshots<Row>,
    private readonly log: Log,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** How many watch at the moment. */
  get size(): number {
    return this.watchers.size;
  }

  /**
   * What the topic has to tell, until it is over or somebody leaves. Not an async generator: those cannot be left while
   * they wait, and a client that goes away from something that stands still would be served for ever.
   */
  watch<News>(
    topic: string,
    shape: (row: Row) => News,
    keeps: (row: Row) => boolean = () => true,
  ): AsyncIterableIterator<News> {
    const watcher: Watcher<Row> = {
      topic,
      keeps,
      joined: false,
      told: new Map(),
      news: new Map(),
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
        return news ? { done: false, value: shape(news.row) } : over;
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

  private async nextNews(watcher: Watcher<Row>): Promise<{ row: Row } | null> {
    if (!watcher.joined) await this.join(watcher);
    for (;;) {
      const [next] = watcher.news;
      if (next) {
        watcher.news.delete(next[0]);
        return { row: next[1] };
      }
      if (watcher.ended) break;
      await new Promise<void>((resolve) => (watcher.wake = resolve));
    }
    this.leave(watcher);
    return null;
  }

  private async join(watcher: Watcher<Row>): Promise<void> {
    watcher.joined = true;
    const present = await this.snapshots.look([watcher.topic]);
    const { tellsPresent } = this.snapshots;
    if (watcher.ended || this.closed || (tellsPresent && present.length === 0)) return this.leave(watcher);
    this.watchers.add(watcher);
    this.tell(watcher, present);
    if (!tellsPresent) watcher.news.clear();
    this.timer ??= setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = null));
    }, this.everyMs);
  }

  private leave(watcher: Watcher<Row>): void {
    watcher.ended = true;
    watcher.news.clear();
    this.watchers.delete(watcher);
    if (this.watchers.size === 0 && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    watcher.wake();
  }

  private tell(watcher: Watcher<Row>, rows: readonly Row[]): void {
    const seen = new Map<string, string>();
    for (const row of rows) {
      const [key, version] = [this.snapshots.keyOf(row), this.snapshots.versionOf(row)];
      seen.set(key, version);
      if (watcher.told.get(key) !== version && watcher.keeps(row)) watcher.news.set(key, row);
      if (this.snapshots.isLast?.(row)) watcher.ended = true;
    }
    watcher.told = seen;
    watcher.wake();
  }

  private async look(): Promise<void> {
    try {
      const topics = [...new Set([...this.watchers].map((watcher) => watcher.topic))];
      const rows = new Map<string, Row[]>();
      for (const row of await this.snapshots.look(topics)) {
        const topic = this.snapshots.topicOf(row);
        rows.set(topic, [...(rows.get(topic) ?? []), row]);
      }
      for (const watcher of this.watchers) this.tell(watcher, rows.get(watcher.topic) ?? []);
    } catch (error) {
      // The database may be restarting: whoever watches waits on, the next look may succeed.
      this.log.warn({ err: error }, 'what is watched could not be read');
    }
  }
}
