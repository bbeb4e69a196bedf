/** Tells the form of a cell: capitals, small letters and digits by runs, everything else as it stands. */

/** Signs of a cell that are looked at, and of a pattern that is told. */
const LONGEST_CELL = 200;
const LONGEST_PATTERN = 24;
/** Apart from every run of a kind and a length. */
const OTHER_RUN = 1 << 16;

const Class = { UNKNOWN: 0, CAPITAL: 1, SMALL: 2, DIGIT: 3, OTHER: 4 } as const;
type Class = (typeof Class)[keyof typeof Class];

/** By code unit; filled as signs are met. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): Class {
  const known = classes[code] as Class;
  return known === Class.UNKNOWN ? (classes[code] = judge(String.fromCharCode(code))) : known;
}

function judge(sign: string): Class {
  if (/\p{Lu}/u.test(sign)) return Class.CAPITAL;
  if (/[\p{Ll}\p{Lo}\p{M}]/u.test(sign)) return Class.SMALL;
  return /\p{Nd}/u.test(sign) ? Class.DIGIT : Class.OTHER;
}

/** Patterns are few and cells are many: each is worded once, and known again by a number of 53 bits over its runs. */
const MEMO_LIMIT = 1 << 14;
const worded = new Map<number, string>();

/** "Nguyễn Văn An" → "Aa Aa Aa", "NGUYỄN" → "AA", "079085000001" → "9{12}", "5/3" → "9/9". */
export function patternOf(text: string): string {
  const end = Math.min(text.length, LONGEST_CELL);
  let high = 0;
  let low = 0;
  let length = 0;
  // Runs beyond a pattern's length are not told, whatever they are.
  for (let from = 0; from < end && length <= LONGEST_PATTERN; length++) {
    const code = text.charCodeAt(from);
    const kind = classOf(code);
    let to = from + 1;
    if (kind !== Class.OTHER) while (to < end && classOf(text.charCodeAt(to)) === kind) to += 1;
    const run = kind === Class.OTHER ? code + OTHER_RUN : (kind << 10) | (to - from);
    high = Math.imul(high ^ run, 0x01000193) ^ (low >>> 9);
    low = Math.imul(low ^ run, 0x85ebca6b) ^ (high >>> 13);
    from = to;
  }
  const key = (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
  const known = worded.get(key);
  if (known !== undefined) return known;
  const pattern = wordPattern(text, end);
  if (worded.size >= MEMO_LIMIT) worded.clear();
  worded.set(key, pattern);
  return pattern;
}

function wordPattern(text: string, end: number): string {
  let pattern = '';
  for (let from = 0; from < end && pattern.length <= LONGEST_PATTERN;) {
    const kind = classOf(text.charCodeAt(from));
    let to = from + 1;
    if (kind !== Class.OTHER) while (to < end && classOf(text.charCodeAt(to)) === kind) to += 1;
    pattern += kind === Class.OTHER ? text[from]! : wordRun(kind, to - from);
    from = to;
  }
  return pattern.length <= LONGEST_PATTERN ? pattern : `${pattern.slice(0, LONGEST_PATTERN)}…`;
}

function wordRun(kind: Class, length: number): string {
  if (kind === Class.SMALL) return 'a';
  if (kind === Class.CAPITAL) return length === 1 ? 'A' : 'AA';
  return length < 3 ? '9'.repeat(length) : `9{${length}}`;
}
