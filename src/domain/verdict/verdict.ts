/** What a record can be told: the closed lists of verdicts and reason codes, and the verification that carries them. */
import { type FieldOutcome } from './field-outcome';

/** Record verdicts, in the order in which they are shown: settled first, then what needs a person, then what failed. */
export const Verdict = {
  VERIFIED: 'VERIFIED',
  PROBABLE: 'PROBABLE',
  REVIEW: 'REVIEW',
  AMBIGUOUS: 'AMBIGUOUS',
  STATUS_ALERT: 'STATUS_ALERT',
  MISMATCH: 'MISMATCH',
  NOT_FOUND: 'NOT_FOUND',
  INSUFFICIENT: 'INSUFFICIENT',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** Reason codes. Their order here is the order in which a record lists them. */
export const ReasonCode = {
  ID_FORMAT: 'ID_FORMAT',
  ID_PROVINCE_UNKNOWN: 'ID_PROVINCE_UNKNOWN',
  ID_SEX_CONFLICT: 'ID_SEX_CONFLICT',
  ID_YEAR_CONFLICT: 'ID_YEAR_CONFLICT',
  ID_OLD_CMND: 'ID_OLD_CMND',
  ID_BELONGS_TO_OTHER: 'ID_BELONGS_TO_OTHER',
  ID_SHARED_IN_BATCH: 'ID_SHARED_IN_BATCH',
  NAME_ACCENT_LOST: 'NAME_ACCENT_LOST',
  NAME_TONE_STYLE: 'NAME_TONE_STYLE',
  NAME_TYPO: 'NAME_TYPO',
  NAME_ORDER: 'NAME_ORDER',
  NAME_TOKEN_MISSING: 'NAME_TOKEN_MISSING',
  NAME_FORMER: 'NAME_FORMER',
  DOB_YEAR_ONLY: 'DOB_YEAR_ONLY',
  DOB_SWAP: 'DOB_SWAP',
  DOB_PLACEHOLDER: 'DOB_PLACEHOLDER',
  DOB_DIGIT: 'DOB_DIGIT',
  DOB_REGISTER_PRECISION: 'DOB_REGISTER_PRECISION',
  SEX_CONFLICT: 'SEX_CONFLICT',
  ADDR_OLD_UNIT: 'ADDR_OLD_UNIT',
  ADDR_SPLIT_UNIT: 'ADDR_SPLIT_UNIT',
  ADDR_OTHER_WARD: 'ADDR_OTHER_WARD',
  REG_DECEASED: 'REG_DECEASED',
  REG_CANCELLED: 'REG_CANCELLED',
  REG_UNAVAILABLE: 'REG_UNAVAILABLE',
  POLICY_WITHHELD: 'POLICY_WITHHELD',
  DUP_IN_BATCH: 'DUP_IN_BATCH',
} as const;
export type ReasonCode = (typeof ReasonCode)[keyof typeof ReasonCode];

const REASON_ORDER = new Map<ReasonCode, number>(
  Object.values(ReasonCode).map((code, index) => [code, index]),
);

/** Returns the distinct codes in the order of the closed list, so that equal findings always read the same. */
export function sortReasons(reasons: readonly ReasonCode[]): ReasonCode[] {
  if (reasons.length < 2) return [...reasons];
  return [...new Set(reasons)].sort((a, b) => REASON_ORDER.get(a)! - REASON_ORDER.get(b)!);
}

/** The verdict on one row, with everything that explains it. Holds classes and codes only, never a value of either side. */
export interface Verification {
  verdict: Verdict;
  /** The verdict behind a STATUS_ALERT: what it would have been for a living person with a valid number. */
  underlying?: Verdict;
  /** Which of the twelve rules fired, 1 … 12. */
  rule: number;
  reasons: ReasonCode[];
  /** Posterior probability, 0 … 1, that the compared person is the one the row means; 1/(1+2^-weightBits). */
  confidence: number;
  /** Prior plus the bits of the fields, a multiple of 0.1. */
  weightBits: number;
  fields: {
    number: FieldOutcome;
    name: FieldOutcome;
    birthDate: FieldOutcome;
    sex: FieldOutcome;
    /** Absent unless the address was asked for. */
    address?: FieldOutcome;
  };
}
