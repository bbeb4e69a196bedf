/** Recognises names that the rules have nothing to say about, by remembering their words: most names are, and names are made of few words. */
import { rememberWords } from '../remember';
import { foldAccents } from '../resident/syllable';
import { isVietnameseSyllable } from '../resident/vietnamese-syllable';
import { placeTones, titleCase } from './name-case';

/** Sound by themselves, and yet the beginning of a title, of a placeholder or of a name that somebody made up. */
const TELLING = new Set(['Ông', 'Bà', 'Cụ', 'Không', 'Chưa', 'Ko', 'No', 'Thử', 'Khong', 'Trống']);

export const NameState = {
  DOUBTFUL: 0,
  /** Sound once its letters have the right case. */
  CASED: 1,
  /** No rule about names finds anything, save those that look at more than the name. */
  SOUND: 2,
} as const;
export type NameState = (typeof NameState)[keyof typeof NameState];

/** A word that is sound, whether it has an accent, and whether only its case is wrong. */
const SOUND_WORD = 1;
const ACCENTED = 2;
const CASED = 4;
/** As a surname it may have been a Đ. */
const OPENS_WITH_D = 8;
const DOUBTFUL = 0;

/**
 * Two words and more, each a syllable in title case with its tone in place, and at least one with an accent: a name without any may
 * have lost them.
 */
export function readNameState(name: string): NameState {
  let seen = 0;
  let words = 0;
  for (let from = 0; from <= name.length; words += 1) {
    const space = name.indexOf(' ', from);
    const end = space < 0 ? name.length : space;
    const word = judgeWord(name, from, end);
    if (word === DOUBTFUL || (words === 0 && (word & OPENS_WITH_D) !== 0)) return NameState.DOUBTFUL;
    seen |= word;
    from = end + 1;
  }
  if (words < 2 || (seen & ACCENTED) === 0) return NameState.DOUBTFUL;
  return (seen & CASED) === 0 ? NameState.SOUND : NameState.CASED;
}

const judgeWord = rememberWords((word): number => {
  const titled = titleCase(word);
  const judged = judge(titled);
  return judged !== DOUBTFUL && titled !== word ? judged | CASED : judged;
});

/** Of a word in title case, or one that has none. */
function judge(word: string): number {
  // A single letter may be cut off.
  if (word.length < 2 || TELLING.has(word) || word !== word.normalize('NFC')) return DOUBTFUL;
  if (!isVietnameseSyllable(word) || titleCase(word) !== word || placeTones(word) !== word) return DOUBTFUL;
  const accent = foldAccents(word) === word ? 0 : ACCENTED;
  return SOUND_WORD | accent | (word[0] === 'D' ? OPENS_WITH_D : 0);
}
