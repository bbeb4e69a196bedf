/** What a cell of the matrix can say of itself, and the visible rule that derives a status from finished runs. */

/** A printed dash is a claim of its own; it is not the same as nothing printed. */
export const TextState = { EMPTY: 'EMPTY', DASH: 'DASH', TEXT: 'TEXT', MERGED: 'MERGED' } as const;
export type TextState = (typeof TextState)[keyof typeof TextState];

export const CellStatus = {
  NOT_ASSESSED: 'NOT_ASSESSED',
  NOT_YET: 'NOT_YET',
  PARTIAL: 'PARTIAL',
  BENEFITING: 'BENEFITING',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;
export type CellStatus = (typeof CellStatus)[keyof typeof CellStatus];

/** Who says so: nobody yet, a person, or a rule. */
export const StatusSource = { NONE: 'NONE', DECLARED: 'DECLARED', DERIVED: 'DERIVED' } as const;
export type StatusSource = (typeof StatusSource)[keyof typeof StatusSource];

/** The cells that a finished verification is evidence for: those who benefit from verified data, in the data-sharing rows. */
export const VERIFICATION_FEEDS = ['B.1.1', 'D.1'].flatMap((itemPath) =>
  (['BENEFIT_BUSINESS', 'BENEFIT_GOVERNMENT'] as const).map((columnCode) => ({ itemPath, columnCode })),
);

/** Counts of one finished verification run. */
export interface VerificationOutcome {
  readonly rows: number;
  readonly verified: number;
  readonly probable: number;
  /** Rows that the source could not answer for. */
  readonly unavailable: number;
}

/** The rule's code as stored with the status, and the rule in words as shown beside it. */
export const VERIFICATION_RULE = {
  code: 'VERIFY_RUN_V1',
  words: {
    vi: 'Theo lượt xác thực hoàn tất gần nhất: ĐÃ HƯỞNG LỢI khi nguồn trả lời cho ít nhất 95% bản ghi và ít nhất 90% bản ghi được xác thực; HƯỞNG LỢI MỘT PHẦN trong các trường hợp còn lại.',
    en: 'By the latest finished verification run: BENEFITING when the source answered for at least 95 % of the records and at least 90 % of the records were verified; otherwise PARTIAL.',
  },
} as const;

/**
 * The first rule for B.1.1 and D.1. A run over no rows proves nothing and derives no status.
 * The thresholds are the hub's own; the source document names none.
 */
export function deriveVerificationStatus(outcome: VerificationOutcome): CellStatus | null {
  if (outcome.rows === 0) return null;
  const answered = (outcome.rows - outcome.unavailable) / outcome.rows;
  const verified = outcome.verified / outcome.rows;
  return answered >= 0.95 && verified >= 0.9 ? CellStatus.BENEFITING : CellStatus.PARTIAL;
}
