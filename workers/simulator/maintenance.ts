/** Answers for maintenance windows: whether the service is away at a moment, and for how long yet. */
import { type Scenario } from './scenario';

const LOCAL_OFFSET_MINUTES = 7 * 60;
const DAY_MINUTES = 24 * 60;

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** Seconds until the window that covers this moment ends (times of day in Vietnam, windows may cross midnight), or null outside. */
export function secondsOfMaintenanceLeft(windows: Scenario['maintenance'], nowMs: number): number | null {
  const minute = (Math.floor(nowMs / 60_000) + LOCAL_OFFSET_MINUTES) % DAY_MINUTES;
  for (const { from, to } of windows) {
    const length = (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
    const since = (minute - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
    if (since < length) return (length - since) * 60 - Math.floor((nowMs / 1000) % 60);
  }
  return null;
}
