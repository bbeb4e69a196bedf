/** What a person may say about a row that the rules could not settle, and what becomes of its verdict then. */
import { Verdict } from './verdict';

export const ReviewDecision = {
  /** The row means the candidate. */
  SAME_PERSON: 'SAME_PERSON',
  /** The row means somebody else. */
  OTHER_PERSON: 'OTHER_PERSON',
  /** Looked at, and it cannot be told. */
  UNDECIDED: 'UNDECIDED',
} as const;
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

/** Verdicts that a person may settle. The others are facts about the file, the number or the source. */
export const REVIEWED_VERDICTS = [Verdict.REVIEW, Verdict.AMBIGUOUS, Verdict.PROBABLE] as const;
export type ReviewedVerdict = (typeof REVIEWED_VERDICTS)[number];

export function isReviewed(verdict: Verdict): verdict is ReviewedVerdict {
  return (REVIEWED_VERDICTS as readonly Verdict[]).includes(verdict);
}

/**
 * The verdict that counts once a person has decided. It is never VERIFIED: that word is for values that are equal, and no
 * decision makes them so.
 */
export function effectiveVerdict(verdict: Verdict, decision: ReviewDecision | null): Verdict {
  if (!isReviewed(verdict) || decision === null || decision === ReviewDecision.UNDECIDED) return verdict;
  if (decision === ReviewDecision.SAME_PERSON) return Verdict.PROBABLE;
  // None of several candidates: nothing was found. Not the only one: what was found is somebody else.
  return verdict === Verdict.AMBIGUOUS ? Verdict.NOT_FOUND : Verdict.MISMATCH;
}

/** Whether the row may be used for the purpose of its run: verified, accepted by its policy, or by a person. */
export function isAccepted(
  verdict: Verdict,
  decision: ReviewDecision | null,
  policyAcceptsProbable: boolean,
): boolean {
  const effective = effectiveVerdict(verdict, decision);
  if (effective === Verdict.VERIFIED) return true;
  if (effective !== Verdict.PROBABLE) return false;
  return decision === ReviewDecision.SAME_PERSON || policyAcceptsProbable;
}
