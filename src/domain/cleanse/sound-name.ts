/** Recognises names that the rules have nothing to say about, by remembering their words: most names are, and names are made of few words. */
import { foldAccents } from '../resident/syllable';
import { isVietnameseSyllable } from '../resident/vietnamese-syllable';
import { placeTones, titleCase } from './name-case';

/** Sound by themselves, and yet the beginning of a title, of a placeholder or of a name that somebody made up. */
const TELLING = new Set(['Ông', 'Bà', 'Cụ', 'Không', 'Chưa', 'Ko', 'No', 'Thử', 'Khong', 'Trống']);

const Word = { DOUBTFUL: 0, PLAIN: 1, ACCENTED: 2 } as const;
type Word = (typeof Word)[keyof typeof Word];

const MEMO_LIMIT = 20_000;
const memo = new Map<string, Word>();

/**
 * True when no rule about names finds anything, save those that look at more than the name. Two words and more, each a syllable in
 * title case with its tone in place, and at least one with an accent: a name without any may have lost them.
 */
export function isSoundName(name: string): boolean {
  let accented = false;
  let words = 0;
  for (let from = 0; from <= name.length; words += 1) {
    const space = name.indexOf(' ', from);
    const end = space < 0 ? name.length : space;
    const word = judgeWord(name.slice(from, end));
    if (word === Word.DOUBTFUL) return false;
    if (word === Word.ACCENTED) accented = true;
    from = end + 1;
  }
  return accented && words > 1;
}

function judgeWord(word: string): Word {
  const known = memo.get(word);
  if (known !== undefined) return known;
  // Bounded, because a hostile file could hold nothing but new ones.
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const judged = judge(word);
  memo.set(word, judged);
  return judged;
}

function judge(word: string): Word {
  // A single letter may be cut off; a D may have been a Đ.
  if (word.length < 2 || word[0] === 'D' || TELLING.has(word) || word !== word.normalize('NFC'))
    return Word.DOUBTFUL;
  if (!isVietnameseSyllable(word) || titleCase(word) !== word || placeTones(word) !== word)
    return Word.DOUBTFUL;
  return foldAccents(word) === word ? Word.PLAIN : Word.ACCENTED;
}
