/** Tells the form of a cell: capitals, small letters and digits by runs, everything else as it stands. */

/** Signs of a cell that are looked at, and of a pattern that is told. */
const LONGEST_CELL = 200;
const LONGEST_PATTERN = 24;

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

/** "Nguyễn Văn An" → "Aa Aa Aa", "NGUYỄN" → "AA", "079085000001" → "9{12}", "5/3" → "9/9". */
export function patternOf(text: string): string {
  const end = Math.min(text.length, LONGEST_CELL);
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
