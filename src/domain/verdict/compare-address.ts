/** Compares the address of a row with that of a register person: by ward as it is called today or was called before, then by place. */
import { decodeWords } from '../cleanse/rules/encoding-rules';
import { isHouse, readAddress, type ResidentAddress } from '../resident/resident-address';
import { type RegisterAddress } from '../resident/resident';
import { foldAccents } from '../resident/syllable';
import { fillLostLetters } from './fill-lost-letters';
import { FieldClass, outcomeOf, type FieldOutcome } from './field-outcome';
import { RuleId } from './rule-id';
import { addressBits, type AddressAgreement } from './weights';

/**
 * `provinceKnown` says that the number agrees, or nearly so: most people live where their birth was registered, so the province has
 * been counted with it. People move: the outcome is never more than one bit against.
 */
export function compareAddress(
  raw: string,
  register: RegisterAddress | null,
  provinceKnown: boolean,
): FieldOutcome {
  const { text, rules } = readLetters(raw, register);
  const input = readAddress(text);
  if (input === null) return outcomeOf(FieldClass.INVALID_INPUT, [...rules, RuleId.A02], 0);
  const today = register === null ? null : readAddress(register.text);
  if (today === null) return outcomeOf(FieldClass.MISSING_REGISTER, [], 0);
  const before = register?.formerText == null ? null : readAddress(register.formerText);
  const outcome = (fieldClass: FieldClass, agreement: AddressAgreement, ...needed: RuleId[]) =>
    outcomeOf(fieldClass, [...rules, ...needed], addressBits(agreement, provinceKnown));
  if (input.province === null) return withoutProvince(input, [today, before], rules);
  if (input.province !== today.province)
    return outcome(FieldClass.DIFFERENT, { province: false, ward: false, place: null });
  if (sameWard(input, today)) {
    const place = samePlace(input, today);
    const agreement = { province: true, ward: true, place };
    if (place === null) return outcome(FieldClass.PARTIAL, agreement, RuleId.AT_WARD);
    const likeness = rules.includes(RuleId.E08)
      ? FieldClass.FOLD
      : likenessOf(raw, input, register!.text, today);
    return outcome(likeness, agreement, ruleOf(place));
  }
  if (before !== null && sameWard(input, before)) {
    const place = samePlace(input, before);
    const agreement = { province: true, ward: true, place };
    return outcome(FieldClass.HISTORIC, agreement, place === null ? RuleId.AT_WARD : ruleOf(place));
  }
  // A ward that changed its name in a way that the register does not tell; of hamlets "thôn 3" there is one in every commune.
  const place = samePlace(input, today) === 'HOUSE' ? 'HOUSE' : null;
  const needed = place === null ? [RuleId.AT_PROVINCE] : [RuleId.AT_PROVINCE, RuleId.SAME_HOUSE];
  return outcome(FieldClass.PARTIAL, { province: true, ward: false, place }, ...needed);
}

/** What was typed, with letters lost to question marks as the register's address has them. */
function readLetters(
  raw: string,
  register: RegisterAddress | null,
): { text: string; rules: readonly RuleId[] } {
  const decoded = decodeWords(raw);
  const text = fillLostLetters(decoded.text, [register?.text, register?.formerText]);
  return text === decoded.text ? decoded : { text, rules: [...decoded.rules, RuleId.E08] };
}

/**
 * Cut off before the province, or written without it. A ward of the same name speaks for the row, less what the province would; another
 * says nothing.
 */
function withoutProvince(
  input: ResidentAddress,
  known: readonly (ResidentAddress | null)[],
  rules: readonly RuleId[],
): FieldOutcome {
  // What stands behind the ward may be the beginning of a province as well as a district.
  const ward = { ...input, district: '' };
  const same = known.find((one) => one !== null && sameWard(ward, one));
  if (!same) return outcomeOf(FieldClass.INVALID_INPUT, [...rules, RuleId.A02], 0);
  const agreement = { province: true, ward: true, place: samePlace(input, same) };
  return outcomeOf(FieldClass.PARTIAL, [...rules, RuleId.A02, RuleId.AT_WARD], addressBits(agreement, true));
}

/** Former communes of one name lie in several districts of a province, so the district counts where both have it. */
function sameWard(a: ResidentAddress, b: ResidentAddress): boolean {
  if (a.ward === '' || !sameWords(a.ward, b.ward)) return false;
  return a.district === '' || b.district === '' || sameWords(a.district, b.district);
}

function samePlace(a: ResidentAddress, b: ResidentAddress): AddressAgreement['place'] {
  if (a.place === '' || !sameWords(a.place, b.place)) return null;
  return isHouse(a) ? 'HOUSE' : 'HAMLET';
}

const ruleOf = (place: 'HOUSE' | 'HAMLET') => (place === 'HOUSE' ? RuleId.SAME_HOUSE : RuleId.SAME_HAMLET);

const sameWords = (a: string, b: string) => a === b || foldAccents(a) === foldAccents(b);

function likenessOf(raw: string, input: ResidentAddress, known: string, today: ResidentAddress): FieldClass {
  if (raw === known) return FieldClass.EXACT;
  return input.ward === today.ward && input.place === today.place ? FieldClass.EQUIV : FieldClass.FOLD;
}
