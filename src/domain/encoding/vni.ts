/** VNI-Windows: most letters are a base letter followed by a sign that carries the accents. */
import { createLetterTable } from './letter-table';
import { VOWEL_ROWS } from './vietnamese-letters';

/** The sign for grave, acute, hook, tilde, dot after a plain vowel, and after one that is short (ă) or has a roof (â, ê, ô). */
const TONES = ['ø', 'ù', 'û', 'õ', 'ï'] as const;
const SHORT = ['ê', 'è', 'é', 'ú', 'ü', 'ë'] as const;
const ROOF = ['â', 'à', 'á', 'å', 'ã', 'ä'] as const;

/** Letters with signs of their own; the toned ones of ơ and ư follow from ô and ö. */
const SINGLE: readonly (readonly [letter: string, sign: string])[] = [
  ...[['đ', 'ñ'] as const, ['ơ', 'ô'] as const, ['ư', 'ö'] as const, ['ỵ', 'î'] as const],
  ...[
    ['ì', 'ì'] as const,
    ['í', 'í'] as const,
    ['ỉ', 'æ'] as const,
    ['ĩ', 'ó'] as const,
    ['ị', 'ò'] as const,
  ],
];

const BASES: Readonly<Record<string, readonly [base: string, signs: readonly string[]]>> = {
  ...Object.fromEntries([...'aeouy'].map((vowel) => [vowel, [vowel, ['', ...TONES]]])),
  ă: ['a', SHORT],
  ...Object.fromEntries(
    [
      ['â', 'a'],
      ['ê', 'e'],
      ['ô', 'o'],
    ].map(([vowel, base]) => [vowel, [base, ROOF]]),
  ),
  ơ: ['ô', ['', ...TONES]],
  ư: ['ö', ['', ...TONES]],
} as Readonly<Record<string, readonly [string, readonly string[]]>>;

const SINGLES = new Set(SINGLE.map(([letter]) => letter));

function smallPairs(): (readonly [string, string])[] {
  const composed = VOWEL_ROWS.flatMap((row) => {
    const [vowel = ''] = row;
    const known = BASES[vowel];
    if (!known) return [];
    const [base, signs] = known;
    return [...row].map((letter, tone) => [letter, base + signs[tone]!] as const);
  });
  return [...SINGLE, ...composed.filter(([letter]) => !SINGLES.has(letter) && !/[a-z]/.test(letter))];
}

const SMALL = smallPairs();
const CAPITALS = SMALL.map(([letter, sequence]) => [letter.toUpperCase(), sequence.toUpperCase()] as const);
/** A capital whose sign was typed small: the case of the letter is that of its base. Read, never written. */
const MIXED = SMALL.filter(([, sequence]) => sequence.length === 2).map(
  ([letter, sequence]) => [letter.toUpperCase(), sequence[0]!.toUpperCase() + sequence[1]!] as const,
);

export const VNI = createLetterTable([...SMALL, ...CAPITALS, ...MIXED]);
