/** Answers for noise that changes the form of a text and not what it says: C05–C07, C11, C12. */
import { type Draws } from './draws';
import { CLERK_ROWS } from './rates';
import { mark, type NoiseContext, type NoiseFamily, type Row, strike } from './row';

/** C12: clerks have a style; in the rows where it shows, the name stands in capitals, in small letters, or half and half. */
const letterCase: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C12');
  if (draws === null || row.name === '') return;
  const clerk = context.streams.strike('C12 clerk', Math.floor(row.seq / CLERK_ROWS), 1) as Draws;
  const style = clerk.next();
  const before = row.name;
  if (style < 0.6) row.name = row.name.toUpperCase();
  else if (style < 0.7) row.name = row.name.toLowerCase();
  else row.name = row.name.replace(/^\S+/, (surname) => surname.toUpperCase());
  if (row.name !== before) mark(row, 'C12');
};

/** The tone on the second vowel of an open oa, oe, uy; never after q, where u belongs to the consonant. */
const NEW_STYLE: Readonly<Record<string, string>> = {
  òa: 'oà',
  óa: 'oá',
  ỏa: 'oả',
  õa: 'oã',
  ọa: 'oạ',
  òe: 'oè',
  óe: 'oé',
  ỏe: 'oẻ',
  õe: 'oẽ',
  ọe: 'oẹ',
  ùy: 'uỳ',
  úy: 'uý',
  ủy: 'uỷ',
  ũy: 'uỹ',
  ụy: 'uỵ',
};

/** C11: tone placement of a syllable, both ways equally right. */
const tonePlacement: NoiseFamily = (row, context) => {
  const syllables = row.name.split(' ');
  const changed = syllables.map((syllable, place) => {
    const match = /^[^q]*?([òóỏõọ][ae]|[ùúủũụ]y)$/i.exec(syllable);
    if (match === null || /^q/i.test(syllable)) return syllable;
    if (context.streams.strike(`C11 ${place}`, row.seq, context.rates.C11) === null) return syllable;
    const ending = match[1] as string;
    const moved = NEW_STYLE[ending.toLowerCase()] as string;
    return syllable.slice(0, -2) + (ending === ending.toUpperCase() ? moved.toUpperCase() : moved);
  });
  const name = changed.join(' ');
  if (name === row.name) return;
  row.name = name;
  mark(row, 'C11');
};

/** C05: letters and marks apart, as some systems export them. */
const decomposed: NoiseFamily = (row, context) => {
  if (strike(context, row, 'C05') === null) return;
  const name = row.name.normalize('NFD');
  const address = row.address.normalize('NFD');
  if (name === row.name && address === row.address) return;
  row.name = name;
  row.address = address;
  mark(row, 'C05');
};

/** C06: spaces that are not spaces, and signs that are not seen. */
const invisible: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C06');
  if (draws === null || row.name === '') return;
  const before = row.name;
  const kinds: (() => string)[] = [
    () => row.name.replace(' ', '\u00a0'),
    () => row.name.replace(' ', '  '),
    () => row.name.replace(' ', ' \u200b'),
    () => `${row.name} `,
    () => `\ufeff${row.name}`,
  ];
  row.name = draws.pick(kinds)();
  if (row.name !== before) mark(row, 'C06');
};

const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['Đ', '\u00d0'],
  ['đ', '\u00f0'],
  ['Đ', '\u0189'],
  ['a', '\u0430'],
  ['e', '\u0435'],
  ['o', '\u043e'],
];

/** C07: letters of other alphabets that look the same. */
const confusables: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C07');
  if (draws === null) return;
  const usable = LOOK_ALIKES.filter(([right]) => row.name.includes(right));
  if (usable.length === 0) return;
  const [right, wrong] = draws.pick(usable);
  row.name = row.name.replace(right, wrong);
  mark(row, 'C07');
};

export function applyTextForm(row: Row, context: NoiseContext): void {
  tonePlacement(row, context);
  letterCase(row, context);
  confusables(row, context);
  invisible(row, context);
  decomposed(row, context);
}
