/** What a schedule may be told, and what came of its last slot. */

/** Slots that passed while the hub was away: one run for all of them, or none. */
export const CatchUp = { ONCE: 'ONCE', SKIP: 'SKIP' } as const;
export type CatchUp = (typeof CatchUp)[keyof typeof CatchUp];

export const ScheduleOutcome = {
  STARTED: 'STARTED',
  /** A synchronisation of the same connector and locality was still under way. */
  BUSY: 'BUSY',
  /** The slot had passed while the hub was away, and the schedule does not catch up. */
  SKIPPED: 'SKIPPED',
  /** No worker has registered the connector. */
  CONNECTOR_NOT_FOUND: 'CONNECTOR_NOT_FOUND',
} as const;
export type ScheduleOutcome = (typeof ScheduleOutcome)[keyof typeof ScheduleOutcome];
