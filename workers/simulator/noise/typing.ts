/** Answers for noise of fingers, ears and scanners in a name: C20, C21 typing errors, C24 spelling as spoken, C25 letters misread. */
import { foldName } from '../register/names/word';
import { type Draws } from './draws';
import { editsApart } from './edits';
import { mark, type NoiseContext, type NoiseFamily, type Row, strike, worsenName } from './row';

const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'kop',
  z: 'as',
  x: 'zsc',
  c: 'xdv',
  v: 'cfb',
  b: 'vgn',
  n: 'bhm',
  m: 'nj',
};
const LETTERS = 'abcdeghiklmnopqrstuvxy';

function matchCase(made: string, like: string): string {
  return like === like.toUpperCase() ? made.toUpperCase() : made;
}

/** One edit at a letter that carries no accent: next key 55, deletion 20, insertion 10, transposition 15 of a hundred. */
function oneEdit(name: string, draws: Draws): string | null {
  const places = [...name].flatMap((sign, place) => (/[a-z]/i.test(sign) ? [place] : []));
  if (places.length < 3) return null;
  const place = draws.pick(places);
  const sign = name[place] as string;
  const kind = draws.next();
  const before = name.slice(0, place);
  const after = name.slice(place + 1);
  if (kind < 0.55)
    return before + matchCase(draws.pick([...(NEIGHBOURS[sign.toLowerCase()] as string)]), sign) + after;
  if (kind < 0.75) return before + after;
  if (kind < 0.85) return before + sign + draws.pick([...LETTERS]) + after;
  const next = after[0];
  if (next === undefined || next === ' ' || next.toLowerCase() === sign.toLowerCase()) return null;
  return before + next + sign + after.slice(1);
}

function edited(name: string, draws: Draws): string | null {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const made = oneEdit(name, draws);
    if (made !== null && foldName(made) !== foldName(name) && !/ {2}|^ | $/.test(made)) return made;
  }
  return null;
}

const oneTypo: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C20');
  const made = draws === null ? null : edited(row.name, draws);
  if (made === null) return;
  row.name = made;
  worsenName(row, 'CLOSE');
  mark(row, 'C20');
};

const twoTypos: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C21');
  const once = draws === null ? null : edited(row.name, draws);
  const twice = once === null || draws === null ? null : edited(once, draws);
  if (twice === null || foldName(twice) === foldName(row.name)) return;
  row.name = twice;
  worsenName(row, 'FAR');
  mark(row, 'C21');
};

interface SoundChange {
  readonly heard: RegExp;
  readonly written: string;
  /** One letter is one edit away; Ch for Tr and D for Gi are two. */
  readonly fact: 'CLOSE' | 'FAR';
}

const SOUNDS: readonly SoundChange[] = [
  { heard: /^Ch(?=[^ ])/, written: 'Tr', fact: 'FAR' },
  { heard: /^Tr/, written: 'Ch', fact: 'FAR' },
  { heard: /^S/, written: 'X', fact: 'CLOSE' },
  { heard: /^X/, written: 'S', fact: 'CLOSE' },
  { heard: /^D(?=[^h])/, written: 'Gi', fact: 'FAR' },
  { heard: /^Gi(?=[aăâeêoôơuư])/, written: 'D', fact: 'FAR' },
  { heard: /^L/, written: 'N', fact: 'CLOSE' },
  { heard: /^N(?=[^gh])/, written: 'L', fact: 'CLOSE' },
  { heard: /^V/, written: 'D', fact: 'CLOSE' },
  { heard: /ng$/, written: 'n', fact: 'CLOSE' },
  { heard: /n$/, written: 'ng', fact: 'CLOSE' },
  { heard: /c$/, written: 't', fact: 'CLOSE' },
  { heard: /t$/, written: 'c', fact: 'CLOSE' },
];

/** C24: one given or middle syllable as it sounds in some region; the surname is known to everybody. */
const asSpoken: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C24');
  if (draws === null) return;
  const syllables = row.name.split(' ');
  const choices = syllables.flatMap((syllable, place) =>
    place === 0 ? [] : SOUNDS.filter(({ heard }) => heard.test(syllable)).map((sound) => ({ place, sound })),
  );
  if (choices.length === 0) return;
  const { place, sound } = draws.pick(choices);
  syllables[place] = (syllables[place] as string).replace(sound.heard, sound.written);
  row.name = syllables.join(' ');
  worsenName(row, sound.fact);
  mark(row, 'C24');
};

/** What a scanner takes for something else, both ways where both happen. */
const MISREAD: readonly (readonly [string, string])[] = [
  ...[
    ['O', '0'] as const,
    ['o', '0'] as const,
    ['l', '1'] as const,
    ['I', '1'] as const,
    ['i', 'l'] as const,
  ],
  ...[['rn', 'm'] as const, ['m', 'rn'] as const, ['ô', 'ó'] as const, ['ó', 'ô'] as const],
  ...[['ư', 'u'] as const, ['S', '5'] as const, ['B', '8'] as const],
];

/** C25: one letter of a name as a scanner reads it. */
const misread: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C25');
  const usable = MISREAD.filter(([right]) => row.name.includes(right));
  if (draws === null || usable.length === 0) return;
  const [right, wrong] = draws.pick(usable);
  const made = row.name.replace(right, wrong);
  const edits = editsApart(foldName(made), foldName(row.name));
  row.name = made;
  worsenName(row, edits === 0 ? 'FOLD' : edits === 1 ? 'CLOSE' : 'FAR');
  mark(row, 'C25');
};

export function applyTyping(row: Row, context: NoiseContext): void {
  asSpoken(row, context);
  oneTypo(row, context);
  twoTypos(row, context);
}

/** After everything that was typed. */
export function applyScanning(row: Row, context: NoiseContext): void {
  misread(row, context);
}
