/** Reads Vietnamese telephone numbers as files have them, to ten digits with a leading zero. */
import { isDigits } from '../resident/identity-number';

/** Eleven-digit prefixes and what became of them on 15 September 2018; the last seven digits stayed. */
const RENUMBERED: ReadonlyMap<string, string> = new Map([
  ...[['0120', '070'] as const, ['0121', '079'] as const, ['0122', '077'] as const, ['0126', '076'] as const],
  ...[['0128', '078'] as const, ['0123', '083'] as const, ['0124', '084'] as const, ['0125', '085'] as const],
  ...[['0127', '081'] as const, ['0129', '082'] as const, ['0162', '032'] as const, ['0163', '033'] as const],
  ...[['0164', '034'] as const, ['0165', '035'] as const, ['0166', '036'] as const, ['0167', '037'] as const],
  ...[['0168', '038'] as const, ['0169', '039'] as const, ['0186', '056'] as const, ['0188', '058'] as const],
  ['0199', '059'] as const,
]);
/** Second digits of mobile numbers. */
const MOBILE = '35789';
const LANDLINE = /^02\d{9}$/;
const SEPARATORS = /[\s.()\u00A0-]/g;

/** True of a mobile number exactly as it should be written. */
export function isMobileNumber(text: string): boolean {
  return text.length === 10 && text[0] === '0' && MOBILE.includes(text[1]!) && isDigits(text);
}

/** Ten digits for a mobile number, eleven for a landline; null when it is neither. */
export function readPhone(text: string): string | null {
  if (isMobileNumber(text)) return text;
  if (text.length > 40) return null;
  const typed = text.replace(SEPARATORS, '').replace(/[Oo]/g, '0');
  if (!/^\+?\d{9,14}$/.test(typed)) return null;
  const national = typed.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, '0').replace(/^\+/, '');
  const full = national[0] === '0' ? national : `0${national}`;
  const prefix = full.length === 11 ? RENUMBERED.get(full.slice(0, 4)) : undefined;
  const number = prefix === undefined ? full : prefix + full.slice(4);
  return isMobileNumber(number) || LANDLINE.test(number) ? number : null;
}

/** The numbers of a cell that holds several, or null when it holds one only or any of them cannot be read. */
export function readPhones(text: string): string[] | null {
  const parts = text.split(/[/;,|]|\s(?:hoặc|và|-)\s/).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const numbers = parts.map(readPhone);
  return numbers.every((number) => number !== null) ? numbers : null;
}
