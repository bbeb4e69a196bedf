/** Windows-1258: vowels with their shape, the five tones as signs that follow. */
import { createLetterTable } from './letter-table';

/** Where windows-1258 differs from windows-1252: the sign that the latter shows, and what is meant. */
const DIFFERENT: readonly (readonly [meant: string, shown: string])[] = [
  ...[['Ă', 'Ã'] as const, ['ă', 'ã'] as const, ['Đ', 'Ð'] as const, ['đ', 'ð'] as const],
  ...[['Ơ', 'Õ'] as const, ['ơ', 'õ'] as const, ['Ư', 'Ý'] as const, ['ư', 'ý'] as const],
  ...[['\u0300', 'Ì'] as const, ['\u0309', 'Ò'] as const, ['\u0303', 'Þ'] as const],
  ...[['\u0301', 'ì'] as const, ['\u0323', 'ò'] as const, ['\u20AB', 'þ'] as const],
];
const TABLE = createLetterTable(DIFFERENT);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

export const WINDOWS_1258 = {
  decode: (text: string): string => TABLE.decode(text).normalize('NFC'),
  /** Writes every tone as a sign of its own, as the Vietnamese keyboard of Windows does. */
  encode: (text: string): string => TABLE.encode([...text].map(splitTone).join('')),
} as const;

/** Ế → Ê + acute: the shape of the vowel stays composed. */
function splitTone(letter: string): string {
  const apart = letter.normalize('NFD');
  const tone = apart.match(TONE)?.[0];
  return tone === undefined ? letter : apart.replace(TONE, '').normalize('NFC') + tone;
}
