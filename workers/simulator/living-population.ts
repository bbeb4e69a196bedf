/** Answers for the register as it is now: the procedural population, the events added to it, and how badly it is kept. */
import { createMemoryStore, type EventStore, openPostgresStore } from './event-store';
import { withDirtyRecords } from './register/dirty-records';
import { EventOverlay, withEvents } from './register/event-overlay';
import { type LifeEventRequest } from './register/life-event-request';
import { type Person } from './register/person';
import { createRegister, type Register } from './register/register';

/** An attacker of a sandbox must not fill its memory. */
const MOST_EVENTS = 100_000;

export class LivingPopulation {
  private readonly base: Register;
  private readonly overlay: EventOverlay;
  private dirtyShare = 0;
  private shown: Register;
  private events = 0;
  /** Events are applied one after another, in the order in which they are stored. */
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    options: { people: number; seed: number },
    private readonly store: EventStore,
  ) {
    this.base = createRegister(options);
    this.overlay = new EventOverlay(this.base);
    this.shown = this.base;
  }

  static async open(options: {
    people: number;
    seed: number;
    databaseUrl?: string;
  }): Promise<LivingPopulation> {
    const { databaseUrl } = options;
    const store =
      databaseUrl === undefined ? createMemoryStore() : await openPostgresStore(databaseUrl, options);
    const population = new LivingPopulation(options, store);
    for (const event of await store.load()) {
      if (population.overlay.problemWith(event) === null) population.overlay.apply(event);
      population.events += 1;
    }
    population.show();
    return population;
  }

  register(): Register {
    return this.shown;
  }

  count(): number {
    return this.events;
  }

  keepBadly(share: number): void {
    this.dirtyShare = share;
    this.show();
  }

  /** Stores and applies an event; gives the person as it stands now, or a sentence that says why it cannot be. */
  add(event: LifeEventRequest): Promise<Person | string> {
    return this.inTurn(async () => {
      if (this.events >= MOST_EVENTS) return 'there are too many events; clear them first';
      const problem = this.overlay.problemWith(event);
      if (problem !== null) return problem;
      await this.store.append(event);
      const applied = this.overlay.apply(event);
      this.events += 1;
      this.show();
      return applied;
    });
  }

  clear(): Promise<void> {
    return this.inTurn(async () => {
      await this.store.clear();
      this.overlay.clear();
      this.events = 0;
      this.show();
    });
  }

  async close(): Promise<void> {
    await this.queue;
    await this.store.close();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private show(): void {
    this.shown = withDirtyRecords(withEvents(this.base, this.overlay), this.dirtyShare);
  }
}
