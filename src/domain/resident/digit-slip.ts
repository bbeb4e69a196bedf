/** Recognises the two slips that happen when digits are copied by hand. */

/** One wrong digit, or two neighbours exchanged, between two strings of the same length; null for anything else. */
export function digitSlip(a: string, b: string): 'DIGIT1' | 'TRANSPOSE' | null {
  if (a.length !== b.length) return null;
  let first = -1;
  let count = 0;
  for (let index = 0; index < a.length; index++) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    if (count === 0) first = index;
    if (++count > 2) return null;
  }
  if (count === 1) return 'DIGIT1';
  const swapped = count === 2 && a[first] === b[first + 1] && a[first + 1] === b[first];
  return swapped ? 'TRANSPOSE' : null;
}
