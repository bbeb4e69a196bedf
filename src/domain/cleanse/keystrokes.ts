/** Reads the keys of Telex and VNI that an editor without an input method left in a name: Nguyeenx, Nguye64n. */
import { foldAccents } from '../resident/syllable';
import { canBeSyllable, isVietnameseSyllable } from '../resident/vietnamese-syllable';

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const VNI_TONES: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
};
const VOWELS = /[aeiouyăâêôơư]+/i;

/** One letter of Telex shape (aa, aw, ow, uw, dd …) counts as a mark, a tone key as another. */
interface Read {
  readonly text: string;
  readonly marks: number;
}

/**
 * Null where no word has keys left. `sure` when each such word is no syllable even without accents, holds two marks or a digit, and
 * has one reading: a single stray letter is as likely a slip of the finger.
 */
export function readKeystrokes(text: string): { readonly text: string; readonly sure: boolean } | null {
  if (!/[sfrxjw1-9]|aa|ee|oo|dd/i.test(text)) return null;
  let sure = true;
  let found = false;
  const words = text.split(' ').map((word) => {
    const read = readWord(word);
    if (read === null) return word;
    found = true;
    sure &&= read.marks >= 2;
    return read.text;
  });
  return found ? { text: words.join(' '), sure } : null;
}

function readWord(word: string): Read | null {
  if (!/^[A-Za-z]+[A-Za-z1-9]*$/.test(word) || word.length < 3 || isSyllableWithoutAccents(word)) return null;
  const readings = [/\d/.test(word) ? readVni(word) : readTelex(word)].filter(
    (read): read is Read => read !== null && isVietnameseSyllable(read.text),
  );
  return readings[0] ?? null;
}

/** A word whose accents are merely missing is for rule N07. */
export function isSyllableWithoutAccents(word: string): boolean {
  return isVietnameseSyllable(word) || canBeSyllable(foldAccents(word));
}

function readTelex(word: string): Read | null {
  let marks = 0;
  const mark = (letter: string) => {
    marks += 1;
    return letter;
  };
  const [, body = '', toneKey = ''] = /^(.*?)([sfrxj]?)$/i.exec(word) ?? [];
  const shaped = body
    .replace(/dd/gi, (pair) => mark(pair[0] === 'D' ? 'Đ' : 'đ'))
    .replace(/([aeo])\1/gi, (pair) => mark(`${pair[0]}\u0302`))
    .replace(/uow/gi, (three) => mark(`${three[0]}\u031B${three[1]}\u031B`))
    .replace(/([ou])w/gi, (_, vowel: string) => mark(`${vowel}\u031B`))
    .replace(/aw/gi, (pair) => mark(`${pair[0]}\u0306`));
  const tone = TELEX_TONES[toneKey.toLowerCase()];
  if (tone !== undefined) marks += 1;
  return marks === 0 ? null : { text: addTone(shaped.normalize('NFC'), tone), marks };
}

function readVni(word: string): Read | null {
  let tone: string | undefined;
  let marks = 0;
  const shaped = word
    .replace(/d9/gi, (pair) => (marks++, pair[0] === 'D' ? 'Đ' : 'đ'))
    .replace(/uo([a-z]*)7/gi, (all, rest: string) => (marks++, `${all[0]}\u031B${all[1]}\u031B${rest}`))
    .replace(/([aeo])([a-z]*?)6/gi, (_, vowel: string, rest: string) => (marks++, `${vowel}\u0302${rest}`))
    .replace(/([ou])([a-z]*?)7/gi, (_, vowel: string, rest: string) => (marks++, `${vowel}\u031B${rest}`))
    .replace(/(a)([a-z]*?)8/gi, (_, vowel: string, rest: string) => (marks++, `${vowel}\u0306${rest}`))
    .replace(/[1-5]/g, (digit) => {
      tone ??= VNI_TONES[digit];
      return '';
    });
  if (/\d/.test(shaped)) return null;
  // A digit inside a name is no slip: one is as good as two marks.
  return { text: addTone(shaped.normalize('NFC'), tone), marks: marks + (tone === undefined ? 1 : 2) };
}

/** Puts the tone on the vowel that carries it: a shaped one, else the last before a consonant, else the first of two. */
function addTone(word: string, tone: string | undefined): string {
  if (tone === undefined) return word;
  const initial = /^(?:qu|gi(?=[aeiouyăâêôơư]))/i.exec(word)?.[0].length ?? 0;
  const vowels = VOWELS.exec(word.slice(initial));
  if (vowels === null) return word;
  const start = initial + vowels.index;
  const group = vowels[0];
  const shapedAt = Math.max(...[...'ăâêôơưĂÂÊÔƠƯ'].map((letter) => group.lastIndexOf(letter)));
  const closed = start + group.length < word.length;
  const plainAt = closed || group.length === 1 ? group.length - 1 : group.length === 3 ? 1 : 0;
  const at = start + (shapedAt >= 0 ? shapedAt : plainAt);
  return (word.slice(0, at + 1) + tone + word.slice(at + 1)).normalize('NFC');
}
