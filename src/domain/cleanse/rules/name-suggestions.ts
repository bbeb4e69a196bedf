/** Group N, second half: what a name probably was. A person decides; nothing here is ever applied by itself. */
import { isOrdinaryText } from '../../resident/clean-text';
import { foldAccents } from '../../resident/syllable';
import { isVietnameseSyllable } from '../../resident/vietnamese-syllable';
import { lacksLetters, lacksLettersInWord } from '../../resident/lost-letters';
import { isSyllableWithoutAccents } from '../keystrokes';
import { isKnownSurname, NamePart, spellingsOf, syllablesLike } from '../name-lexicon';
import { ChangeMode, type CellRule, type Finding } from '../rule';
import { NAME } from './fields';

const TITLE =
  /^(?:Ông|Bà|Cụ)\s+(?=(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)\s+\p{L})|\s*\((?:đã )?(?:mất|chết|từ trần)\)|,?\s+(?:Jr|Sr)\.?$/giu;
const DOUBLE_D = /\bDd/g;
/** Suggestions for one name without accents. */
const MOST_SPELLINGS = 3;

function partAt(at: number, words: number): NamePart {
  if (at === 0) return NamePart.SURNAME;
  return at === words - 1 ? NamePart.GIVEN : NamePart.MIDDLE;
}

function restoreLost(name: string): Finding | null {
  const words = name.split(' ');
  const fixed = words.map((word, at) => {
    if (word.length > 8 || !lacksLetters(word)) return word;
    const fits = syllablesLike(word.replaceAll('\uFFFD', '?'), partAt(at, words.length));
    return fits.length === 1 ? fits[0]! : word;
  });
  const after = fixed.join(' ');
  return after === name ? null : { after, confidence: lacksLetters(after) ? 0.4 : 0.8 };
}

/** The likeliest spellings of the whole name: the best one, then those that differ from it in one word. */
function restoreAccents(name: string): readonly Finding[] | null {
  if (!/^[A-Za-z ]+$/.test(name) || !name.includes(' ')) return null;
  const words = name.split(' ');
  // Phan Thanh Minh and Kim Anh Tha are names as they stand; Mone and Wilson are no Vietnamese words.
  if (!words.every(isSyllableWithoutAccents) || words.every(mayStandSo)) return null;
  const choices = words.map((word, at) => {
    const found = spellingsOf(word, partAt(at, words.length));
    return found.length > 0 ? found : [word];
  });
  const best = choices.map((choice) => choice[0]!);
  const names = [best.join(' ')];
  for (let rank = 1; rank <= 2; rank++) {
    for (let at = words.length - 1; at > 0; at--) {
      const other = choices[at]![rank];
      if (other !== undefined) names.push([...best.slice(0, at), other, ...best.slice(at + 1)].join(' '));
    }
  }
  const told = [...new Set(names)].slice(0, MOST_SPELLINGS).filter((spelling) => spelling !== name);
  return told.length === 0
    ? null
    : told.map((after, rank) => ({ after, confidence: [0.5, 0.2, 0.1][rank]! }));
}

/** Known by this very spelling, or not known at all. */
function mayStandSo(word: string, at: number, words: readonly string[]): boolean {
  const known = spellingsOf(word, partAt(at, words.length));
  return known.length === 0 || known.includes(word);
}

function guessD(name: string): Finding | null {
  const doubled = name.replaceAll(DOUBLE_D, 'Đ');
  if (doubled !== name) return { after: doubled, confidence: 0.9 };
  const [surname = '', ...rest] = name.split(' ');
  const meant = `Đ${surname.slice(1)}`;
  const slip =
    surname[0] === 'D' && !isKnownSurname(surname) && isKnownSurname(meant) && isVietnameseSyllable(meant);
  return slip && foldAccents(surname) !== surname
    ? { after: [meant, ...rest].join(' '), confidence: 0.8 }
    : null;
}

export const NAME_SUGGESTIONS: readonly CellRule[] = [
  {
    id: 'E08',
    version: 1,
    title: { vi: 'Chữ bị mất thành dấu hỏi', en: 'A letter lost to a question mark' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'Nguy?n Văn An', after: 'Nguyễn Văn An' },
    fields: NAME,
    apply: (text) => (lacksLettersInWord(text) ? restoreLost(text) : null),
  },
  {
    id: 'N04',
    version: 1,
    title: { vi: 'Bỏ danh xưng và ghi chú', en: 'Remove titles and remarks' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'Trần Văn Tư (đã mất)', after: 'Trần Văn Tư' },
    fields: NAME,
    apply(text) {
      const after = text.replaceAll(TITLE, '').trim();
      return after === text || after === '' ? null : { after, confidence: 0.8 };
    },
  },
  {
    id: 'N06',
    version: 1,
    title: { vi: 'Chữ đ gõ thành d hoặc dd', en: 'đ typed as d or dd' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'Dặng Thị Yến', after: 'Đặng Thị Yến' },
    fields: NAME,
    apply: (text) => (text.includes('D') ? guessD(text) : null),
  },
  {
    id: 'N07',
    version: 1,
    title: { vi: 'Gợi ý dấu cho tên không dấu', en: 'Accents for a name without them' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'Nguyen Thi Hoa', after: 'Nguyễn Thị Hoa' },
    fields: NAME,
    apply: (text) => (isOrdinaryText(text) ? restoreAccents(text) : null),
  },
];
