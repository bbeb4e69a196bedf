/** Answers for the reasons for which the national side refuses a call; each skin has its own codes for them. */

export const REFUSAL_REASONS = [
  'INVALID',
  'UNKNOWN_SENDER',
  'BAD_SIGNATURE',
  'STALE',
  'NO_LICENCE',
  'NO_RIGHT',
  'NOT_FOUND',
  'DUPLICATE',
  'NOT_READY',
  'VERSION_CONFLICT',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** Says what is wrong by place and never by value. */
  readonly message: string;
  readonly retryAfterSeconds?: number | undefined;
}

export function refusal(reason: RefusalReason, message: string, retryAfterSeconds?: number): Refusal {
  return { reason, message, retryAfterSeconds };
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value && 'message' in value;
}
