/** What comparing one field can come to: the closed list of field classes and of the ways to be close. */

/** Ordered from the strongest agreement to none; the order is that of the verdict model and of every table shown. */
export const FieldClass = {
  /** Byte-equal to the register's value (dates and sex: written in the canonical syntax and equal). */
  EXACT: 'EXACT',
  /** Equal after lossless rules only, case included. */
  EQUIV: 'EQUIV',
  /** Equal only after a lossy fold: accents, i/y, word order. */
  FOLD: 'FOLD',
  /** Compatible at the coarser precision of the two. */
  PARTIAL: 'PARTIAL',
  /** Equal to a former value of the register. */
  HISTORIC: 'HISTORIC',
  /** Within a small distance; the sub-code says which. */
  CLOSE: 'CLOSE',
  /** Comparable, and none of the above. */
  DIFFERENT: 'DIFFERENT',
  MISSING_INPUT: 'MISSING_INPUT',
  MISSING_REGISTER: 'MISSING_REGISTER',
  /** The file's value cannot be compared (31/02, ten digits). */
  INVALID_INPUT: 'INVALID_INPUT',
  /** No comparison took place: not permitted, or no look-up happened. */
  NOT_COMPARED: 'NOT_COMPARED',
} as const;
export type FieldClass = (typeof FieldClass)[keyof typeof FieldClass];

/** How a CLOSE value differs. */
export const CloseKind = {
  TYPO1: 'TYPO1',
  TRANSPOSE: 'TRANSPOSE',
  SWAP_DM: 'SWAP_DM',
  DIGIT1: 'DIGIT1',
  TOKEN_MISSING: 'TOKEN_MISSING',
  TOKEN_ORDER: 'TOKEN_ORDER',
} as const;
export type CloseKind = (typeof CloseKind)[keyof typeof CloseKind];

/** The outcome of one field. `bits` is its part of the record's weight, in bits, a multiple of 0.1 within −12 … +24. */
export interface FieldOutcome {
  class: FieldClass;
  sub?: CloseKind;
  /** Ids of the rules that were needed to see the relation (`rule-id.ts`). Never a value. */
  rules: readonly string[];
  bits: number;
}

/** True for EXACT and EQUIV: the only two classes that can carry a VERIFIED. */
export function isLosslesslyEqual(outcome: FieldOutcome): boolean {
  return outcome.class === FieldClass.EXACT || outcome.class === FieldClass.EQUIV;
}

/** Written without a spread: one is made for every field of every row. */
export function outcomeOf(
  fieldClass: FieldClass,
  rules: readonly string[],
  bits: number,
  sub?: CloseKind | null,
): FieldOutcome {
  const outcome: FieldOutcome = { class: fieldClass, rules, bits };
  if (sub != null) outcome.sub = sub;
  return outcome;
}
