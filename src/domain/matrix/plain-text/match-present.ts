/** Divides the prose of a row among its cells by what those cells say today. */
import { wordsOf } from './text-lines';

/** A piece of prose is that of a cell when so much of the words of both is the same: the rest is what was edited. */
const SAME_CELL_SHARE = 0.8;
/** Dividing takes the square of the lines; a longer row is no row of a matrix. */
const MOST_LINES = 600;

/** For each of the present texts, in order, the lines that are its; null when some text cannot be found again. */
export function matchPresent(lines: readonly string[], present: readonly string[]): string[][] | null {
  if (present.length === 0 || lines.length < present.length || lines.length > MOST_LINES) return null;
  // best[n]: how the first n lines are divided best among the texts so far.
  let best: (Division | null)[] = lines.map(() => null);
  let before: (Division | null)[] = [{ score: 0, ends: [] }, ...best];
  const words = lines.map(wordsOf);
  for (const text of present) {
    best = [null, ...lines.map(() => null)];
    for (const [start, division] of before.entries()) {
      if (!division) continue;
      const shares = sharesFrom(words, start, wordsOf(text));
      for (const [index, share] of shares.entries()) {
        const end = start + index + 1;
        const score = division.score + share;
        if (share >= SAME_CELL_SHARE && score > (best[end]?.score ?? 0))
          best[end] = { score, ends: [...division.ends, end] };
      }
    }
    before = best;
  }
  return best[lines.length]?.ends.map((end, index, ends) => lines.slice(ends[index - 1] ?? 0, end)) ?? null;
}

interface Division {
  readonly score: number;
  readonly ends: readonly number[];
}

/** For every end, which share of the words of both `lines[start … end]` and the text the two have in common (Dice's coefficient). */
function sharesFrom(lines: readonly string[][], start: number, text: readonly string[]): number[] {
  const left = new Map<string, number>();
  for (const word of text) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  let length = 0;
  return lines.slice(start).map((words) => {
    for (const word of words) {
      const count = left.get(word) ?? 0;
      if (count > 0) common += 1;
      left.set(word, count - 1);
    }
    length += words.length;
    return (2 * common) / (length + text.length);
  });
}
