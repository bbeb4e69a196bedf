/** Answers for noise in accents and in i/y: C08, C10, C13, C22. */
import { foldName } from '../register/names/word';
import { type Draws } from './draws';
import { mark, type NoiseContext, type NoiseFamily, type Row, strike, strikeBatch, worsenName } from './row';

/** Drops accents and keeps the letter case. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

/** C10: the whole name without accents, or one syllable of it; some batches are typed so for the most part. */
const accentsDropped: NoiseFamily = (row, context) => {
  const batch = strikeBatch(context, row, 'C10 batch');
  const draws = strike(context, row, 'C10', batch === null ? context.rates.C10 : 0.6);
  if (draws === null) return;
  const syllables = row.name.split(' ');
  const partly = draws.next() < 0.2;
  const kept = partly ? draws.below(syllables.length) : -1;
  const name = syllables
    .map((syllable, place) => (place === kept ? syllable : withoutAccents(syllable)))
    .join(' ');
  if (name === row.name) return;
  row.name = name;
  worsenName(row, 'FOLD');
  mark(row, 'C10');
};

const IY: Readonly<Record<string, string>> = {
  i: 'y',
  í: 'ý',
  ì: 'ỳ',
  ỉ: 'ỷ',
  ĩ: 'ỹ',
  ị: 'ỵ',
  y: 'i',
  ý: 'í',
  ỳ: 'ì',
  ỷ: 'ỉ',
  ỹ: 'ĩ',
  ỵ: 'ị',
};

/** C13: i for y or y for i where it is the only vowel. Not the same name for certain, hence a lossy fold. */
const iForY: NoiseFamily = (row, context) => {
  const syllables = row.name.split(' ');
  const changed = syllables.map((syllable, place) => {
    if (!/^(?:QU|[BCDGHKLMNPRSTVX]{1,3})[IY]$/.test(foldName(syllable))) return syllable;
    if (context.streams.strike(`C13 ${place}`, row.seq, context.rates.C13) === null) return syllable;
    return syllable.slice(0, -1) + (IY[syllable.slice(-1).toLowerCase()] as string);
  });
  const name = changed.join(' ');
  if (name === row.name) return;
  row.name = name;
  worsenName(row, 'FOLD');
  mark(row, 'C13');
};

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const HOOK_OR_TILDE: Readonly<Record<string, string>> = { '\u0309': '\u0303', '\u0303': '\u0309' };

function otherTone(letters: string, draws: Draws): string {
  const tone = [...letters].findIndex((sign) => TONES.includes(sign));
  const old = [...letters][tone] as string;
  const swapped = HOOK_OR_TILDE[old];
  const made =
    swapped !== undefined && draws.next() < 0.9
      ? swapped
      : draws.pick([...TONES].filter((sign) => sign !== old));
  return [...letters].map((sign, place) => (place === tone ? made : sign)).join('');
}

/** C22: another tone on one syllable, hook and tilde first; the letters stay, so the folded name is the same. */
const toneSlip: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C22');
  if (draws === null) return;
  const syllables = row.name.normalize('NFD').split(' ');
  const places = syllables.flatMap((syllable, place) =>
    [...syllable].some((sign) => TONES.includes(sign)) ? [place] : [],
  );
  if (places.length === 0) return;
  const place = draws.pick(places);
  syllables[place] = otherTone(syllables[place] as string, draws);
  const name = syllables.join(' ').normalize('NFC');
  if (foldName(name) !== foldName(row.name) || name === row.name) return;
  row.name = name;
  worsenName(row, 'FOLD');
  mark(row, 'C22');
};

/** C08: a program that knew ASCII only put a question mark for every other letter of the delivery. */
export function applyLostLetters(row: Row, context: NoiseContext): void {
  if (strikeBatch(context, row, 'C08 batch') === null) return;
  const lost = (text: string) => text.normalize('NFC').replace(/[\u0080-\uffff]/g, '?');
  const name = lost(row.name);
  row.address = lost(row.address);
  if (name === row.name) return;
  row.name = name;
  worsenName(row, 'FOLD');
  mark(row, 'C08');
}

export function applyAccents(row: Row, context: NoiseContext): void {
  toneSlip(row, context);
  iForY(row, context);
  accentsDropped(row, context);
}
