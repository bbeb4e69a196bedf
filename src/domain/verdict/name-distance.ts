/** Measures how far two folded names are apart: a slip or two, a word left out, a word shortened, a word written as it sounds. */
import { lacksLetters } from '../resident/lost-letters';
import { canBeSyllable } from '../resident/vietnamese-syllable';

/** Below this many letters one edit makes another name rather than a typing error. */
const SHORTEST_TYPO = 5;

/**
 * True when one insertion, deletion, replacement or exchange of neighbours turns one text into the other, which differ. Linear: the
 * common beginning and end are stripped and what is left must be a single slip.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < SHORTEST_TYPO)
    return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = endA - start;
  const restB = endB - start;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** True when one name is the other with one or two words left out, at least two words remain, and they keep their order. */
export function isWordMissing(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.split(' '), b.split(' ')] : [b.split(' '), a.split(' ')];
  const missing = long.length - short.length;
  if (missing < 1 || missing > 2 || short.length < 2) return false;
  let found = 0;
  for (const word of long) if (found < short.length && word === short[found]) found++;
  return found === short.length;
}

/** Below this many letters the beginning of a name says too little. */
const SHORTEST_BEGINNING = 10;

/** True when the typed name is the beginning of the known one, cut off inside a word: a column was too short for it. */
export function isCutOff(typed: string, known: string): boolean {
  return (
    typed.length >= SHORTEST_BEGINNING &&
    typed.length < known.length &&
    typed.includes(' ') &&
    known.startsWith(typed)
  );
}

/** Longer words are no Vietnamese syllables, and not worth a quadratic comparison. */
export const LONGEST_WORD = 16;

/**
 * True when two edits inside words separate the names, which have equally many words. A word may change in at most half its letters:
 * AN for BA is another name, not two typing errors.
 */
export function isTwoEdits(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length || Math.abs(a.length - b.length) > 2) return false;
  let edits = 0;
  for (const [index, word] of left.entries()) {
    const other = right[index]!;
    if (word === other) continue;
    const longer = Math.max(word.length, other.length);
    if (longer > LONGEST_WORD) return false;
    const distance = editDistance(word, other);
    edits += distance;
    if (edits > 2 || distance * 2 > longer) return false;
  }
  return edits === 2;
}

/** Insertions, deletions, replacements and exchanges of neighbours between two short words (optimal string alignment). */
export function editDistance(a: string, b: string, same = (x: string, y: string) => x === y): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = same(a[row - 1]!, b[column - 1]!) ? 0 : 1;
      let best = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + cost);
      const exchanged =
        row > 1 && column > 1 && same(a[row - 1]!, b[column - 2]!) && same(a[row - 2]!, b[column - 1]!);
      if (exchanged) best = Math.min(best, before[column - 2]! + 1);
      current.push(best);
    }
    before = above;
    above = current;
  }
  return above[b.length]!;
}

/**
 * True when some words of one name stand in the other as their first letters only (Ng. V. An), at least two words are whole in both, and
 * the last one, the given name, is among them.
 */
export function isShortened(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length || left.at(-1) !== right.at(-1)) return false;
  const whole = left.filter((word, index) => word === right[index]).length;
  return (
    whole >= 2 &&
    left.every((word, index) => isInitialOf(word, right[index]!) || isInitialOf(right[index]!, word))
  );
}

/** One letter, or the consonants that open a Vietnamese syllable: N, Ng, Th, Ph … */
function isInitialOf(short: string, word: string): boolean {
  return short === word || (/^(?:[A-Z]|NGH?|[CGKNPT]H|TR|GI|QU)$/.test(short) && word.startsWith(short));
}

/** Openings of a syllable that some region speaks alike, and that are more than one letter apart. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/^TR/, 'CH'],
  [/^GI(?=[AEOU])/, 'D'],
];

/** True when the names differ only in openings that sound alike: TRI and CHI, GIA and DA. */
export function isSpelledAsHeard(a: string, b: string): boolean {
  return a !== b && asHeard(a) === asHeard(b);
}

function asHeard(name: string): string {
  return name
    .split(' ')
    .map((word) => HEARD.reduce((heard, [opening, sound]) => heard.replace(opening, sound), word))
    .join(' ');
}

/**
 * True when the slip left a word that no accents make a Vietnamese syllable, in a name that otherwise has none but such. Nobody is
 * called NGUYRN, so whoever typed it meant one of the few names near it, and the register's is one of them.
 */
export function isNobodysName(typed: string, known: string): boolean {
  const meant = known.split(' ');
  return meant.every(canBeSyllable) && typed.split(' ').some((word) => !canBeSyllable(word));
}

/**
 * True when the typed name is the known one with signs beyond ASCII lost to question marks: NGUY?N TH? HOA, nothing else differs. A space
 * may be among them, where it was one that does not break.
 */
export function hasLostLetters(typed: string, known: string): boolean {
  if (typed.length !== known.length || !lacksLetters(typed)) return false;
  for (let at = 0; at < typed.length; at++) {
    if (typed[at] === known[at]) continue;
    if (!lacksLetters(typed[at]!) || !(known.charCodeAt(at) > 127 || known[at] === ' ')) return false;
  }
  return true;
}
