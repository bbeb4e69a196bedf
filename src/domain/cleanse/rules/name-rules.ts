/** Group N, first half: names whose letters are right and whose form is not. */
import { isVietnameseSyllable } from '../../resident/vietnamese-syllable';
import { lacksLetters } from '../../resident/lost-letters';
import { foldAccents } from '../../resident/syllable';
import { isKnownSurname } from '../name-lexicon';
import { isOtherSchool, placeTones, titleCase } from '../name-case';
import { changed, ChangeMode, FLAG, type CellRule, type Finding } from '../rule';
import { NAME } from './fields';

const GLUED = /(\p{Ll})(?=\p{Lu}\p{Ll})/gu;
const STRANGE = /[^\p{L}\p{M} .'()/,-]/u;
/** A word that is cut to its beginning: a dot after it, or consonants only. Single letters without a dot are names (Y Bih, A Phủ). */
const SHORTENED = /(?:^|\s)(?:\p{L}{1,3}\.|Ng|Th|Tr|Ph|Nh|Kh|Ch)(?=\s|$)/u;
const INVENTED =
  /^(?:test|thử|abc|xyz|asdf|qwerty|không tên|chưa đặt tên|noname|no name|demo)\b|^(\p{L})\1{2,}$|^\p{L}+ (?:văn|thị) [a-d]$/iu;

function splitGlued(name: string): Finding | null {
  if (!/\p{Ll}\p{Lu}/u.test(name)) return null;
  const split = name
    .split(' ')
    .map((word) => {
      const parts = word.replaceAll(GLUED, '$1 ').split(' ');
      const sound = parts.every(
        (part) => part.length > 1 && /^\p{Lu}/u.test(part) && isVietnameseSyllable(part),
      );
      return sound ? parts.join(' ') : word;
    })
    .join(' ');
  return changed(name, split);
}

/** Ngu yễn → Nguyễn: a piece that is no syllable and makes one with its neighbour, where only one neighbour fits. */
function joinPieces(name: string): Finding | null {
  if (!/ \p{Ll}/u.test(name)) return null;
  const words = name.split(' ');
  const joins = words.slice(1).flatMap((word, at) => {
    const pair = words[at]! + word;
    const broken = !isVietnameseSyllable(words[at]!) || !isVietnameseSyllable(word);
    return broken && /[^ -~]/.test(pair) && /^\p{Ll}/u.test(word) && isVietnameseSyllable(pair) ? [at] : [];
  });
  const [at] = joins;
  if (joins.length !== 1 || at === undefined) return null;
  const joined = [...words.slice(0, at), words[at]! + words[at + 1]!, ...words.slice(at + 2)].join(' ');
  return { after: joined, mode: ChangeMode.SUGGEST, confidence: 0.9 };
}

/** A syllable some letters of which are question marks: Đ at its beginning, or vowels. */
const LEGIBLE_SYLLABLE =
  /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx?\uFFFD])?[aeiouy?\uFFFD]{1,4}(?:ch|nh|ng|[cmnpt])?$/i;
/** No syllable ends in two vowels with accents. */
const TWO_LOST_AT_END = /[a-z](?:[?\uFFFD]){2}$/i;

/** Where more than letters was lost, such as the space between two words, nobody can tell where one begins. */
function isLegible(name: string): boolean {
  if (!lacksLetters(name)) return true;
  return name
    .split(' ')
    .every(
      (word) =>
        !lacksLetters(word) || (LEGIBLE_SYLLABLE.test(foldAccents(word)) && !TWO_LOST_AT_END.test(word)),
    );
}

function correctCase(name: string): Finding | null {
  const finding = changed(name, titleCase(name));
  if (finding === null || isLegible(name)) return finding;
  return { ...finding, mode: ChangeMode.SUGGEST, confidence: 0.5 };
}

function turnAround(name: string): Finding | null {
  const [, given, rest, more] = /^([^,]+), *([^,]+)(,)?/.exec(name) ?? [];
  if (given === undefined || rest === undefined || more !== undefined) return null;
  const surname = rest.split(' ')[0]!;
  const after = `${rest.trim()} ${given.trim()}`;
  const certain = isKnownSurname(titleCase(surname)) && !given.includes(' ');
  return certain ? { after } : { after, mode: ChangeMode.SUGGEST, lossless: false, confidence: 0.6 };
}

export const NAME_RULES: readonly CellRule[] = [
  {
    id: 'N08',
    version: 1,
    title: { vi: 'Tách chữ dính, ghép chữ rời', en: 'Part words grown together, join words torn apart' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'NguyễnVăn An', after: 'Nguyễn Văn An' },
    fields: NAME,
    apply: (text) => splitGlued(text) ?? joinPieces(text),
  },
  {
    id: 'N09',
    version: 1,
    title: { vi: 'Đưa họ lên trước', en: 'Put the surname first' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'An, Nguyễn Văn', after: 'Nguyễn Văn An' },
    fields: NAME,
    apply: (text) => (text.includes(',') ? turnAround(text) : null),
  },
  {
    id: 'N01',
    version: 3,
    title: { vi: 'Viết hoa chữ đầu mỗi âm tiết', en: 'Title case by syllable' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'nguyễn THỊ hoà', after: 'Nguyễn Thị Hoà' },
    fields: NAME,
    looksAtCase: true,
    apply: correctCase,
  },
  {
    id: 'N02',
    version: 1,
    title: { vi: 'Đặt dấu thanh đúng chỗ', en: 'Place of the tone mark' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Nguyễn Qúy', after: 'Nguyễn Quý' },
    fields: NAME,
    apply(text) {
      const after = placeTones(text);
      if (after === text) return null;
      // Both schools are right; which one a person's papers follow is not for us to say.
      return isOtherSchool(text, after) ? { after, mode: ChangeMode.SUGGEST, confidence: 0.5 } : { after };
    },
  },
  {
    id: 'N05',
    version: 1,
    title: { vi: 'Có số hoặc ký hiệu trong họ tên', en: 'Digits or signs in a name' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Nguyễn V4n', after: null },
    fields: NAME,
    apply: (text) => (STRANGE.test(text) ? FLAG : null),
  },
  {
    id: 'N10',
    version: 1,
    title: { vi: 'Họ tên viết tắt', en: 'A shortened name' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Ng. V. An', after: null },
    fields: NAME,
    apply: (text) => (SHORTENED.test(text) ? FLAG : null),
  },
  {
    id: 'N11',
    version: 1,
    title: { vi: 'Họ tên giả hoặc để thử', en: 'An invented name' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Nguyễn Văn A', after: null },
    fields: NAME,
    apply: (text) => (INVENTED.test(text) ? FLAG : null),
  },
];
