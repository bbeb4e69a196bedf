/** TCVN3 (also "ABC"): one byte a letter, of the capitals only seven; the others were small letters in a font of capitals. */
import { createLetterTable } from './letter-table';
import { signOfByte } from './code-page';

/** Bytes of TCVN 5712:1993 VN3, checked against GNU iconv's TCVN5712-1. */
const BYTES: readonly (readonly [letters: string, firstToLast: readonly number[]])[] = [
  ['àảãáạ', [0xb5, 0xb6, 0xb7, 0xb8, 0xb9]],
  ['ằẳẵắặ', [0xbb, 0xbc, 0xbd, 0xbe, 0xc6]],
  ['ầẩẫấậ', [0xc7, 0xc8, 0xc9, 0xca, 0xcb]],
  ['èẻẽéẹ', [0xcc, 0xce, 0xcf, 0xd0, 0xd1]],
  ['ềểễếệ', [0xd2, 0xd3, 0xd4, 0xd5, 0xd6]],
  ['ìỉĩíị', [0xd7, 0xd8, 0xdc, 0xdd, 0xde]],
  ['òỏõóọ', [0xdf, 0xe1, 0xe2, 0xe3, 0xe4]],
  ['ồổỗốộ', [0xe5, 0xe6, 0xe7, 0xe8, 0xe9]],
  ['ờởỡớợ', [0xea, 0xeb, 0xec, 0xed, 0xee]],
  ['ùủũúụ', [0xef, 0xf1, 0xf2, 0xf3, 0xf4]],
  ['ừửữứự', [0xf5, 0xf6, 0xf7, 0xf8, 0xf9]],
  ['ỳỷỹýỵ', [0xfa, 0xfb, 0xfc, 0xfd, 0xfe]],
  ['ăâêôơưđ', [0xa8, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae]],
  ['ĂÂÊÔƠƯĐ', [0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7]],
];

export const TCVN3 = createLetterTable(
  BYTES.flatMap(([letters, bytes]) =>
    [...letters].map((letter, index) => [letter, signOfByte(bytes[index]!)] as const),
  ),
);

/** Two ASCII capitals and a small Vietnamese letter in one word, nothing else: no clerk types so. */
const FONT_WORD = /(?:^|\s)(?=[^\s]*[A-Z][^\s]*[A-Z])[^\sa-z]*\p{Ll}/u;

/**
 * Gives the capitals back that the font showed (rule E03): NGUYễN → NGUYỄN. Only in a text without any small ASCII letter, so that
 * "NGÔ Lý" and "Lê Vũ" stay as they are.
 */
export function raiseFontCapitals(text: string): string {
  return !/[a-z]/.test(text) && /\p{Ll}/u.test(text) && FONT_WORD.test(text) ? text.toUpperCase() : text;
}
