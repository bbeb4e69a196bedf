/** Compares a prepared row with one register person, field by field, and weighs the outcome. */
import {
  DatePrecision,
  DateRelation,
  precisionOf,
  relateDates,
  type PartialDate,
} from '../resident/birth-date';
import { compareAddress } from './compare-address';
import { compareName } from './compare-name';
import { digitSlip } from '../resident/digit-slip';
import { type CloseKind, FieldClass, isLosslesslyEqual, outcomeOf, type FieldOutcome } from './field-outcome';
import { type LookupKey, type PreparedResident, type RegisterPerson } from '../resident/resident';
import { RuleId } from './rule-id';
import { Sex } from '../resident/sex';
import { type Verification } from './verdict';
import { addBits, birthBits, numberBits, sexBits } from './weights';

export type ComparedFields = Verification['fields'];

/** One candidate, compared and weighed. */
export interface ComparedCandidate {
  person: RegisterPerson;
  fields: ComparedFields;
  weightBits: number;
}

/**
 * Compares number, name, birth date and sex, and the address where it was asked for. The number is scored first; sex and year of birth
 * are contained in it, so they are worth bits only when the 12-digit numbers do not agree.
 */
export function compareResident(
  prepared: PreparedResident,
  answered: LookupKey,
  person: RegisterPerson,
): ComparedCandidate {
  const number = compareNumber(prepared, answered, person);
  const numbersAgree = isLosslesslyEqual(number) || number.rules.includes(RuleId.CANCELLED_NUMBER);
  const name =
    prepared.name.state === 'USABLE'
      ? compareName(prepared.name.value, person.name, person.formerNames)
      : blankOutcome(prepared.name);
  const birthDate = compareBirth(prepared, person.birth, numbersAgree);
  const sex = compareSex(prepared, person.sex, numbersAgree);
  const bits = [number.bits, name.bits, birthDate.bits, sex.bits];
  if (person.address === undefined || prepared.address === null)
    return { person, fields: { number, name, birthDate, sex }, weightBits: addBits(bits) };
  const address = compareAddress(prepared.address, person.address, number.bits > 0);
  const weightBits = addBits([...bits, address.bits]);
  return { person, fields: { number, name, birthDate, sex, address }, weightBits };
}

/** The outcome of a field that the row does not usably have: MISSING_INPUT or INVALID_INPUT, 0 bits. */
export function blankOutcome(field: { state: string; rules: readonly RuleId[] }): FieldOutcome {
  const missing = field.state === 'MISSING';
  return outcomeOf(missing ? FieldClass.MISSING_INPUT : FieldClass.INVALID_INPUT, field.rules, 0);
}

function compareNumber(
  prepared: PreparedResident,
  answered: LookupKey,
  person: RegisterPerson,
): FieldOutcome {
  if (prepared.number.state !== 'USABLE') return compareWithoutNumber(prepared, answered, person);
  const { value, rules } = prepared.number;
  const outcome = (fieldClass: FieldClass, needed: readonly string[], sub?: CloseKind) =>
    outcomeOf(fieldClass, needed, numberBits(fieldClass, false), sub);
  if (value === person.number)
    return outcome(rules.length === 0 ? FieldClass.EXACT : FieldClass.EQUIV, rules);
  if (person.formerNumbers.includes(value))
    return outcome(FieldClass.HISTORIC, [...rules, RuleId.CANCELLED_NUMBER]);
  if (person.number === '') return outcome(FieldClass.MISSING_REGISTER, []);
  const slip = digitSlip(value, person.number);
  if (slip === null) return outcome(FieldClass.DIFFERENT, rules);
  // A slip beside the person's own card is no worse than the card alone.
  return isOwnCard(prepared, answered, person)
    ? outcomeOf(FieldClass.HISTORIC, [...rules, RuleId.OLD_CARD], numberBits(FieldClass.HISTORIC, true), slip)
    : outcome(FieldClass.CLOSE, rules, slip);
}

/** The register answers by any card a person ever held, not only the last. */
function isOwnCard({ oldCard }: PreparedResident, answered: LookupKey, person: RegisterPerson): boolean {
  if (oldCard === null) return false;
  return (answered.by === 'OLD_CARD' && answered.number === oldCard) || person.oldCardNumber === oldCard;
}

/**
 * The old card stands in for the number when the row has none. Without a card, a number that lost its zeros in a way that the row does not
 * confirm is as good as one with a slip where it turns out to be the person's: too little to be looked up by, or to be VERIFIED.
 */
function compareWithoutNumber(
  prepared: PreparedResident,
  answered: LookupKey,
  person: RegisterPerson,
): FieldOutcome {
  const { oldCard: card, unconfirmedNumber } = prepared;
  if (card === null) {
    if (unconfirmedNumber === null || unconfirmedNumber !== person.number)
      return blankOutcome(prepared.number);
    return outcomeOf(FieldClass.CLOSE, [RuleId.I02], numberBits(FieldClass.CLOSE, false));
  }
  const outcome = (fieldClass: FieldClass, sub?: CloseKind) =>
    outcomeOf(fieldClass, [RuleId.OLD_CARD], numberBits(fieldClass, true), sub);
  if (isOwnCard(prepared, answered, person)) return outcome(FieldClass.HISTORIC);
  if (person.oldCardNumber === null) return outcome(FieldClass.MISSING_REGISTER);
  const slip = digitSlip(card, person.oldCardNumber);
  return slip === null ? outcome(FieldClass.DIFFERENT) : outcome(FieldClass.CLOSE, slip);
}

function compareBirth(
  prepared: PreparedResident,
  register: PartialDate,
  numbersAgree: boolean,
): FieldOutcome {
  if (prepared.birth.state !== 'USABLE') return blankOutcome(prepared.birth);
  const { value: input, rules } = prepared.birth;
  const relation = relateDates(input, register);
  const agrees = relation === DateRelation.SAME || relation === DateRelation.COMPATIBLE;
  if (!agrees && prepared.birthMayBePlaceholder && input.year === register.year) {
    const detail = { precision: DatePrecision.YEAR, sub: null, sameYear: true };
    const bits = birthBits(FieldClass.PARTIAL, detail, numbersAgree);
    return outcomeOf(FieldClass.PARTIAL, [...rules, RuleId.D07, RuleId.AT_YEAR], bits);
  }
  return weighBirth(input, register, relation, rules, numbersAgree);
}

function weighBirth(
  input: PartialDate,
  register: PartialDate,
  relation: DateRelation,
  rules: readonly RuleId[],
  numbersAgree: boolean,
): FieldOutcome {
  const precision = coarser(precisionOf(input), precisionOf(register));
  const sub =
    relation === DateRelation.SWAP_DM ||
    relation === DateRelation.DIGIT1 ||
    relation === DateRelation.TRANSPOSE
      ? relation
      : null;
  const fieldClass =
    rules.includes(RuleId.CENTURY) && relation === DateRelation.SAME
      ? FieldClass.PARTIAL
      : birthClass(relation, rules.length === 0);
  const detail = { precision, sub, sameYear: input.year === register.year };
  const bits = birthBits(fieldClass, detail, numbersAgree);
  return outcomeOf(fieldClass, birthRules(relation, precision, rules), bits, sub);
}

function birthClass(relation: DateRelation, canonical: boolean): FieldClass {
  switch (relation) {
    case DateRelation.SAME:
      return canonical ? FieldClass.EXACT : FieldClass.EQUIV;
    case DateRelation.COMPATIBLE:
      return FieldClass.PARTIAL;
    case DateRelation.SWAP_DM:
    case DateRelation.DIGIT1:
    case DateRelation.TRANSPOSE:
      return FieldClass.CLOSE;
    case DateRelation.SAME_YEAR:
    case DateRelation.DIFFERENT:
      return FieldClass.DIFFERENT;
  }
}

function birthRules(
  relation: DateRelation,
  precision: DatePrecision,
  rules: readonly RuleId[],
): readonly string[] {
  if (relation === DateRelation.COMPATIBLE) {
    return [...rules, precision === DatePrecision.MONTH ? RuleId.AT_MONTH : RuleId.AT_YEAR];
  }
  return relation === DateRelation.SAME_YEAR ? [...rules, RuleId.SAME_YEAR] : rules;
}

function coarser(a: DatePrecision, b: DatePrecision): DatePrecision {
  if (a === DatePrecision.YEAR || b === DatePrecision.YEAR) return DatePrecision.YEAR;
  return a === DatePrecision.MONTH ? a : b;
}

function compareSex(prepared: PreparedResident, register: Sex, numbersAgree: boolean): FieldOutcome {
  if (prepared.sex.state !== 'USABLE') return blankOutcome(prepared.sex);
  if (register === Sex.UNKNOWN) return outcomeOf(FieldClass.MISSING_REGISTER, [], 0);
  const { value, rules } = prepared.sex;
  const same = rules.length === 0 ? FieldClass.EXACT : FieldClass.EQUIV;
  const fieldClass = value === register ? same : FieldClass.DIFFERENT;
  return outcomeOf(fieldClass, rules, sexBits(fieldClass, numbersAgree));
}
