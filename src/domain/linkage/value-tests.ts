/** The tests a model file may name in a level: each says whether two unequal values relate in one particular way. */
import { DateRelation, relateDates, type PartialDate } from '../resident/birth-date';
import { digitSlip } from '../resident/digit-slip';
import { hasLostLetters, isOneEdit, isShortened, isTwoEdits, isWordMissing } from '../verdict/name-distance';
import { countNameFaults } from '../verdict/name-faults';
import { jaroWinkler } from './jaro-winkler';

/** `at` is the model's bound, for tests that have one. */
export type ValueTest = (left: string, right: string, at: number) => boolean;

export const VALUE_TESTS: Readonly<Record<string, ValueTest>> = {
  same: (left, right) => left === right,
  /** Strings of digits: one wrong digit, or two neighbours exchanged. */
  'digit-slip': (left, right) => digitSlip(left, right) !== null,
  /** One is the other with question marks for letters beyond ASCII. */
  'letters-lost': (left, right) => hasLostLetters(left, right) || hasLostLetters(right, left),
  'one-edit': isOneEdit,
  'two-edits': isTwoEdits,
  /** Two faults of any kind in names of which two words at least are whole. */
  'two-faults': (left, right) =>
    shareTwoWords(left, right) &&
    (countNameFaults(left, right) !== null || countNameFaults(right, left) !== null),
  /** One or two words left out. */
  'word-missing': isWordMissing,
  /** Some words written as initials. */
  shortened: isShortened,
  /** Jaro–Winkler similarity of at least `at`, 0 … 1. */
  'jaro-winkler': (left, right, at) => jaroWinkler(left, right) >= at,
  'date-compatible': (left, right) => relate(left, right) === DateRelation.COMPATIBLE,
  'date-swapped': (left, right) => relate(left, right) === DateRelation.SWAP_DM,
  'date-slip': (left, right) => {
    const relation = relate(left, right);
    return relation === DateRelation.DIGIT1 || relation === DateRelation.TRANSPOSE;
  },
  /** One is 1 January of the other's year: it may stand for a day that was not known. */
  'date-stand-in': (left, right) =>
    left.length === 8 &&
    right.length === 8 &&
    left.slice(0, 4) === right.slice(0, 4) &&
    left.endsWith(JANUARY_FIRST) !== right.endsWith(JANUARY_FIRST),
  /** The years are at most `at` apart and the rest is the same. */
  'date-years-apart': (left, right, at) =>
    left.length === 8 &&
    left.slice(4) === right.slice(4) &&
    Math.abs(Number(left.slice(0, 4)) - Number(right.slice(0, 4))) <= at,
  /** Holds for whatever is left: the last level of a comparison. */
  otherwise: () => true,
};

const JANUARY_FIRST = '0101';

export const TEST_NAMES: readonly string[] = Object.keys(VALUE_TESTS);

/** Nearly all pairs are of strangers: this is what they cost. */
function shareTwoWords(left: string, right: string): boolean {
  const words = right.split(' ');
  return left.split(' ').filter((word) => words.includes(word)).length >= 2;
}

function relate(left: string, right: string): DateRelation {
  return relateDates(dateOf(left), dateOf(right));
}

function dateOf(value: string): PartialDate {
  const year = Number(value.slice(0, 4));
  if (value.length < 6) return { year };
  const month = Number(value.slice(4, 6));
  return value.length < 8 ? { year, month } : { year, month, day: Number(value.slice(6)) };
}
