/** Answers for one word of a name in its forms: as displayed, as the national side sends it, and folded for look-up. */

export interface Word {
  readonly title: string;
  readonly upper: string;
  readonly fold: string;
  /** `upper` as bytes. */
  readonly utf8: Uint8Array;
}

const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[’‘`´ʼ]/g;

/** Upper case without accents, single spaces: the form in which the register compares names that it is asked for. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐ]/g, 'D')
    .replace(APOSTROPHES, "'")
    .toUpperCase()
    .trim()
    .replace(/\s+/g, ' ');
}

const words = new Map<string, Word>();

/** The word of a title-case text; equal texts give the same object. */
export function word(title: string): Word {
  const known = words.get(title);
  if (known !== undefined) return known;
  const normal = title.normalize('NFC');
  const upper = normal.toUpperCase();
  const made = { title: normal, upper, fold: foldName(normal), utf8: new TextEncoder().encode(upper) };
  words.set(title, made);
  return made;
}

/** Space-separated texts as words. */
export function wordsOf(text: string): Word[] {
  return text.split(' ').map(word);
}
