/** Tells texts that lost letters on their way: where a system had no sign for a letter, it wrote a question mark. */

const LOST = /[?\uFFFD]/;

/** True when letters of the text, or of the one sign, were lost to question marks. */
export function lacksLetters(text: string): boolean {
  return LOST.test(text);
}
