/** The encodings in which the text of a column may stand, and how a cell is brought from them to Unicode without loss. */
import { fitsCodePage } from './code-page';
import { TCVN3 } from './tcvn3';
import { isMisreadUtf8, misreadUtf8, repairMisreadUtf8 } from './utf8-misread';
import { VISCII } from './viscii';
import { VNI } from './vni';
import { WINDOWS_1258 } from './windows-1258';

/** What the letters of a column mean, once its bytes are signs. */
export const TextEncoding = {
  UNICODE: 'UNICODE',
  /** Also called ABC: .VnTime and its sisters. */
  TCVN3: 'TCVN3',
  /** VNI-Windows: VNI-Times and its sisters. */
  VNI: 'VNI',
  WINDOWS_1258: 'WINDOWS_1258',
  VISCII: 'VISCII',
  /** UTF-8 that some program took for windows-1252. */
  UTF8_MISREAD: 'UTF8_MISREAD',
} as const;
export type TextEncoding = (typeof TextEncoding)[keyof typeof TextEncoding];
export type LegacyEncoding = Exclude<TextEncoding, 'UNICODE'>;

interface Recoding {
  decode(text: string): string;
  encode(text: string): string;
}

const RECODINGS: Readonly<Record<LegacyEncoding, Recoding>> = {
  TCVN3,
  VNI,
  WINDOWS_1258,
  VISCII,
  UTF8_MISREAD: { decode: repairMisreadUtf8, encode: (text) => misreadUtf8(text, 1) },
};
export const LEGACY_ENCODINGS = Object.keys(RECODINGS) as LegacyEncoding[];

const ASCII_ONLY = /^[\x20-\x7e]*$/;

/**
 * The text in Unicode (NFC), or null where nothing proves that the cell stands in this encoding: it holds letters that the
 * encoding cannot have, or writing the result back would not give the same signs. Such a cell is left as it is.
 */
export function decodeText(text: string, encoding: TextEncoding): string | null {
  if (encoding === TextEncoding.UNICODE || ASCII_ONLY.test(text)) return text;
  if (!fitsCodePage(text)) return null;
  const { decode, encode } = RECODINGS[encoding];
  const decoded = decode(text);
  if (encoding === TextEncoding.UTF8_MISREAD) return isMisreadUtf8(text) ? decoded : null;
  return encode(decoded) === text ? decoded.normalize('NFC') : null;
}

/** The signs that stand for a Unicode text in an encoding; letters that it lacks stay. */
export function encodeText(text: string, encoding: TextEncoding): string {
  return encoding === TextEncoding.UNICODE ? text : RECODINGS[encoding].encode(text);
}
