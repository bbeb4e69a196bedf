/** Compares a row's name with the names of a register person. */
import { readKeystrokes } from '../cleanse/keystrokes';
import { CloseKind, FieldClass, outcomeOf, type FieldOutcome } from './field-outcome';
import {
  hasLostLetters,
  isCutOff,
  isNobodysName,
  isOneEdit,
  isShortened,
  isSpelledAsHeard,
  isTwoEdits,
  isWordMissing,
} from './name-distance';
import { countNameFaults } from './name-faults';
import { nameAgreementBits } from './name-frequency';
import { lacksLetters } from '../resident/lost-letters';
import {
  foldWithIY,
  inNormalForm,
  normalizeName,
  rulesBetween,
  sortedFold,
  type NormalName,
} from '../resident/person-name';
import { RuleId } from './rule-id';
import { foldAccents } from '../resident/syllable';
import { nameBits, NameRelation } from './weights';

/**
 * Compares with the present name, then losslessly with former ones (HISTORIC), then lossily with the present name, then lossily with
 * former ones. A difference in case alone is EQUIV (N01), never EXACT: the register writes capitals and files seldom do.
 */
export function compareName(
  input: NormalName,
  registerName: string,
  formerNames: readonly string[],
): FieldOutcome {
  const present = registerName === input.normal ? inNormalForm(input) : normalizeName(registerName);
  if (present.normal === '') return outcomeOf(FieldClass.MISSING_REGISTER, [], 0);
  if (present.normal === input.normal) return sameName(input, present);
  for (const formerName of formerNames) {
    const former = normalizeName(formerName);
    if (former.normal !== input.normal) continue;
    return historic(rulesBetween(input, former), NameRelation.SAME, former);
  }
  const lossy = foldedName(input, present) ?? closeName(input, present);
  if (lossy !== null) return lossy;
  for (const formerName of formerNames) {
    const former = normalizeName(formerName);
    const folded = foldedName(input, former);
    if (folded !== null) return historic(folded.rules, NameRelation.FOLDED, former);
  }
  return differentName(input, present);
}

function sameName(input: NormalName, present: NormalName): FieldOutcome {
  const rules = rulesBetween(input, present);
  const bits = nameBits(NameRelation.SAME, nameAgreementBits(present.normal));
  return outcomeOf(rules.length === 0 ? FieldClass.EXACT : FieldClass.EQUIV, rules, bits);
}

function historic(rules: readonly string[], relation: NameRelation, former: NormalName): FieldOutcome {
  const bits = nameBits(relation, nameAgreementBits(former.normal));
  return outcomeOf(FieldClass.HISTORIC, rules, bits);
}

function foldedName(input: NormalName, other: NormalName): FieldOutcome | null {
  if (input.fold === '') return null;
  const outcome = (rule: RuleId, relation: NameRelation, sub?: CloseKind) =>
    outcomeOf(FieldClass.FOLD, [rule], nameBits(relation, nameAgreementBits(other.normal)), sub);
  if (input.fold === other.fold) {
    if (lettersOf(input.normal) === lettersOf(other.normal)) return outcome(RuleId.F04, NameRelation.FOLDED);
    const lost = onlyLostAccents(input.normal, other.normal);
    return lost ? outcome(RuleId.F01, NameRelation.FOLDED) : outcome(RuleId.F02, NameRelation.ACCENTS_DIFFER);
  }
  if (hasLostLetters(input.normal, other.normal)) return outcome(RuleId.E08, NameRelation.FOLDED);
  if (foldWithIY(input.fold) === foldWithIY(other.fold)) return outcome(RuleId.N03, NameRelation.FOLDED);
  if (input.fold.length === other.fold.length && sortedFold(input.fold) === sortedFold(other.fold)) {
    return outcome(RuleId.F03, NameRelation.REORDERED, CloseKind.TOKEN_ORDER);
  }
  return null;
}

/** A name without its punctuation, accents kept. */
function lettersOf(normal: string): string {
  return normal
    .replace(/[^\p{L}\p{M}\p{N} ]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** True when every letter of the input is the other's letter, or that letter with accents missing: nothing contradicts. */
function onlyLostAccents(input: string, other: string): boolean {
  const typed = [...lettersOf(input)];
  const full = [...lettersOf(other)];
  if (typed.length !== full.length) return false;
  return typed.every((letter, index) => letter === full[index] || isBareOf(letter, full[index]!));
}

function isBareOf(letter: string, full: string): boolean {
  if (letter === foldAccents(full)) return true;
  const marks = full.normalize('NFD');
  return letter
    .normalize('NFD')
    .split('')
    .every((part) => marks.includes(part));
}

function closeName(input: NormalName, present: NormalName): FieldOutcome | null {
  const outcome = (relation: NameRelation, sub: CloseKind | null, rules: readonly string[] = []) =>
    outcomeOf(FieldClass.CLOSE, rules, nameBits(relation, nameAgreementBits(present.normal)), sub);
  const [typed, known] = [input.fold, present.fold];
  if (isOneEdit(typed, known)) {
    return isNobodysName(typed, known)
      ? outcome(NameRelation.ONE_EDIT_TO_NO_NAME, CloseKind.TYPO1, [RuleId.NO_SYLLABLE])
      : outcome(NameRelation.ONE_EDIT, CloseKind.TYPO1);
  }
  if (isSpelledAsHeard(typed, known))
    return outcome(NameRelation.ONE_EDIT, CloseKind.TYPO1, [RuleId.AS_HEARD]);
  if (isWordMissing(typed, known)) return outcome(NameRelation.WORD_MISSING, CloseKind.TOKEN_MISSING);
  if (isCutOff(typed, known)) {
    // HOA may be a whole name and not the beginning of HOANG.
    const relation = isNobodysName(typed, known) ? NameRelation.WORD_MISSING : NameRelation.TWO_EDITS;
    return outcomeOf(FieldClass.PARTIAL, [], nameBits(relation, 0));
  }
  if (isShortened(typed, known))
    return outcome(NameRelation.WORD_MISSING, CloseKind.TOKEN_MISSING, [RuleId.N10]);
  if (known !== '' && known === normalizeName(readKeystrokes(input.raw)?.text ?? '').fold)
    return outcome(NameRelation.FOLDED, CloseKind.TYPO1, [RuleId.E09]);
  // No sub-code stands for two faults. Where two edits make another name, their few bits send a row with its own number to review,
  // and rule 10 does not say wrongly that the number is somebody else's.
  const faults = twoFaults(input, present);
  return faults && outcome(faults.relation, null, faults.rules);
}

/**
 * Two edits in any name, or two faults of different kinds: in a name that nobody bears, or where two words at least are whole. What is
 * missing, added or moved leaves less of it.
 */
function twoFaults(
  input: NormalName,
  present: NormalName,
): { readonly relation: NameRelation; readonly rules: RuleId[] } | null {
  const [typed, known] = [input.fold, present.fold];
  const nobodys = isNobodysName(typed, known);
  if (isTwoEdits(typed, known))
    return nobodys
      ? { relation: NameRelation.TWO_EDITS_TO_NO_NAME, rules: [RuleId.EDIT2, RuleId.NO_SYLLABLE] }
      : { relation: NameRelation.TWO_EDITS, rules: [RuleId.EDIT2] };
  const counted = countNameFaults(input.normal, present.normal);
  if (counted === null) return null;
  if (!nobodys && !lacksLetters(input.normal))
    return counted.sameWords < 2 ? null : { relation: NameRelation.TWO_EDITS, rules: [RuleId.FAULTS] };
  return {
    relation: counted.wordForWord ? NameRelation.TWO_EDITS_TO_NO_NAME : NameRelation.TWO_EDITS,
    rules: [RuleId.FAULTS, RuleId.NO_SYLLABLE],
  };
}

function differentName(input: NormalName, present: NormalName): FieldOutcome {
  const surname = firstWord(present.fold);
  const sharesSurname = surname !== '' && surname === firstWord(input.fold);
  const relation = sharesSurname ? NameRelation.SURNAME_ONLY : NameRelation.DIFFERENT;
  return outcomeOf(FieldClass.DIFFERENT, sharesSurname ? [RuleId.F05] : [], nameBits(relation, 0));
}

function firstWord(fold: string): string {
  const space = fold.indexOf(' ');
  return space < 0 ? fold : fold.slice(0, space);
}
