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

const SLOTS = 1 << 15;
const LONGEST_WORD = 12;

/**
 * For words inside a longer text: looked up where they stand, since cutting them out first would cost more than all the rest. A slot
 * holds one word and the next that falls on it takes its place: a hostile file that holds nothing but new ones gains nothing, and
 * short words only means that a whole name is never held.
 */
export function rememberWords<T>(work: (word: string) => T): (text: string, start: number, end: number) => T {
  const slots: ({ readonly word: string; readonly done: T } | undefined)[] = Array.from({ length: SLOTS });
  return (text, start, end) => {
    if (end - start > LONGEST_WORD) return work(text.slice(start, end));
    const slot = slotOf(text, start, end);
    const found = slots[slot];
    if (found !== undefined && standsAt(text, start, end, found.word)) return found.done;
    const word = text.slice(start, end);
    const done = work(word);
    slots[slot] = { word, done };
    return done;
  };
}

function standsAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let index = start; index < end; index++)
    if (text.charCodeAt(index) !== word.charCodeAt(index - start)) return false;
  return true;
}

function slotOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
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
