/** Brings a person's name to one lossless normal form, and to the lossy folds by which names are searched and compared. */
import { rememberWords } from '../remember';
import { CleanFlag, cleanText, isOrdinaryText } from './clean-text';
import { RuleId } from '../verdict/rule-id';
import { foldAccents, foldIY, placeTone } from './syllable';

const CASE_FLAG = 16;
const TONE_FLAG = 32;
const RULE_FLAGS = 63;
const CLEAN_FLAGS = 15;
/** Not a rule: some syllable holds a letter. */
const LETTER_FLAG = 64;

/** A name read once. Two names are the same name exactly when their `normal` is equal. */
export interface NormalName {
  raw: string;
  /** Lossless: NFC, no invisible signs, single spaces, capitals, tone marks in the house place. Nothing dropped or reordered. */
  normal: string;
  /** Lossy: `normal` without accents and punctuation, Đ as D. */
  fold: string;
  /** Which rules changed something, as a bit set; read it with `nameRules` and `hasLetter`. */
  flags: number;
}

interface Syllable {
  normal: string;
  fold: string;
  flags: number;
}

/** Normalises a name. Idempotent on `normal`, linear in the length. The result may be empty when nothing visible was there. */
export function normalizeName(raw: string): NormalName {
  const clean = cleanText(raw);
  const text = clean.text;
  let flags = clean.flags;
  let normal = '';
  let fold = '';
  let start = 0;
  while (start < text.length) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    const syllable = findSyllable(text, start, end);
    flags |= syllable.flags;
    normal = normal === '' ? syllable.normal : `${normal} ${syllable.normal}`;
    if (syllable.fold !== '') fold = fold === '' ? syllable.fold : `${fold} ${syllable.fold}`;
    start = end + 1;
  }
  return { raw, normal, fold, flags };
}

/** What `normalizeName(name.normal)` gives, without reading it again: most registers write names in the normal form. */
export function inNormalForm({ normal, fold, flags }: NormalName): NormalName {
  return { raw: normal, normal, fold, flags: flags & LETTER_FLAG };
}

/** Syllables repeat massively. */
const findSyllable = rememberWords(readSyllable);

function readSyllable(token: string): Syllable {
  const upper = raiseCase(token);
  const normal = placeTone(upper);
  const fold = foldAccents(normal).replace(/[^\p{L}\p{N}]/gu, '');
  const flags =
    (upper === token ? 0 : CASE_FLAG) |
    (normal === upper ? 0 : TONE_FLAG) |
    (/\p{L}/u.test(fold) ? LETTER_FLAG : 0);
  return { normal, fold, flags };
}

/** Capitals of foreign letters may decompose or turn into a look-alike, so those are cleaned once more. */
function raiseCase(token: string): string {
  const upper = token.toUpperCase();
  return isOrdinaryText(upper) ? upper : cleanText(upper).text.toUpperCase().normalize('NFC');
}

const FLAG_RULES: readonly (readonly [number, RuleId])[] = [
  [CleanFlag.COMPOSED, RuleId.T01],
  [CleanFlag.INVISIBLE, RuleId.T02],
  [CleanFlag.SPACES, RuleId.T03],
  [CleanFlag.CONFUSABLE, RuleId.T04],
  [CASE_FLAG, RuleId.N01],
  [TONE_FLAG, RuleId.N02],
];
const RULES_OF_FLAGS: readonly (readonly RuleId[])[] = Array.from({ length: 64 }, (_, flags) =>
  FLAG_RULES.filter(([flag]) => (flags & flag) !== 0).map(([, rule]) => rule),
);

/** The ids of the rules that changed the name on the way to its normal form, in catalogue order. */
export function nameRules(name: NormalName): readonly RuleId[] {
  return RULES_OF_FLAGS[name.flags & RULE_FLAGS]!;
}

/**
 * The rules needed to see that two names with the same `normal` are equal. Case counts only where the two differ in case, tone
 * placement only where they differ in it, the carrier rules (T…) whenever either side needed them. Empty means byte-equal.
 */
export function rulesBetween(a: NormalName, b: NormalName): readonly RuleId[] {
  if (a.raw === b.raw) return RULES_OF_FLAGS[0]!;
  const either = a.flags | b.flags;
  let needed = either & CLEAN_FLAGS;
  const one = a.flags ^ b.flags;
  if ((one & TONE_FLAG) !== 0) needed |= TONE_FLAG;
  else if ((either & TONE_FLAG) !== 0 && upperOf(a) !== upperOf(b)) needed |= TONE_FLAG;
  if ((one & CASE_FLAG) !== 0) needed |= CASE_FLAG;
  else if ((either & CASE_FLAG) !== 0 && casePattern(a) !== casePattern(b)) needed |= CASE_FLAG;
  return RULES_OF_FLAGS[needed]!;
}

function upperOf(name: NormalName): string {
  return cleanText(name.raw).text.split(' ').map(raiseCase).join(' ');
}

/** Which letters are capitals, independent of accents: tone placement moves accents and keeps letters. */
function casePattern(name: NormalName): string {
  return foldAccents(cleanText(name.raw).text);
}

/** The fold with its words sorted: equal for the same words in any order. Lossy; never a search key (it merges people). */
export function sortedFold(fold: string): string {
  return fold.split(' ').sort().join(' ');
}

/** The fold with i and y merged where they are the only vowel of a syllable. Lossy (rule N03). */
export function foldWithIY(fold: string): string {
  return fold.includes('Y') ? fold.split(' ').map(foldIY).join(' ') : fold;
}

/** True when the name holds at least one letter of any script. */
export function hasLetter(name: NormalName): boolean {
  return (name.flags & LETTER_FLAG) !== 0;
}
