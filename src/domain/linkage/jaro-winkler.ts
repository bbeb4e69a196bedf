/** Jaro–Winkler similarity: how alike two short texts are, with a premium for a common beginning (Winkler, 1990). */

const PREFIX_LENGTH = 4;
const PREFIX_WEIGHT = 0.1;
/** Letters beyond this are not looked at: names are shorter, and the cost is quadratic. */
const LONGEST = 64;

const matchedRight = new Uint8Array(LONGEST);
const matchedLeft = new Uint16Array(LONGEST);

/** 1 for equal texts, 0 for texts without a letter in common; symmetric. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.length > LONGEST ? left.slice(0, LONGEST) : left;
  const b = right.length > LONGEST ? right.slice(0, LONGEST) : right;
  const matches = countMatches(a, b);
  if (matches === 0) return 0;
  const jaro =
    (matches / a.length + matches / b.length + (matches - countTranspositions(b, matches)) / matches) / 3;
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/** Letters that stand in both, no further apart than half the longer text; leaves them in the two scratch arrays. */
function countMatches(a: string, b: string): number {
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  matchedRight.fill(0, 0, b.length);
  let matches = 0;
  for (let index = 0; index < a.length; index++) {
    const unit = a.charCodeAt(index);
    const end = Math.min(b.length, index + reach + 1);
    for (let other = Math.max(0, index - reach); other < end; other++) {
      if (matchedRight[other] !== 0 || b.charCodeAt(other) !== unit) continue;
      matchedRight[other] = 1;
      matchedLeft[matches++] = unit;
      break;
    }
  }
  return matches;
}

function countTranspositions(b: string, matches: number): number {
  let outOfPlace = 0;
  let seen = 0;
  for (let other = 0; seen < matches; other++) {
    if (matchedRight[other] === 0) continue;
    if (b.charCodeAt(other) !== matchedLeft[seen++]) outOfPlace++;
  }
  return outOfPlace / 2;
}
