/** Answers for what is true of a dirty row compared with the register, field by field: the input of the expected verdict. */

/**
 * How the row's key stands to the person the row is about:
 * OWN the valid number · CANCELLED an own number that was cancelled · CARD only the own old card ·
 * OTHER another living person's number · OTHER_ALERT the number of somebody dead or missing · SLIP the own number with one slip,
 * which nobody has · ZEROS the own number without its zeros, which nothing in the row confirms · NOBODY a number that nobody has ·
 * NONE no usable number at all.
 */
export type IdFact =
  'OWN' | 'CANCELLED' | 'CARD' | 'OTHER' | 'OTHER_ALERT' | 'SLIP' | 'ZEROS' | 'NOBODY' | 'NONE';

/** EQUIV equal after lossless rules · FOLD equal after a lossy one · FORMER a former name · CLOSE one edit or one token · FAR more. */
export type NameFact = 'EQUIV' | 'FOLD' | 'FORMER' | 'CLOSE' | 'FAR' | 'DIFFERENT' | 'MISSING';

/** EQUAL also when both know the year only · YEAR the row gives less than the register, or its century is only inferred. */
export type BirthFact = 'EQUAL' | 'YEAR' | 'CLOSE' | 'DIFFERENT' | 'MISSING';

export type SexFact = 'EQUAL' | 'DIFFERENT' | 'MISSING';

/** HOME the residence that the register has, in today's units or the former ones · OTHER where the person lived before · MISSING nothing legible. */
export type AddressFact = 'HOME' | 'OTHER' | 'MISSING';

export interface RowFacts {
  /** Name, birth and sex are compared with the person whom the id leads to: with OTHER, that is not the row's own person. */
  id: IdFact;
  name: NameFact;
  birth: BirthFact;
  sex: SexFact;
  address: AddressFact;
  /** Row and register know the birth date to the day. */
  toTheDay: boolean;
  /** The row's person is dead or missing. */
  alert: boolean;
  /** The own old card stands in the row as well, wherever. */
  cardBeside: boolean;
}

/** What a look-up by name and birth gives for the row as it stands: how many people cannot be told apart, and whether the one is an alert. */
export interface NameSearch {
  readonly candidates: number;
  readonly alert: boolean;
}
