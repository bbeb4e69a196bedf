/** Tells texts that lost letters on their way: where a system had no sign for a letter, it wrote a question mark. */

const LOST = /[?\uFFFD]/;

/** True when letters of the text, or of the one sign, were lost to question marks. */
export function lacksLetters(text: string): boolean {
  return LOST.test(text);
}

const LOST_IN_WORD = /\p{L}[?\uFFFD]|[?\uFFFD]\p{L}/u;

/** True when a letter that was lost stands beside one that was not: a question mark by itself may be meant. */
export function lacksLettersInWord(text: string): boolean {
  return LOST_IN_WORD.test(text);
}
