/** Decodes the HTML entities and \\u escapes that web forms and exports leave in names. */

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
};
const NAMED: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    ETH: 'Ð',
    eth: 'ð',
    Dstrok: 'Đ',
    dstrok: 'đ',
  },
  ...{ Abreve: 'Ă', abreve: 'ă' },
};
/** An ampersand may itself have been written as an entity, any number of times over. */
const ENTITY = /&(?:(?:amp|#38|#x26);)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;
const ESCAPE = /\\u([0-9a-fA-F]{4})/g;

/** Everything that is no known entity stays. One pass, linear. */
export function decodeEntities(text: string): string {
  return text
    .replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named(name) ?? entity;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return isLetterCode(code) ? String.fromCodePoint(code) : entity;
    })
    .replace(ESCAPE, (escape, hex: string) => {
      const code = parseInt(hex, 16);
      return isLetterCode(code) ? String.fromCharCode(code) : escape;
    })
    .normalize('NFC');
}

/** No controls, no halves of surrogate pairs; nothing that could open another entity. */
function isLetterCode(code: number): boolean {
  return (
    code >= 0x20 && code !== 0x26 && code !== 0x5c && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  );
}

function named(name: string): string | null {
  if (name !== 'amp' && name in NAMED) return NAMED[name]!;
  const [, letter, mark] = /^([A-Za-z])(grave|acute|circ|tilde|uml)$/.exec(name) ?? [];
  return letter === undefined ? null : `${letter}${MARKS[mark!]!}`.normalize('NFC');
}
