/** Does something again and again until it is stopped, one round at a time; a round that fails is told, and the next one comes. */
export interface Repetition {
  /** No further round begins; resolves when the one under way is over. */
  stop(): Promise<void>;
}

export interface RepeatOptions {
  readonly everyMs: number;
  /** The first round begins now, and not only after `everyMs`. */
  readonly atOnce?: boolean;
  onTrouble(error: unknown): void;
}

/** A round that takes longer than `everyMs` swallows those that would begin meanwhile. */
export function repeat(
  round: () => Promise<unknown>,
  { everyMs, atOnce = false, onTrouble }: RepeatOptions,
): Repetition {
  let busy = false;
  let current: Promise<void> = Promise.resolve();
  const once = async () => {
    busy = true;
    try {
      await round();
    } catch (error) {
      onTrouble(error);
    } finally {
      busy = false;
    }
  };
  if (atOnce) current = once();
  const timer = setInterval(() => {
    if (!busy) current = once();
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return current;
    },
  };
}
