/** The way of an assessment to publication, and back with a reason: who may take which step from where. */
import { Role } from '../actor';

export const AssessmentState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  ACCEPTED: 'ACCEPTED',
  PUBLISHED: 'PUBLISHED',
} as const;
export type AssessmentState = (typeof AssessmentState)[keyof typeof AssessmentState];

export const AssessmentStep = {
  SUBMIT: 'SUBMIT',
  ACCEPT: 'ACCEPT',
  PUBLISH: 'PUBLISH',
  RETURN: 'RETURN',
} as const;
export type AssessmentStep = (typeof AssessmentStep)[keyof typeof AssessmentStep];

interface Move {
  readonly from: AssessmentState;
  readonly to: AssessmentState;
  /** The least role that may do it. */
  readonly role: Role;
}

/** Whoever writes submits; a steward accepts, publishes and returns; only an administrator takes back what is public. */
export const MOVES: Readonly<Record<AssessmentStep, readonly Move[]>> = {
  SUBMIT: [{ from: 'DRAFT', to: 'SUBMITTED', role: Role.OPERATOR }],
  ACCEPT: [{ from: 'SUBMITTED', to: 'ACCEPTED', role: Role.STEWARD }],
  PUBLISH: [{ from: 'ACCEPTED', to: 'PUBLISHED', role: Role.STEWARD }],
  RETURN: [
    { from: 'SUBMITTED', to: 'DRAFT', role: Role.STEWARD },
    { from: 'ACCEPTED', to: 'DRAFT', role: Role.STEWARD },
    { from: 'PUBLISHED', to: 'DRAFT', role: Role.ADMIN },
  ],
};

/** Null when no such step leads on from `from`. */
export function findMove(step: AssessmentStep, from: AssessmentState): Move | null {
  return MOVES[step].find((move) => move.from === from) ?? null;
}

/** Texts, statuses, tags and commitments change in a draft only. */
export function isOpenForEditing(state: AssessmentState): boolean {
  return state === AssessmentState.DRAFT;
}

/** People may still talk about what is submitted or accepted; what is published is locked. */
export function isOpenForComments(state: AssessmentState): boolean {
  return state !== AssessmentState.PUBLISHED;
}
