/** Cuts an excerpt out of a long prose, around the first word that was sought. */

const AROUND = 80;

/** Accents and case aside; lengths stay, so that places in the folded text are places in the text. Expects NFC. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const bare = letter
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace('đ', 'd');
    return bare.length === letter.length ? bare : letter;
  }).join('');
}

/** About 160 characters with an ellipsis where something was left out; the beginning when no word is found. */
export function excerptAround(text: string, sought: string): string {
  const folded = fold(text);
  const places = fold(sought.normalize('NFC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => folded.indexOf(word))
    .filter((place) => place >= 0);
  const place = Math.min(...places, text.length);
  const middle = places.length === 0 ? 0 : place;
  const start = wordStart(text, Math.max(0, middle - AROUND));
  const end = Math.min(text.length, middle + AROUND);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}
