/** Says in one word how what comes from a source stands: on time, late, in error, or waiting for a person. */

export const StreamStatus = {
  PENDING: 'PENDING',
  ON_TIME: 'ON_TIME',
  ON_TRACK: 'ON_TRACK',
  LATE: 'LATE',
  ERROR: 'ERROR',
  ACTION_REQUIRED: 'ACTION_REQUIRED',
  PAUSED: 'PAUSED',
} as const;
export type StreamStatus = (typeof StreamStatus)[keyof typeof StreamStatus];

export interface StreamFacts {
  /** A setting that a person has to mend, as a code; null when there is none. */
  readonly settingsProblem: string | null;
  readonly health: 'UNKNOWN' | 'UP' | 'DOWN';
  readonly paused: boolean;
  /** Seconds since the stream should have delivered; null without a schedule, below 0 before it is due. */
  readonly secondsOverdue: number | null;
  /** Seconds between two deliveries, above 0; null without a schedule. */
  readonly intervalSeconds: number | null;
  /** Whether it ever delivered, or at least answered. */
  readonly everSeen: boolean;
}

/**
 * What asks for a person comes first, then what was stopped on purpose, then trouble, then the clock: late by less than
 * one interval is ON_TRACK, by up to two LATE, by more ERROR. Rule: the stream status of data integrators, as dashboards know it.
 */
export function judgeStream(facts: StreamFacts): StreamStatus {
  if (facts.settingsProblem !== null) return StreamStatus.ACTION_REQUIRED;
  if (facts.paused) return StreamStatus.PAUSED;
  if (facts.health === 'DOWN') return StreamStatus.ERROR;
  if (!facts.everSeen) return StreamStatus.PENDING;
  const { secondsOverdue, intervalSeconds } = facts;
  if (secondsOverdue === null || intervalSeconds === null || secondsOverdue <= 0) return StreamStatus.ON_TIME;
  if (secondsOverdue < intervalSeconds) return StreamStatus.ON_TRACK;
  return secondsOverdue <= 2 * intervalSeconds ? StreamStatus.LATE : StreamStatus.ERROR;
}
