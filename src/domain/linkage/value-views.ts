/** The views a model file may take of a value: a coarser text that is equal more often than the value itself, for keys and levels. */
import { foldWithIY, normalizeName, sortedFold } from '../resident/person-name';
import { foldAccents } from '../resident/syllable';

/** Gives null where the view says nothing, which is never equal to anything. */
export type ValueView = (value: string, length: number) => string | null;

const VIEWS: Readonly<Record<string, ValueView>> = {
  value: (value) => value,
  /** Accents and punctuation dropped. */
  fold: (value) => orNull(foldOf(value)),
  /** The fold with a lone y written i. */
  'fold-iy': (value) => orNull(foldWithIY(foldOf(value))),
  /** The words of the fold in alphabetical order. */
  'sorted-words': (value) => orNull(sortedFold(foldOf(value))),
  'first-word': (value) => orNull(firstWord(foldOf(value))),
  'last-word': (value) => orNull(lastWord(foldOf(value))),
  /** The last word with its accents. */
  'last-word-exact': (value) => orNull(lastWord(value)),
  /** First and last word: surname and given name, whatever stands between. */
  'outer-words': (value) => outerWords(foldOf(value)),
  initials: (value) => orNull(initialsOf(foldOf(value))),
  prefix: (value, length) => (value.length < length ? null : value.slice(0, length)),
  suffix: (value, length) => (value.length < length ? null : value.slice(-length)),
  /** Without its last letters: the outward half of a postcode. */
  'without-suffix': (value, length) => (value.length <= length ? null : value.slice(0, -length)),
  /** Dates: the value when it is known to the day, when only the year is known, and the year in any case. */
  'full-date': (value) => (value.length === 8 ? value : null),
  'year-only': (value) => (value.length === 4 ? value : null),
  year: (value) => (value.length >= 4 ? value.slice(0, 4) : null),
  /** A full date in which day and month stand in order of size, so that 12/03 and 03/12 are one. */
  'day-month-sorted': sortDayAndMonth,
};

/** A view bound to its length, such as `prefix(3)`; null when there is no such view. */
export function findView(reference: string): ((value: string) => string | null) | null {
  const match = /^([a-z-]+)(?:\((\d{1,2})\))?$/.exec(reference);
  const view = match ? VIEWS[match[1]!] : undefined;
  if (view === undefined) return null;
  const length = Number(match?.[2] ?? 1);
  return (value) => view(value, length);
}

export const VIEW_NAMES: readonly string[] = Object.keys(VIEWS);

const orNull = (text: string): string | null => (text === '' ? null : text);
/** Values are in capitals and clean already: only what holds other signs than letters needs the long way. */
const PLAIN = /^[A-Z0-9 ]*$/;
function foldOf(value: string): string {
  const folded = foldAccents(value);
  return PLAIN.test(folded) ? folded : normalizeName(value).fold;
}

function firstWord(text: string): string {
  const space = text.indexOf(' ');
  return space < 0 ? text : text.slice(0, space);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function outerWords(text: string): string | null {
  return text.includes(' ') ? `${firstWord(text)} ${lastWord(text)}` : null;
}

function initialsOf(text: string): string {
  let initials = '';
  for (let index = 0; index < text.length; index++)
    if (text[index] !== ' ' && (index === 0 || text[index - 1] === ' ')) initials += text[index]!;
  return initials;
}

function sortDayAndMonth(value: string): string | null {
  if (value.length !== 8) return null;
  const [month, day] = [value.slice(4, 6), value.slice(6)];
  return value.slice(0, 4) + (month < day ? month + day : day + month);
}
