/** Takes accents and case off a Vietnamese text, so that "da nang" finds "Đà Nẵng". */

export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}
