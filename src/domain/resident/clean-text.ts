/** Repairs the carrier of a text and not its content: Unicode form, invisible characters, look-alike letters, spaces. */

/** What `cleanText` had to do, as a bit set; the bits are those of the name rules T01 … T04. */
export const CleanFlag = { COMPOSED: 1, INVISIBLE: 2, SPACES: 4, CONFUSABLE: 8 } as const;

export interface CleanText {
  text: string;
  flags: number;
}

/** Letters that a Vietnamese name needs, in composed form, with digits, space and the marks found inside names. */
const ORDINARY_SIGNS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '.,()/-" +
  'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';
const ORDINARY = new Uint8Array(0x10000);
for (const sign of ORDINARY_SIGNS + ORDINARY_SIGNS.toLowerCase()) ORDINARY[sign.charCodeAt(0)] = 1;

/** Zero-width characters, direction marks, soft hyphens, BOM and controls that carry nothing; line breaks and tabs are spaces. */
const INVISIBLE = /(?![\t-\r\x85])\p{Cc}|\p{Cf}|\u034F|\p{Variation_Selector}/gu;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

const SAME_SHAPE: Readonly<Record<string, string>> = {
  ...{
    Ð: 'Đ',
    ð: 'đ',
    Ɖ: 'Đ',
    ɖ: 'đ',
    '’': "'",
    '‘': "'",
    '`': "'",
    '´': "'",
    ʼ: "'",
    ʹ: "'",
    '′': "'",
    '‛': "'",
  },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-' },
};
const SAME_SHAPE_PATTERN = new RegExp(`[${Object.keys(SAME_SHAPE).join('')}]`, 'g');

/** Cyrillic letters drawn like Latin ones; replaced only beside Latin letters, so that a Cyrillic name stays itself. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    І: 'I',
  },
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i' },
};
const CYRILLIC_PATTERN = new RegExp(`[${Object.keys(CYRILLIC).join('')}]`, 'g');
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const LATIN = /\p{Script=Latin}/u;

/**
 * Cleans a one-line text. Lossless in the sense of the cleansing catalogue (T01 … T04): only the carrier changes, letters and
 * accents stay. Idempotent, linear in the length. `flags` tells which rules were needed; 0 means the text came back as it was.
 */
export function cleanText(raw: string): CleanText {
  if (isOrdinaryText(raw)) {
    return hasLooseSpace(raw)
      ? { text: collapseSpaces(raw), flags: CleanFlag.SPACES }
      : { text: raw, flags: 0 };
  }
  let flags = 0;
  const step = (before: string, after: string, flag: number): string => {
    if (before !== after) flags |= flag;
    return after;
  };
  let text = step(raw, removeInvisible(raw), CleanFlag.INVISIBLE);
  text = step(text, text.normalize('NFC'), CleanFlag.COMPOSED);
  text = step(text, replaceLookAlikes(text), CleanFlag.CONFUSABLE);
  text = step(text, text.normalize('NFC'), CleanFlag.COMPOSED);
  text = step(text, collapseSpaces(text), CleanFlag.SPACES);
  return { text, flags };
}

/** Tells whether a text consists of composed Vietnamese letters, digits, spaces and name punctuation only. */
export function isOrdinaryText(text: string): boolean {
  // Several rules in a row ask about the same cell.
  if (text === lastAsked) return lastAnswer;
  let answer = true;
  for (let index = 0; answer && index < text.length; index++) answer = ORDINARY[text.charCodeAt(index)] !== 0;
  lastAsked = text;
  lastAnswer = answer;
  return answer;
}

let lastAsked = '';
let lastAnswer = true;

const SPACE = 0x20;

/** A space at either end, or two together. */
export function hasLooseSpace(text: string): boolean {
  let afterSpace = true;
  for (let index = 0; index < text.length; index++) {
    const isSpace = text.charCodeAt(index) === SPACE;
    if (isSpace && afterSpace) return true;
    afterSpace = isSpace;
  }
  return afterSpace && text !== '';
}

/** T02: odd spaces become plain ones; what is not seen goes. */
export function removeInvisible(text: string): string {
  return text.replace(ODD_SPACE, ' ').replace(INVISIBLE, '');
}

/** T03: single spaces, none at the ends; tabs and line breaks are spaces. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** T04: the letter that is meant in place of one that only looks like it. */
export function replaceLookAlikes(text: string): string {
  const plain = text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(SAME_SHAPE_PATTERN, (sign) => SAME_SHAPE[sign]!);
  return LATIN.test(plain) ? plain.replace(CYRILLIC_PATTERN, (sign) => CYRILLIC[sign]!) : plain;
}
