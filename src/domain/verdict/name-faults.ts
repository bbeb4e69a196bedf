/** Lays two names against each other word by word, whatever their order, and counts the faults that make one what was typed for the other. */
import { lacksLetters } from '../resident/lost-letters';
import { foldAccents } from '../resident/syllable';
import { editDistance, LONGEST_WORD } from './name-distance';

/** More of them leave too little of a name. */
const MOST_FAULTS = 2;
/** Longer names are not laid against each other: the search tries every order. */
const MOST_WORDS = 6;

export interface NameFaults {
  readonly faults: number;
  /** Words that are the same in both but for accents. */
  readonly sameWords: number;
  /** No word is missing, added or in another place. */
  readonly wordForWord: boolean;
}

/**
 * The fewest faults, at most two, that make the known name what was typed: an edit within a word, the last word cut off, one word left
 * out or one too many, one in another place. Letters lost to question marks come on top, where nothing contradicts. Both names in normal
 * form with their accents: only letters beyond ASCII are lost. Null when it takes more, or when nothing but one word was typed.
 */
export function countNameFaults(typed: string, known: string): NameFaults | null {
  const [words, meant] = [foldAccents(typed).split(' '), known.split(' ')];
  const few = words.length >= 2 && words.length <= MOST_WORDS && meant.length <= MOST_WORDS;
  if (!few || Math.abs(words.length - meant.length) > 1) return null;
  let best: NameFaults | null = null;
  const added = Math.max(0, words.length - meant.length);
  const missing = Math.max(0, meant.length - words.length);

  const place = (at: number, places: readonly number[], faults: number, sameWords: number): void => {
    if (faults > MOST_FAULTS || (best !== null && faults >= best.faults)) return;
    if (at === words.length) {
      const moved = wordsMoved(places);
      const total = faults + moved;
      if (total <= MOST_FAULTS && (best === null || total < best.faults))
        best = { faults: total, sameWords, wordForWord: added + missing + moved === 0 };
      return;
    }
    for (const [index, word] of meant.entries()) {
      if (places.includes(index)) continue;
      const cost = faultsBetween(words[at]!, word, at === words.length - 1);
      place(at + 1, [...places, index], faults + cost, sameWords + (cost === 0 ? 1 : 0));
    }
    if (added > at - places.length) place(at + 1, places, faults, sameWords);
  };
  place(0, [], added + missing, 0);
  return best;
}

/** 0 when the places ascend, 1 when they do without one of them, more than a name can bear otherwise. */
function wordsMoved(places: readonly number[]): number {
  const ascends = (some: readonly number[]) => some.every((place, at) => at === 0 || place > some[at - 1]!);
  if (ascends(places)) return 0;
  return places.some((_, left) => ascends(places.filter((__, at) => at !== left))) ? 1 : Infinity;
}

/** `word` without accents, `meant` with them. */
function faultsBetween(word: string, meant: string, isLast: boolean): number {
  const longer = Math.max(word.length, meant.length);
  if (longer > LONGEST_WORD) return Infinity;
  const distance = editDistance(word, meant, mayStandFor);
  if (distance > 0 && isLast && word.length < meant.length && foldAccents(meant).startsWith(word)) return 1;
  return distance * 2 > longer ? Infinity : distance;
}

function mayStandFor(sign: string, letter: string): boolean {
  return sign === foldAccents(letter) || (lacksLetters(sign) && letter.charCodeAt(0) > 127);
}
