/** Batching: many small questions of one request become one statement, however many; the cost limit bounds them. */
import DataLoader from 'dataloader';

export interface BatchOptions {
  /** Off where the request lives on and would see old answers. */
  readonly cache: boolean;
}

/** One row for each key, or null. */
export function oneByKey<Row>(
  options: BatchOptions,
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await fetch([...new Set(keys)])).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { cache: options.cache },
  );
}

/** The rows of each key, in the order in which the query gave them. */
export function manyByKey<Row>(
  options: BatchOptions,
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(
    async (keys) => {
      const rows = groupBy(await fetch([...new Set(keys)]), keyOf);
      return keys.map((key) => rows.get(key) ?? []);
    },
    { cache: options.cache },
  );
}

/**
 * For lists that take arguments: keys with equal arguments share a statement. `fetch` gets the subjects of one such
 * group and answers in their order.
 */
export function byArguments<Subject, Arguments extends object, Answer>(
  options: BatchOptions,
  fetch: (subjects: readonly Subject[], given: Arguments) => Promise<readonly Answer[]>,
): DataLoader<{ readonly subject: Subject; readonly given: Arguments }, Answer, string> {
  type Key = { readonly subject: Subject; readonly given: Arguments };
  return new DataLoader<Key, Answer, string>(
    async (keys) => {
      const groups = groupBy([...keys.entries()], ([, key]) => JSON.stringify(key.given));
      const answers: Answer[] = new Array(keys.length);
      for (const members of groups.values()) {
        const found = await fetch(
          members.map(([, key]) => key.subject),
          members[0]![1].given,
        );
        members.forEach(([index], place) => (answers[index] = found[place]!));
      }
      return answers;
    },
    { cache: options.cache, cacheKeyFn: (key) => JSON.stringify(key) },
  );
}

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
