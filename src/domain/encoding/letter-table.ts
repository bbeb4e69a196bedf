/** A legacy Vietnamese encoding as a table of letters, read longest sequence first. */

export interface LetterTable {
  /** Legacy signs, as windows-1252 shows them, to Unicode letters. Signs outside the table stay. */
  decode(text: string): string;
  /** Unicode letters to legacy signs. Letters outside the table stay. */
  encode(text: string): string;
}

/**
 * Makes a table of pairs [Unicode letter, legacy sequence]. Of two sequences for one letter the first is the one written;
 * both are read. Sequences have one or two signs. Linear in the length of the text.
 */
export function createLetterTable(
  pairs: readonly (readonly [letter: string, sequence: string])[],
): LetterTable {
  const letterOf = new Map<string, string>();
  const sequenceOf = new Map<string, string>();
  for (const [letter, sequence] of pairs) {
    if (!letterOf.has(sequence)) letterOf.set(sequence, letter);
    if (!sequenceOf.has(letter)) sequenceOf.set(letter, sequence);
  }
  return {
    decode(text) {
      let decoded = '';
      for (let at = 0; at < text.length; at++) {
        const pair = letterOf.get(text.slice(at, at + 2));
        if (pair !== undefined && at + 1 < text.length) {
          decoded += pair;
          at++;
        } else decoded += letterOf.get(text[at]!) ?? text[at]!;
      }
      return decoded;
    },
    encode(text) {
      let encoded = '';
      for (const letter of text) encoded += sequenceOf.get(letter) ?? letter;
      return encoded;
    },
  };
}
