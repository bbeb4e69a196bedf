/** Reads the question marks in an address by the words it is compared with: to compare, never to keep. */
import { lacksLetters } from '../resident/lost-letters';
import { normalizeName } from '../resident/person-name';
import { hasLostLetters } from './name-distance';

/** What an address calls its parts, where letters beyond ASCII can be lost. */
const KINDS =
  'Đ ẤP BẢN ĐƯỜNG HẺM HUYỆN KIỆT LÀNG NGÁCH NGÕ PHỐ PHƯỜNG QUẬN SỐ SÓC THÀNH THỊ THÔN TỈNH TỔ TRẤN XÃ XÓM'.split(
    ' ',
  );
const WORD = /[\p{L}\p{N}?\uFFFD]+/gu;

/**
 * Words that lack letters become the known words, or kinds of units, that they are without them; a word that fits none stays as it is,
 * so another address stays another. Text with all its letters is given back as it came.
 */
export function fillLostLetters(text: string, known: readonly (string | null | undefined)[]): string {
  if (!lacksLetters(text)) return text;
  const words = known.flatMap((one) => normalizeName(one ?? '').normal.match(WORD) ?? []).concat(KINDS);
  return text.replace(WORD, (word) => {
    if (!lacksLetters(word)) return word;
    const typed = normalizeName(word).normal;
    return words.find((one) => hasLostLetters(typed, one)) ?? word;
  });
}
