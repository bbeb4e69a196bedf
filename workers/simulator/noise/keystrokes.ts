/** Answers for C23: a syllable as the keys were struck, because the input method was switched off. */
import { mark, type NoiseContext, type Row, strike, worsenName } from './row';

interface Method {
  /** Mark → the key that makes it, after the letter; by letter where it depends on it. */
  readonly shapes: Readonly<Record<string, (letter: string) => string>>;
  readonly tones: Readonly<Record<string, string>>;
  readonly barred: string;
}

const TELEX: Method = {
  shapes: { '\u0302': (letter) => letter, '\u0306': () => 'w', '\u031b': () => 'w' },
  tones: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  barred: 'd',
};
const VNI: Method = {
  shapes: { '\u0302': () => '6', '\u0306': () => '8', '\u031b': () => '7' },
  tones: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
  barred: '9',
};

/** The syllable key by key, the tone struck last, as most typists do. */
function keysOf(syllable: string, { shapes, tones, barred }: Method): string {
  let keys = '';
  let tone = '';
  let letter = '';
  for (const sign of syllable.normalize('NFD')) {
    if (tones[sign] !== undefined) tone = tones[sign];
    else if (shapes[sign] !== undefined) keys += shapes[sign](letter.toLowerCase());
    else if (sign === 'đ' || sign === 'Đ') keys += (sign === 'Đ' ? 'D' : 'd') + barred;
    else keys += letter = sign;
  }
  return keys + tone;
}

export function applyKeystrokes(row: Row, context: NoiseContext): void {
  const draws = strike(context, row, 'C23');
  if (draws === null) return;
  const syllables = row.name.split(' ');
  const accented = syllables.flatMap((syllable, place) => (/[^A-Za-z'.]/.test(syllable) ? [place] : []));
  if (accented.length === 0) return;
  const place = draws.pick(accented);
  const keys = keysOf(syllables[place] as string, draws.next() < 0.8 ? TELEX : VNI);
  if (keys === syllables[place]) return;
  syllables[place] = keys;
  row.name = syllables.join(' ');
  worsenName(row, 'CLOSE');
  mark(row, 'C23');
}
