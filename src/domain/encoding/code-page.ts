/** Looks at bytes as windows-1252 text and back: a bijection, so nothing is lost by it, whatever the bytes really meant. */

/** What stands at 0x80 … 0x9F. The five places that the code page leaves open keep their number, as browsers do. */
const UPPER_CONTROLS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const BYTE_OF_SIGN = new Map([...UPPER_CONTROLS].map((sign, index) => [sign, 0x80 + index]));
const SIGNS = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? UPPER_CONTROLS[byte - 0x80]! : String.fromCharCode(byte),
);

/** How windows-1252 shows a byte, 0 … 255. */
export function signOfByte(byte: number): string {
  return SIGNS[byte]!;
}

export function bytesToText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += SIGNS[byte]!;
  return text;
}

/**
 * The bytes that windows-1252 shows as this text, or null when some sign is not in the code page. Controls U+0080 … U+009F are
 * taken as well: text that went through ISO 8859-1 has them.
 */
export function textToBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code <= 0xff ? code : BYTE_OF_SIGN.get(text[index]!);
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}

/** True when every sign of the text could have come from a single byte. */
export function fitsCodePage(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0xff && !BYTE_OF_SIGN.has(text[index]!)) return false;
  }
  return true;
}
