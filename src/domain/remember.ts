/** Remembers what was worked out for a text, for words and cells that come again. */

/** Longer texts seldom come again. */
const LONGEST = 60;

/** Bounded, because a hostile file could hold nothing but new ones. `work` must not give undefined. */
export function remember<T>(work: (text: string) => T, most = 20_000): (text: string) => T {
  const memo = new Map<string, T>();
  return (text) => {
    const known = memo.get(text);
    if (known !== undefined) return known;
    const done = work(text);
    if (text.length > LONGEST) return done;
    if (memo.size >= most) memo.clear();
    memo.set(copyOf(text), done);
    return done;
  };
}

/** Of the last text only: several rules in a row ask about one cell. */
export function rememberLast<T>(work: (text: string) => T): (text: string) => T {
  let last: string | null = null;
  let done: T | undefined;
  return (text) => {
    if (last === text) return done as T;
    done = work(text);
    last = text;
    return done;
  };
}

/** A piece cut from a text may hold on to the whole of it, which is a part of a file; a copy does not. */
export function copyOf(text: string): string {
  return Array.from(text).join('');
}
