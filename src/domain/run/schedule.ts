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

/** A slot that is not taken up within this has passed. Milliseconds. */
export const SLOT_PATIENCE_MS = 5 * 60_000;

/** Seconds by which a slot is put off: always the same for the same slot, so that many hubs on one clock do not ask at once. */
export function jitterOf(scheduleId: string, slot: number, jitterSeconds: number): number {
  if (jitterSeconds <= 0) return 0;
  // FNV-1a: enough to spread, and nothing has to be kept.
  let hash = 0x811c9dc5;
  for (const letter of `${scheduleId} ${slot}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % jitterSeconds;
}

/** What to do with a slot that was due at `dueAt` when it is `now`; both in epoch milliseconds. */
export function judgeSlot(dueAt: number, now: number, catchUp: CatchUp): 'WAIT' | 'FIRE' | 'SKIP' {
  if (dueAt > now) return 'WAIT';
  return catchUp === CatchUp.SKIP && now - dueAt > SLOT_PATIENCE_MS ? 'SKIP' : 'FIRE';
}
