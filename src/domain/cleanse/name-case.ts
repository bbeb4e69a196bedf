/** Writes a name in title case by syllable, and moves tone marks to the house place, letter for letter. */
import { rememberWords } from '../remember';
import { isOrdinaryText } from '../resident/clean-text';
import { lacksLetters } from '../resident/lost-letters';
import { placeTone } from '../resident/syllable';
import { isVietnameseSyllable } from '../resident/vietnamese-syllable';

/** A capital inside a word after a small letter: two words grown together, or a foreign name. Rule N08 looks at those. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}\p{Ll}/u;
const AFTER_BREAK = /(^|[\s'(/-])(\p{Ll})/gu;

/** nguyễn THỊ hoà → Nguyễn Thị Hoà; H'MAI → H'Mai; Y-BIH → Y-Bih; ÊÑUÔL → Êñuôl. Words with letters of other scripts stay. */
export function titleCase(name: string): string {
  return mapWords(name, titleOf);
}

/** Letters of the Latin script with whatever marks: minority names have ñ, č and ŭ (Êñuôl, Kpă), which Vietnamese has not, and lost letters are letters. */
const LATIN = /^[\p{Script=Latin}\p{M}'’()/?\uFFFD-]+$/u;

/** Case can be changed without loss: not so for ß or İ. */
const keepsLetters = (word: string) =>
  [word.toLowerCase(), word.toUpperCase()].every(({ length }) => length === word.length);

/** A question mark may stand for a letter, or for a space that was not one: what follows keeps its case unless all are alike. */
const isMixed = (word: string) => /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word);

function titleWord(word: string): string {
  if (INNER_CAPITAL.test(word) || (lacksLetters(word) && isMixed(word))) return word;
  if (!isOrdinaryText(word) && !(LATIN.test(word) && keepsLetters(word))) return word;
  return word
    .toLowerCase()
    .replace(AFTER_BREAK, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The tone mark where the house style has it (Hòa, Khỏe, Thủy, Quý); case stays as it was, letter by letter. */
export function placeTones(name: string): string {
  return mapWords(name, tonesOf);
}

function placeToneIn(word: string): string {
  if (!MAY_MOVE.test(word) || !isVietnameseSyllable(word)) return word;
  const upper = word.toUpperCase();
  const placed = placeTone(upper);
  if (placed === upper || placed.length !== word.length) return word;
  return [...placed].map((letter, at) => (word[at] === upper[at] ? letter : letter.toLowerCase())).join('');
}

/** Two vowels in a row with a tone on one of them; everything else has but one place for it. */
const MAY_MOVE =
  /[aeiouyăâêôơư][àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự]|[àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự][aeiouyăâêôơư]/i;
/** The other school's place, which is no mistake: hoà, khoẻ, thuỷ at the end of a syllable. */
const OTHER_SCHOOL = /(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])$/;

/** True when every word whose tone moves follows the other school of spelling. */
export function isOtherSchool(before: string, after: string): boolean {
  const placed = after.split(' ');
  return before
    .split(' ')
    .every((word, at) => word === placed[at] || (OTHER_SCHOOL.test(word) && !/^q/i.test(word)));
}

const titleOf = rememberWords(titleWord);
const tonesOf = rememberWords(placeToneIn);

function mapWords(text: string, of: (text: string, start: number, end: number) => string): string {
  let mapped = '';
  for (let start = 0; start <= text.length;) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    const word = of(text, start, end);
    mapped = start === 0 ? word : `${mapped} ${word}`;
    start = end + 1;
  }
  return mapped;
}
