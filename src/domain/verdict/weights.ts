/** The weights of evidence: how many bits each field outcome is worth, how they add up, and what probability that makes. */
import { type DatePrecision } from '../resident/birth-date';
import { CloseKind, FieldClass, type FieldOutcome } from './field-outcome';
import { type Verification } from './verdict';

/*
 * Starting values of the verdict model, until weights are learnt from data. All are multiples of a tenth of a bit, so that the parts of
 * a record add up to the stored weight without a rounding left over.
 */

/** People the register is taken to hold. */
const REGISTER_POPULATION = 100_000_000;

/**
 * The weight before any field is seen: log2(1/N) ≈ −26.6 bits, that is, the candidate is anyone of the register.
 *
 * It is the same when a number was looked up. The look-up only finds the candidate; what it proves is that the numbers are equal, and
 * that is counted once, as the +24 bits of the number. A kinder prior for look-ups by number would count it twice. The two together
 * leave −2.6 bits: a number alone never settles a person, because its serial has no check digit and a typing error often lands on
 * somebody else of the same sex, year and province. Name or birth must bring the rest.
 */
export const PRIOR_BITS = Math.round(-Math.log2(REGISTER_POPULATION) * 10) / 10;

const NUMBER_SAME = 24;
/** An old card number may have been given twice, or changed on re-issue. */
const OLD_CARD_SAME = 20;
/**
 * Compared only after name and birth led to the person. Of two numbers with the same sex and year, one in half a million is a slip of
 * the other (same province 1/30, 54 of 10^6 serials), and 6 of 1,000 typed numbers slip: log2(0.006 / 2e-6).
 */
const NUMBER_ONE_SLIP = 11.5;
const NUMBER_DIFFERENT = -6;
/** Old cards got new numbers in another province, so another number says less. */
const OLD_CARD_DIFFERENT = -3;

const FOLD_LOSS = 1;
const NAME_ONE_EDIT = 8;
const NAME_TWO_EDITS = 3;
/**
 * A slip that leaves nobody's name is as likely under any name as near to it: what is lost against full agreement is only the choice
 * among the names near it, a handful after one edit and some dozen after two. A slip that makes another real name says far less.
 */
const NO_NAME_LOSS_ONE_EDIT = 2;
const NO_NAME_LOSS_TWO_EDITS = 4;
const NAME_REORDERED = 6;
const NAME_WORD_MISSING = 6;
const SURNAME_ONLY = 1;
const NAME_DIFFERENT = -7;

const BIRTH_YEAR = 5.9;
const BIRTH_AGREEMENT: Readonly<Record<DatePrecision, number>> = { DAY: 14.4, MONTH: 9.5, YEAR: BIRTH_YEAR };
const AGREEING: readonly FieldClass[] = [FieldClass.EXACT, FieldClass.EQUIV, FieldClass.PARTIAL];
const BIRTH_SWAPPED = 9;
const BIRTH_ONE_DIGIT = 6;
const BIRTH_SAME_YEAR = -1;
const BIRTH_DIFFERENT = -6;

const SEX_SAME = 1;
const SEX_DIFFERENT = -5;

/** Of the province, and of the ward that lies in it. */
const ADDRESS_PROVINCE = 4;
const ADDRESS_WARD = 8;
/**
 * What the place adds to its ward: a commune has a dozen hamlets, and a ward some thousand houses, each shared by a household; half
 * of those bits are kept back because addresses are written as one likes.
 */
const ADDRESS_PLACE = { HOUSE: 6, HAMLET: 3 } as const;
/** People move. */
const ADDRESS_DIFFERENT = -1;
/** The most that an address can be worth. */
export const MOST_ADDRESS_BITS = ADDRESS_WARD + ADDRESS_PLACE.HOUSE;

/** Two candidates closer than this are not told apart (rule 4). */
export const AMBIGUITY_BITS = 3;

/** Bits of the number. `oldCard` says that the value compared was a 9-digit card number. */
export function numberBits(outcome: FieldClass, oldCard: boolean): number {
  if (outcome === FieldClass.EXACT || outcome === FieldClass.EQUIV) return NUMBER_SAME;
  if (outcome === FieldClass.HISTORIC) return oldCard ? OLD_CARD_SAME : NUMBER_SAME;
  if (outcome === FieldClass.CLOSE) return NUMBER_ONE_SLIP;
  if (outcome === FieldClass.DIFFERENT) return oldCard ? OLD_CARD_DIFFERENT : NUMBER_DIFFERENT;
  return 0;
}

/** How the compared names relate, as far as the weight needs it. */
export const NameRelation = {
  SAME: 'SAME',
  FOLDED: 'FOLDED',
  ACCENTS_DIFFER: 'ACCENTS_DIFFER',
  REORDERED: 'REORDERED',
  ONE_EDIT: 'ONE_EDIT',
  ONE_EDIT_TO_NO_NAME: 'ONE_EDIT_TO_NO_NAME',
  TWO_EDITS: 'TWO_EDITS',
  TWO_EDITS_TO_NO_NAME: 'TWO_EDITS_TO_NO_NAME',
  WORD_MISSING: 'WORD_MISSING',
  SURNAME_ONLY: 'SURNAME_ONLY',
  DIFFERENT: 'DIFFERENT',
} as const;
export type NameRelation = (typeof NameRelation)[keyof typeof NameRelation];

/** Bits of the name, given the bits that full agreement with the register's name is worth (`nameAgreementBits`, at most 18). */
export function nameBits(relation: NameRelation, agreement: number): number {
  switch (relation) {
    case NameRelation.SAME:
      return agreement;
    case NameRelation.FOLDED:
      return less(agreement, FOLD_LOSS);
    case NameRelation.ONE_EDIT_TO_NO_NAME:
      return less(agreement, NO_NAME_LOSS_ONE_EDIT);
    case NameRelation.TWO_EDITS_TO_NO_NAME:
      return less(agreement, NO_NAME_LOSS_TWO_EDITS);
    case NameRelation.ACCENTS_DIFFER:
    case NameRelation.ONE_EDIT:
      return Math.min(NAME_ONE_EDIT, agreement);
    case NameRelation.TWO_EDITS:
      return NAME_TWO_EDITS;
    case NameRelation.REORDERED:
      return NAME_REORDERED;
    case NameRelation.WORD_MISSING:
      return NAME_WORD_MISSING;
    case NameRelation.SURNAME_ONLY:
      return SURNAME_ONLY;
    case NameRelation.DIFFERENT:
      return NAME_DIFFERENT;
  }
}

/**
 * Bits of the birth date. The personal number contains the year of birth, so once the 12-digit numbers agree (`yearKnown`) the
 * agreement of the year is worth nothing more, and 5.9 bits are taken from whatever includes it.
 */
export function birthBits(
  outcome: FieldClass,
  detail: { precision: DatePrecision; sub: CloseKind | null; sameYear: boolean },
  yearKnown: boolean,
): number {
  const withoutYear = (bits: number): number =>
    yearKnown && detail.sameYear ? less(bits, BIRTH_YEAR) : bits;
  if (AGREEING.includes(outcome)) return withoutYear(BIRTH_AGREEMENT[detail.precision]);
  if (outcome === FieldClass.CLOSE) {
    return withoutYear(detail.sub === CloseKind.SWAP_DM ? BIRTH_SWAPPED : BIRTH_ONE_DIGIT);
  }
  if (outcome === FieldClass.DIFFERENT)
    return detail.sameYear && !yearKnown ? BIRTH_SAME_YEAR : BIRTH_DIFFERENT;
  return 0;
}

/** Bits of the sex: none once the 12-digit numbers agree, because the number contains it. */
export function sexBits(outcome: FieldClass, sexKnown: boolean): number {
  if (sexKnown) return 0;
  if (outcome === FieldClass.EXACT || outcome === FieldClass.EQUIV) return SEX_SAME;
  return outcome === FieldClass.DIFFERENT ? SEX_DIFFERENT : 0;
}

/** In what two addresses agree. A ward or a house agrees only within one province. */
export interface AddressAgreement {
  readonly province: boolean;
  readonly ward: boolean;
  readonly place: keyof typeof ADDRESS_PLACE | null;
}

/** Bits of the address. `provinceKnown` says that another field has counted the province already. */
export function addressBits({ province, ward, place }: AddressAgreement, provinceKnown: boolean): number {
  if (!province) return ADDRESS_DIFFERENT;
  const unit = ward ? ADDRESS_WARD : ADDRESS_PROVINCE;
  return unit - (provinceKnown ? ADDRESS_PROVINCE : 0) + (place === null ? 0 : ADDRESS_PLACE[place]);
}

/** True when the birth date agrees to the day with nothing of it counted elsewhere. */
export function isWholeBirthDate({ bits }: FieldOutcome): boolean {
  return bits >= BIRTH_AGREEMENT.DAY;
}

/** Adds the prior and the parts, exactly: tenths of bits are added as whole numbers. */
export function addBits(parts: readonly number[]): number {
  let sum = toTenths(PRIOR_BITS);
  for (const part of parts) sum += toTenths(part);
  return fromTenths(sum);
}

/** The exact difference of two weights, in bits: 4.1 and 1.1 are 3 apart, not a little less. */
export function bitsBetween(higher: number, lower: number): number {
  return less(higher, lower);
}

/** The posterior probability, 0 … 1, that a weight of so many bits stands for: 1/(1+2^-w). */
export function posteriorOf(weightBits: number): number {
  return 1 / (1 + 2 ** -weightBits);
}

/** One step of the explanation of a weight. */
export interface WaterfallPart {
  part: 'prior' | 'number' | 'name' | 'birthDate' | 'sex' | 'address';
  bits: number;
}

/** The explanation of a verification's weight: the prior and the fields in the order in which they are scored. */
export function waterfallOf(verification: Pick<Verification, 'fields'>): WaterfallPart[] {
  const { number, name, birthDate, sex, address } = verification.fields;
  return [
    { part: 'prior', bits: PRIOR_BITS },
    { part: 'number', bits: number.bits },
    { part: 'name', bits: name.bits },
    { part: 'birthDate', bits: birthDate.bits },
    { part: 'sex', bits: sex.bits },
    ...(address ? [{ part: 'address' as const, bits: address.bits }] : []),
  ];
}

function less(bits: number, loss: number): number {
  return fromTenths(toTenths(bits) - toTenths(loss));
}

function toTenths(bits: number): number {
  return Math.round(bits * 10);
}

function fromTenths(tenths: number): number {
  return tenths / 10;
}
