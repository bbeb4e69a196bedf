/** Reads VIQR, the convention of the first e-mails: Nguye^~n, Tra^`n, DDu+'c. */
import { isVietnameseSyllable } from '../resident/vietnamese-syllable';

const SHAPES: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031B' };
const TONES: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};
const LETTER = /([AEIOUYaeiouy])([\^(+]?)([`'?~.]?)|([Dd][Dd])/g;
/** Without one of these it is no VIQR, only punctuation. */
const SURE_SIGN = /[aAeEoOuU][\^+]|[aeiouyAEIOUY][`~]/;

/** The decoded text, or null unless every word that the convention changes becomes a Vietnamese syllable. */
export function decodeViqr(text: string): string | null {
  if (!SURE_SIGN.test(text)) return null;
  const words = text.split(' ').map((word) => ({ word, decoded: decodeWord(word) }));
  const touched = words.filter(({ word, decoded }) => word !== decoded);
  if (touched.length === 0 || !touched.every(({ decoded }) => isVietnameseSyllable(decoded))) return null;
  return words.map(({ decoded }) => decoded).join(' ');
}

function decodeWord(word: string): string {
  return word
    .replace(LETTER, (all, vowel?: string, shape = '', tone = '', d?: string) => {
      if (d !== undefined) return d[0] === 'D' ? 'Đ' : 'đ';
      return vowel === undefined ? all : vowel + (SHAPES[shape] ?? '') + (TONES[tone] ?? '');
    })
    .normalize('NFC');
}
