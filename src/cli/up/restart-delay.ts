/** Says how long to wait before a part that ended is started again. */

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds that it had been running. */
  readonly uptimeMs: number;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** A part that ran this long was healthy: its next crash counts as the first. */
const HEALTHY_MS = 30_000;
/** A part killed from outside after this long is not at fault, so it comes back at once. */
const STARTED_MS = 2_000;

/** Milliseconds to wait, growing with `crashes` in a row (this one included, counted from 1). */
export function restartDelay(ending: Ending, crashes: number): number {
  if (ending.signal && ending.uptimeMs >= STARTED_MS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (crashes - 1), LONGEST_DELAY_MS);
}

/** How many crashes in a row this one makes. */
export function countCrashes(ending: Ending, before: number): number {
  return ending.uptimeMs >= HEALTHY_MS ? 1 : before + 1;
}
