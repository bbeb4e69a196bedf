/** Waiting by condition: tests ask again until the thing is so, and say what it was they waited for when it is not. */

export interface WaitOptions {
  readonly withinMs?: number;
  readonly everyMs?: number;
  /** Completes the sentence "waited in vain for …". */
  readonly what?: string;
}

/** Resolves with the first truthy answer. @throws Error when there was none in time. */
export async function waitFor<T>(
  ask: () => Promise<T> | T,
  options: WaitOptions = {},
): Promise<NonNullable<T>> {
  const until = Date.now() + (options.withinMs ?? 20_000);
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (Date.now() > until) throw new Error(`Waited in vain for ${options.what ?? 'a condition'}.`);
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? 50));
  }
}
