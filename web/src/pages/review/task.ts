/** A row that waits for a person, and what may be said about it. */
import { type ReviewDecision, type ReviewQueueQuery } from '../../../generated/types';

export type Task = ReviewQueueQuery['reviewTasks']['nodes'][number];
export type Candidate = Task['candidates'][number];

export const DECISIONS: readonly ReviewDecision[] = ['SAME_PERSON', 'OTHER_PERSON', 'UNDECIDED'];

/** How alike, by a mark whose shape says it without colour. */
export const toneOf = (fieldClass: string): 'same' | 'near' | 'other' | 'none' => {
  if (fieldClass === 'EXACT' || fieldClass === 'EQUIV') return 'same';
  if (fieldClass === 'DIFFERENT' || fieldClass === 'INVALID_INPUT') return 'other';
  return /^(MISSING|NOT)/.test(fieldClass) ? 'none' : 'near';
};
