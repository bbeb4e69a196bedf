/** A promise of the roadmap column, and the "6 rõ" by which it is judged: six things that have to be clear. */

export const CommitmentState = {
  PLANNED: 'PLANNED',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
} as const;
export type CommitmentState = (typeof CommitmentState)[keyof typeof CommitmentState];

/** Rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền (the Prime Minister's rule for tasks). */
export const ClearPoint = {
  PERSON: 'PERSON',
  WORK: 'WORK',
  TIME: 'TIME',
  RESPONSIBILITY: 'RESPONSIBILITY',
  PRODUCT: 'PRODUCT',
  AUTHORITY: 'AUTHORITY',
} as const;
export type ClearPoint = (typeof ClearPoint)[keyof typeof ClearPoint];

export interface CommitmentTerms {
  /** The office that does it; never a private person. */
  readonly person: string | null;
  readonly action: string;
  /** `2025-12-31` */
  readonly dueOn: string | null;
  readonly leadCode: string | null;
  readonly product: string | null;
  readonly authority: string | null;
}

/** Which of the six are not said yet, in the order of the rule. */
export function findUnclear(terms: CommitmentTerms): ClearPoint[] {
  const said: readonly (readonly [ClearPoint, string | null])[] = [
    ['PERSON', terms.person],
    ['WORK', terms.action],
    ['TIME', terms.dueOn],
    ['RESPONSIBILITY', terms.leadCode],
    ['PRODUCT', terms.product],
    ['AUTHORITY', terms.authority],
  ];
  return said.filter(([, text]) => (text ?? '').trim() === '').map(([point]) => point);
}

/** True from the day after the due date on, unless it is settled. Both days as `2025-12-31`. */
export function isOverdue(
  commitment: { readonly dueOn: string | null; readonly state: CommitmentState },
  today: string,
): boolean {
  const isOpen = commitment.state === 'PLANNED' || commitment.state === 'IN_PROGRESS';
  return isOpen && commitment.dueOn !== null && commitment.dueOn < today;
}
