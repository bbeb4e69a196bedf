/** Gives a row its verdict: the twelve rules of the verdict model, in order, the first that fires. */
import { blankOutcome, compareResident, type ComparedCandidate } from './compare-resident';
import { agreesAtRegisterPrecision, reasonsOf } from './explain-reasons';
import { FieldClass, isLosslesslyEqual, type FieldOutcome } from './field-outcome';
import {
  type PreparedField,
  type LookupKey,
  type PreparedResident,
  type RegisterPerson,
} from '../resident/resident';
import { RuleId } from './rule-id';
import { ReasonCode, sortReasons, Verdict, type Verification } from './verdict';
import { AMBIGUITY_BITS, bitsBetween, isWholeBirthDate, posteriorOf, PRIOR_BITS } from './weights';

export { type Verification };

/** What the rules look at. `best` is null exactly when there is no candidate. */
interface Facts {
  available: boolean;
  hasKey: boolean;
  best: ComparedCandidate | null;
  /** How far the second candidate lies behind, in bits; Infinity without one. */
  lead: number;
}

type Candidate = ComparedCandidate;
/** What the rules about weight need of a candidate; a verification has it as well. */
type Weighed = Pick<ComparedCandidate, 'fields' | 'weightBits'>;
type Rule = readonly [number: number, condition: (facts: Facts) => boolean, verdict: Verdict];

/** A rule that speaks about the best candidate, and so cannot fire without one. */
const onBest = (condition: (best: Candidate, facts: Facts) => boolean) => (facts: Facts) =>
  facts.best !== null && condition(facts.best, facts);

const isUnavailable = (facts: Facts): boolean => !facts.available;
const isInsufficient = (facts: Facts): boolean => !facts.hasKey;
const isNotFound = (facts: Facts): boolean => facts.best === null;
const isAmbiguous = (facts: Facts): boolean => facts.lead <= AMBIGUITY_BITS;

function hasStatusAlert({ person, fields }: Candidate): boolean {
  return person.status !== 'ACTIVE' || fields.number.rules.includes(RuleId.CANCELLED_NUMBER);
}

function numberAndNameAreEqual({ fields }: Candidate): boolean {
  return isLosslesslyEqual(fields.number) && isLosslesslyEqual(fields.name);
}

function isVerified(best: Candidate): boolean {
  const { birthDate, sex } = best.fields;
  return numberAndNameAreEqual(best) && isLosslesslyEqual(birthDate) && sex.class !== FieldClass.DIFFERENT;
}

/** The model does not repeat rule 6's guard on sex here; without it this rule would be the laxer way to the same verdict. */
function isVerifiedAtRegisterPrecision(best: Candidate): boolean {
  const sexAgrees = best.fields.sex.class !== FieldClass.DIFFERENT;
  return numberAndNameAreEqual(best) && agreesAtRegisterPrecision(best) && sexAgrees;
}

const NAME_WILL_DO: readonly FieldClass[] = [
  FieldClass.EXACT,
  FieldClass.EQUIV,
  FieldClass.FOLD,
  FieldClass.HISTORIC,
];
const BIRTH_WILL_DO: readonly FieldClass[] = [
  FieldClass.EXACT,
  FieldClass.EQUIV,
  FieldClass.PARTIAL,
  FieldClass.HISTORIC,
];

/** A number that is EQUIV counts as the EXACT of the model: it is the same number, only written with dots or without its zeros. */
function isProbableByNumber({ fields }: Candidate): boolean {
  const numberHolds = isLosslesslyEqual(fields.number) || fields.number.class === FieldClass.HISTORIC;
  return (
    numberHolds && NAME_WILL_DO.includes(fields.name.class) && BIRTH_WILL_DO.includes(fields.birthDate.class)
  );
}

const PROBABLE_POSTERIOR = 0.999;
const REVIEW_POSTERIOR = 0.05;

/**
 * Candidates within 3 bits were caught by rule 4, so the best one is unique here. Without any number a whole birth date is needed: of one
 * name and year there are many people, in one ward as well.
 */
export function isProbableByWeight({ fields, weightBits }: Weighed): boolean {
  const { number, name, birthDate } = fields;
  if (number.bits <= 0 && !isWholeBirthDate(birthDate)) return false;
  if (name.class === FieldClass.DIFFERENT || birthDate.class === FieldClass.DIFFERENT) return false;
  const close = [number, name, birthDate].filter((field) => field.class === FieldClass.CLOSE).length;
  return close <= 1 && posteriorOf(weightBits) >= PROBABLE_POSTERIOR;
}

function belongsToOther({ fields }: Candidate): boolean {
  return isLosslesslyEqual(fields.number) && fields.name.class === FieldClass.DIFFERENT;
}

/**
 * The model sets bounds of 0.05 and 0.999. Two rows outside them need a person all the same: one above that rule 9 refused, and one
 * below in which nothing contradicts, such as an elder known by name and year of birth alone. To call that a MISMATCH would be false.
 * Another address never makes one: people move.
 */
function needsReview({ fields, weightBits }: Weighed): boolean {
  const against = Math.min(0, fields.address?.bits ?? 0);
  return posteriorOf(bitsBetween(weightBits, against)) >= REVIEW_POSTERIOR || !contradicts(fields);
}

function contradicts({ number, name, birthDate, sex }: Candidate['fields']): boolean {
  return [number, name, birthDate, sex].some((field) => field.class === FieldClass.DIFFERENT);
}

const STATUS_RULE = 5;

/** The rules of the model, by number. The order is the meaning: every rule relies on those above it having refused. */
export const VERDICT_RULES: readonly Rule[] = [
  [1, isUnavailable, Verdict.UNAVAILABLE],
  [2, isInsufficient, Verdict.INSUFFICIENT],
  [3, isNotFound, Verdict.NOT_FOUND],
  [4, isAmbiguous, Verdict.AMBIGUOUS],
  [STATUS_RULE, onBest(hasStatusAlert), Verdict.STATUS_ALERT],
  [6, onBest(isVerified), Verdict.VERIFIED],
  [7, onBest(isVerifiedAtRegisterPrecision), Verdict.VERIFIED],
  [8, onBest(isProbableByNumber), Verdict.PROBABLE],
  [9, onBest(isProbableByWeight), Verdict.PROBABLE],
  [10, onBest(belongsToOther), Verdict.MISMATCH],
  [11, onBest(needsReview), Verdict.REVIEW],
  [12, () => true, Verdict.MISMATCH],
];

function firstRule(facts: Facts, after: number): Rule {
  for (const rule of VERDICT_RULES) if (rule[0] > after && rule[1](facts)) return rule;
  throw new Error('the last rule always fires');
}

/**
 * Judges a row by what the register answered. `answered` is the key of the look-up that `candidates` came from, or null when the row
 * had none (INSUFFICIENT). The order of the candidates, and one person listed twice, change nothing.
 *
 * VERIFIED needs number, name and birth date each EXACT or EQUIV (rule 6), or a register that itself knows no full birth date (rule
 * 7). Folded, close, former or partial values never verify: they end in PROBABLE or REVIEW.
 */
export function judgeResident(
  prepared: PreparedResident,
  answered: LookupKey | null,
  candidates: readonly RegisterPerson[],
): Verification {
  if (answered === null)
    return conclude(prepared, { available: true, hasKey: false, best: null, lead: Infinity });
  const { best, lead } = rankCandidates(prepared, answered, candidates);
  return conclude(prepared, { available: true, hasKey: true, best, lead });
}

/** More than a person can tell apart side by side; a row that so many fit is not settled by looking at them. */
const MOST_CANDIDATES = 5;

/**
 * The candidates that a person should see side by side, the best first: at most five, and none unless there are two that the row may
 * mean. Their people are for making tokens of and for nothing else.
 */
export function candidatesForReview(
  { verdict }: Verification,
  prepared: PreparedResident,
  answered: LookupKey | null,
  candidates: readonly RegisterPerson[],
): readonly ComparedCandidate[] {
  if (answered === null || (verdict !== Verdict.AMBIGUOUS && verdict !== Verdict.REVIEW)) return [];
  const people = new Map(candidates.map((person) => [person.number, person]));
  if (people.size < 2) return [];
  return [...people.values()]
    .map((person) => compareResident(prepared, answered, person))
    .sort((a, b) => (isAhead(a, b) ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}

/** The verdict on a row that could not be asked about (rule 1): a fact about the attempt, never about the person. To be tried again. */
export function judgeUnavailable(): Verification {
  return conclude(null, { available: false, hasKey: true, best: null, lead: Infinity });
}

function conclude(prepared: PreparedResident | null, facts: Facts): Verification {
  const [rule, , verdict] = firstRule(facts, 0);
  const { best } = facts;
  const weightBits = best?.weightBits ?? PRIOR_BITS;
  const verification: Verification = {
    verdict,
    rule,
    reasons:
      prepared === null
        ? [ReasonCode.REG_UNAVAILABLE]
        : sortReasons(reasonsOf(prepared, best, rule === STATUS_RULE)),
    confidence: posteriorOf(weightBits),
    weightBits,
    fields: best?.fields ?? fieldsWithoutCandidate(prepared, facts.hasKey),
  };
  if (rule === STATUS_RULE) verification.underlying = firstRule(facts, STATUS_RULE)[2];
  return verification;
}

function rankCandidates(
  prepared: PreparedResident,
  answered: LookupKey,
  candidates: readonly RegisterPerson[],
): Pick<Facts, 'best' | 'lead'> {
  let best: Candidate | null = null;
  let second: Candidate | null = null;
  const seen = candidates.length > 1 ? new Set<string>() : null;
  for (const person of candidates) {
    if (seen !== null) {
      if (seen.has(person.number)) continue;
      seen.add(person.number);
    }
    const compared = compareResident(prepared, answered, person);
    if (best === null || isAhead(compared, best)) {
      second = best;
      best = compared;
    } else if (second === null || isAhead(compared, second)) second = compared;
  }
  return {
    best,
    lead: best === null || second === null ? Infinity : bitsBetween(best.weightBits, second.weightBits),
  };
}

/** Equal weights are ordered by number, so that the register's order of answering never shows in a result. */
function isAhead(a: Candidate, b: Candidate): boolean {
  if (a.weightBits !== b.weightBits) return a.weightBits > b.weightBits;
  return a.person.number < b.person.number;
}

/** After a look-up that found nobody the register's side is what is missing; without a look-up nothing was compared. */
function fieldsWithoutCandidate(
  prepared: PreparedResident | null,
  lookedUp: boolean,
): Verification['fields'] {
  const outcome = (field: PreparedField<unknown> | undefined): FieldOutcome => {
    if (field && field.state !== 'USABLE') return blankOutcome(field);
    const answered = field !== undefined && lookedUp;
    return { class: answered ? FieldClass.MISSING_REGISTER : FieldClass.NOT_COMPARED, rules: [], bits: 0 };
  };
  return {
    number: outcome(prepared?.number),
    name: outcome(prepared?.name),
    birthDate: outcome(prepared?.birth),
    sex: outcome(prepared?.sex),
  };
}
