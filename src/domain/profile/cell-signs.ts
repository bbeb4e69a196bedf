/** Reads a cell sign by sign, once for all that a profile asks of it: what signs it holds, a hash of it, and its form. */

/** Signs of a cell whose form is looked at, and of a pattern that is told. */
const LONGEST_CELL = 200;
const LONGEST_PATTERN = 24;

/** What a sign is, as bits: one of the first four, and whether it is a digit of ASCII. */
export const SignKind = { CAPITAL: 1, SMALL: 2, DIGIT: 4, OTHER: 8, NUMERAL: 16 } as const;
const { CAPITAL, SMALL, DIGIT, OTHER, NUMERAL } = SignKind;

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** By code unit; filled as signs are met. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  return kinds[code]! || (kinds[code] = judge(String.fromCharCode(code)));
}

function judge(sign: string): number {
  if (/\p{Lu}/u.test(sign)) return CAPITAL;
  if (/[\p{Ll}\p{Lo}\p{M}]/u.test(sign)) return SMALL;
  if (/\p{Nd}/u.test(sign)) return /\d/.test(sign) ? DIGIT | NUMERAL : DIGIT;
  return OTHER;
}

/** Patterns are few and cells are many: each is worded once. A slot holds one, and the next that falls on it takes its place. */
const SLOTS = 1 << 12;
const highs = new Int32Array(SLOTS);
const forms = new Int32Array(SLOTS);
const patterns = Array.from({ length: SLOTS }, () => '');

/** Holds what was read of one cell until the next is read: an object for every cell would cost more than the reading. */
export class CellSigns {
  /** Of all signs of the cell, as bits of `SignKind`. */
  kinds = 0;
  /** 32 bits; equal for equal cells. */
  hash = 0;
  /** Equal for cells of one form. */
  form = 0;
  /** "Nguyễn Văn An" → "Aa Aa Aa", "NGUYỄN" → "AA", "079085000001" → "9{12}", "5/3" → "9/9". */
  pattern = '';

  read(text: string): void {
    const end = Math.min(text.length, LONGEST_CELL);
    let seen = 0;
    let hash = FNV_BASIS;
    let high = 0;
    let low = 0;
    let at = 0;
    // Runs beyond a pattern's length are not told, whatever they are.
    for (let runs = 0; at < end && runs <= LONGEST_PATTERN; runs += 1) {
      const from = at;
      const first = text.charCodeAt(at);
      const runKind = kindOf(first) & (CAPITAL | SMALL | DIGIT);
      let code = first;
      let kind = kindOf(first);
      do {
        seen |= kind;
        hash = Math.imul(hash ^ code, FNV_PRIME);
        at += 1;
        if (at >= end) break;
        code = text.charCodeAt(at);
        kind = kindOf(code);
      } while ((kind & runKind) !== 0);
      const told = runKind === 0 ? first : lengthTold(runKind, at - from);
      const run = (told << 4) | runKind;
      high = Math.imul(high ^ run, FNV_PRIME) ^ (low >>> 9);
      low = Math.imul(low ^ run, 0x85ebca6b) ^ (high >>> 13);
    }
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      seen |= kindOf(code);
      hash = Math.imul(hash ^ code, FNV_PRIME);
    }
    this.kinds = seen;
    this.hash = hash;
    this.form = low ^ (low >>> 16);
    this.pattern = findPattern(text, end, high, this.form);
  }
}

function findPattern(text: string, end: number, high: number, form: number): string {
  const slot = form & (SLOTS - 1);
  if (highs[slot] === high && forms[slot] === form) return patterns[slot]!;
  highs[slot] = high;
  forms[slot] = form;
  return (patterns[slot] = wordPattern(text, end));
}

function wordPattern(text: string, end: number): string {
  let pattern = '';
  for (let from = 0; from < end && pattern.length <= LONGEST_PATTERN;) {
    const runKind = kindOf(text.charCodeAt(from)) & (CAPITAL | SMALL | DIGIT);
    let to = from + 1;
    while (to < end && (kindOf(text.charCodeAt(to)) & runKind) !== 0) to += 1;
    pattern += runKind === 0 ? text[from]! : wordRun(runKind, to - from);
    from = to;
  }
  return pattern.length <= LONGEST_PATTERN ? pattern : `${pattern.slice(0, LONGEST_PATTERN)}…`;
}

/** Letters are told as one or more; capitals and digits by their number, as far as it is told. */
function lengthTold(runKind: number, length: number): number {
  if (runKind === SMALL) return 1;
  return runKind === CAPITAL ? Math.min(length, 2) : length;
}

function wordRun(runKind: number, length: number): string {
  const told = lengthTold(runKind, length);
  if (runKind === SMALL) return 'a';
  if (runKind === CAPITAL) return 'A'.repeat(told);
  return told < 3 ? '9'.repeat(told) : `9{${told}}`;
}
