/** Turns field outcomes and row findings into the reason codes of a record. */
import { DatePrecision, precisionOf } from '../resident/birth-date';
import { type ComparedCandidate, type ComparedFields } from './compare-resident';
import { CloseKind, FieldClass, type FieldOutcome } from './field-outcome';
import { type PreparedResident } from '../resident/resident';
import { RuleId } from './rule-id';
import { ReasonCode } from './verdict';

/**
 * All reasons that speak about the row and the candidate it was judged by, unsorted. They tell no more of the register than the classes
 * do; that a person died is told with a STATUS_ALERT only, not of one among several namesakes.
 */
export function reasonsOf(
  prepared: PreparedResident,
  best: ComparedCandidate | null,
  statusAlert: boolean,
): ReasonCode[] {
  const reasons = [...prepared.findings];
  if (best === null) return reasons;
  addNumberReasons(best.fields, reasons);
  addNameReasons(best.fields.name, reasons);
  addBirthReasons(best, reasons);
  if (best.fields.sex.class === FieldClass.DIFFERENT) reasons.push(ReasonCode.SEX_CONFLICT);
  addAddressReasons(best.fields.address, reasons);
  if (statusAlert && best.person.status !== 'ACTIVE') reasons.push(ReasonCode.REG_DECEASED);
  return reasons;
}

function addNumberReasons(fields: ComparedFields, reasons: ReasonCode[]): void {
  const { number, name } = fields;
  if (number.rules.includes(RuleId.CANCELLED_NUMBER)) reasons.push(ReasonCode.REG_CANCELLED);
  const same = number.class === FieldClass.EXACT || number.class === FieldClass.EQUIV;
  if (same && name.class === FieldClass.DIFFERENT) reasons.push(ReasonCode.ID_BELONGS_TO_OTHER);
}

function addNameReasons(name: FieldOutcome, reasons: ReasonCode[]): void {
  if (name.class === FieldClass.HISTORIC) reasons.push(ReasonCode.NAME_FORMER);
  if (name.class === FieldClass.PARTIAL) reasons.push(ReasonCode.NAME_TOKEN_MISSING);
  if (name.class === FieldClass.CLOSE) {
    reasons.push(name.sub === CloseKind.TOKEN_MISSING ? ReasonCode.NAME_TOKEN_MISSING : ReasonCode.NAME_TYPO);
  }
  for (const rule of name.rules) {
    if (rule === RuleId.N02) reasons.push(ReasonCode.NAME_TONE_STYLE);
    else if (rule === RuleId.F01 || rule === RuleId.E08) reasons.push(ReasonCode.NAME_ACCENT_LOST);
    else if (rule === RuleId.F03) reasons.push(ReasonCode.NAME_ORDER);
    else if (rule === RuleId.F02 || rule === RuleId.F04 || rule === RuleId.N03)
      reasons.push(ReasonCode.NAME_TYPO);
  }
}

function addBirthReasons(best: ComparedCandidate, reasons: ReasonCode[]): void {
  const { birthDate } = best.fields;
  if (birthDate.class === FieldClass.CLOSE) {
    reasons.push(birthDate.sub === CloseKind.SWAP_DM ? ReasonCode.DOB_SWAP : ReasonCode.DOB_DIGIT);
    return;
  }
  if (birthDate.rules.includes(RuleId.D07)) {
    reasons.push(ReasonCode.DOB_PLACEHOLDER);
    return;
  }
  const agrees =
    birthDate.class === FieldClass.PARTIAL ||
    birthDate.class === FieldClass.EXACT ||
    birthDate.class === FieldClass.EQUIV;
  if (!agrees) return;
  if (agreesAtRegisterPrecision(best)) reasons.push(ReasonCode.DOB_REGISTER_PRECISION);
  else if (birthDate.class === FieldClass.PARTIAL && !birthDate.rules.includes(RuleId.CENTURY))
    reasons.push(ReasonCode.DOB_YEAR_ONLY);
}

function addAddressReasons(address: FieldOutcome | undefined, reasons: ReasonCode[]): void {
  if (address === undefined) return;
  if (address.class === FieldClass.HISTORIC) reasons.push(ReasonCode.ADDR_OLD_UNIT);
  if (address.class === FieldClass.DIFFERENT || address.rules.includes(RuleId.AT_PROVINCE))
    reasons.push(ReasonCode.ADDR_OTHER_WARD);
}

/**
 * True when the register itself knows the year or month only and the row agrees with all of it (rule 7). A row that knows even less
 * does not: there the register could still contradict.
 */
export function agreesAtRegisterPrecision(best: ComparedCandidate): boolean {
  const { birthDate } = best.fields;
  const precision = precisionOf(best.person.birth);
  if (precision === DatePrecision.DAY) return false;
  if (birthDate.class === FieldClass.EXACT || birthDate.class === FieldClass.EQUIV) return true;
  if (birthDate.class !== FieldClass.PARTIAL) return false;
  return birthDate.rules.includes(precision === DatePrecision.MONTH ? RuleId.AT_MONTH : RuleId.AT_YEAR);
}
