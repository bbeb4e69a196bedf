/** Finds out in which encoding a column's text stands, with a confidence that a person can weigh. */
import { isVietnameseSyllable, wordsOf } from '../resident/vietnamese-syllable';
import { decodeText, LEGACY_ENCODINGS, TextEncoding } from './text-encoding';

export interface EncodingGuess {
  readonly encoding: TextEncoding;
  /** 0 … 1: how surely, as the lower bound of a 95 % interval. 1 where there is nothing to decide. */
  readonly confidence: number;
}

/** Below this a person has to say which encoding it is. */
export const SURE_ENOUGH = 0.95;
/** Cells that are looked at: enough for a tight interval. */
export const SAMPLE_CELLS = 2_000;
/** A legacy encoding must explain this much more of the words than taking them as they stand. */
const LEAST_MARGIN = 0.2;

interface Tally {
  readonly words: number;
  readonly syllables: number;
}

const NON_ASCII = /[^ -~]/;
/** Letters of Vietnamese that no single-byte code page of the West has. */
const BEYOND_CODE_PAGE = /[ĂăĐđĨĩŨũƠơƯư]|\p{M}|[Ạ-ỹ]/u;

/** Guesses from the cells of one column. Only words with a sign beyond ASCII say anything. Linear in the size of the sample. */
export function detectTextEncoding(cells: readonly string[]): EncodingGuess {
  const telling = cells.filter((cell) => NON_ASCII.test(cell)).slice(0, SAMPLE_CELLS);
  const legacy = telling.filter((cell) => !BEYOND_CODE_PAGE.test(cell));
  // Mixed columns stay as they are: single cells are for the cleansing rules, which look at each by itself.
  if (legacy.length * 2 <= telling.length) return { encoding: TextEncoding.UNICODE, confidence: 1 };
  const plain = tally(legacy, (cell) => cell);
  const tallies = LEGACY_ENCODINGS.map((encoding) => ({
    encoding,
    tally: tally(legacy, (cell) => decodeText(cell, encoding) ?? cell),
  }));
  const best = tallies.reduce((one, other) => (other.tally.syllables > one.tally.syllables ? other : one));
  const gained = rate(best.tally) - rate(plain);
  if (gained >= LEAST_MARGIN) return { encoding: best.encoding, confidence: lowerBound(best.tally) };
  // Few Vietnamese words either way (French names, symbols): nothing is gained by a legacy encoding.
  return { encoding: TextEncoding.UNICODE, confidence: gained > 0 ? lowerBound(plain) : 1 };
}

/** How many of the words that hold a sign beyond ASCII are syllables once decoded. The words are cut before decoding. */
function tally(cells: readonly string[], decode: (cell: string) => string): Tally {
  let words = 0;
  let syllables = 0;
  for (const cell of cells) {
    for (const word of wordsOf(cell)) {
      if (!NON_ASCII.test(word)) continue;
      words += 1;
      if (isVietnameseSyllable(decode(word))) syllables += 1;
    }
  }
  return { words, syllables };
}

const rate = ({ words, syllables }: Tally) => (words === 0 ? 0 : syllables / words);

/** Lower end of Wilson's interval, one-sided 95 %: few words make nobody sure. */
function lowerBound({ words, syllables }: Tally): number {
  if (words === 0) return 0;
  const z = 1.645;
  const share = syllables / words;
  const centre = share + (z * z) / (2 * words);
  const spread = z * Math.sqrt((share * (1 - share)) / words + (z * z) / (4 * words * words));
  return (centre - spread) / (1 + (z * z) / words);
}
