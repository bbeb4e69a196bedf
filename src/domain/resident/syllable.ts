/** The spelling of one Vietnamese syllable in capitals: where its tone mark stands, and its lossy folds. */

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE_MARK = new RegExp(`[${TONES}]`, 'g');
const ANY_MARK = /\p{M}/gu;

/**
 * Consonants, vowels, consonants. "QU" is a consonant, and so is "GI" before another vowel: the tone of QUÝ and GIÀ belongs
 * to the vowel after it.
 */
const SHAPE =
  /^(NGH|NG|NH|GH|GI(?=[AEIOUYĂÂÊÔƠƯ])|KH|PH|TH|TR|CH|QU|[BCDĐGHKLMNPRSTVX])?([AEIOUYĂÂÊÔƠƯ]{1,3})(NG|NH|CH|[CMNPT])?$/;
const MARKED_VOWEL = /[ĂÂÊÔƠƯ]/;

/**
 * Puts the tone mark of a capital NFC syllable where the house form has it: HOÀ → HÒA, KHOẺ → KHỎE, THUỲ → THÙY, QÚY → QUÝ,
 * HÒAN → HOÀN. The place never tells two names apart, so this loses nothing. Text that is no Vietnamese syllable, or that has
 * no tone mark or several, comes back unchanged.
 */
export function placeTone(syllable: string): string {
  const marks = syllable.normalize('NFD').match(TONE_MARK);
  if (marks?.length !== 1) return syllable;
  const toneless = syllable.normalize('NFD').replace(TONE_MARK, '').normalize('NFC');
  const shape = SHAPE.exec(toneless);
  if (!shape) return syllable;
  const [, initial = '', vowels = '', final = ''] = shape;
  const at = toneIndex(vowels, final !== '');
  return (initial + vowels.slice(0, at + 1) + marks[0] + vowels.slice(at + 1) + final).normalize('NFC');
}

/** Which vowel of the group carries the tone: the marked one, else the last before a consonant, else the first of two, the middle of three. */
function toneIndex(vowels: string, closed: boolean): number {
  for (let index = vowels.length - 1; index >= 0; index--) {
    if (MARKED_VOWEL.test(vowels[index]!)) return index;
  }
  if (closed) return vowels.length - 1;
  return vowels.length === 3 ? 1 : 0;
}

/** Drops every accent and maps Đ to D, which no Unicode decomposition does. Lossy. Keeps case and everything that is no mark. */
export function foldAccents(text: string): string {
  if (text.length > LONGEST_FAST) return foldSlowly(text);
  let changes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const folded = FOLDED[unit];
    if (folded === undefined || folded === 0) return foldSlowly(text);
    changes |= folded ^ unit;
    scratch[index] = folded;
  }
  if (changes === 0) return text;
  return String.fromCharCode.apply(null, scratch.subarray(0, text.length) as unknown as number[]);
}

/** Longer texts are rare, and must not become that many arguments of one call. */
const LONGEST_FAST = 1_024;
/** Where a folded text is put together; nothing is kept in it. */
const scratch = new Uint16Array(LONGEST_FAST);

function foldSlowly(text: string): string {
  return text
    .normalize('NFD')
    .replace(ANY_MARK, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}

/** What each letter of the Latin blocks folds to, 0 where that is not exactly one unit: a hundred times faster than decomposing. */
const FOLDED = Uint16Array.from({ length: 0x1f00 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  // A Latin letter never joins with what stands before it, so folding letter by letter is folding the text.
  const joins = unit >= 0x0300 && unit < 0x1e00;
  const folded = foldSlowly(letter);
  return joins || folded.length !== 1 ? 0 : folded.charCodeAt(0);
});

/** Writes a lone vowel Y as I in a folded capital syllable (LY → LI, QUY → QUI, but THUY and Y stay). Lossy: Vi and Vy differ. */
export function foldIY(folded: string): string {
  return /^(?:QU|[BCDGHKLMNPRSTVX]{1,3})Y$/.test(folded) ? `${folded.slice(0, -1)}I` : folded;
}
