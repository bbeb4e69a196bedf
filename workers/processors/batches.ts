/** Works through much in batches, with few of them under way: what is waiting has not been read yet and weighs nothing. */

export function inBatches<T>(all: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < all.length; from += size) batches.push(all.slice(from, from + size));
  return batches;
}

/**
 * Works through a list with at most `most` under way, in order. After an error nothing more is begun; it is thrown once those under way
 * are over, and it is the first by time: the others may only be what came of it.
 */
export async function eachAtMost<T>(
  most: number,
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  let next = 0;
  const lane = async () => {
    while (next < list.length && errors.length === 0)
      await work(list[next++]!).catch((error: unknown) => void errors.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, lane));
  if (errors.length > 0) throw errors[0];
}
