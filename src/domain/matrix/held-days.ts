/** Believes an indicator only once it has held for days, and doubts it only once it has failed for days: hysteresis by the day. */

/** One day on which something was observed. */
export interface DayFigure {
  /** Whole days since 1970-01-01 by the calendar of Viet Nam. */
  readonly day: number;
  /** The worst value of that day, in the unit of the indicator. */
  readonly worst: number;
}

/**
 * Days in a row at or above the threshold before a status rises, and days below before it falls back; how many days
 * are looked at. The source document asks for steady connection and names no number: these are the hub's own.
 */
export const HOLD = { riseDays: 7, fallDays: 2, windowDays: 120 } as const;

export interface HeldState {
  readonly held: boolean;
  /** The day on which it began to be held or ceased to be; null while it never was. */
  readonly since: number | null;
  /** Days counted towards the next change: good ones while not held, bad ones while held. */
  readonly counted: number;
}

/**
 * Walks the days in order; `isGood` says whether a worst value is at or above the threshold. A day without figures
 * breaks a rise, since silence proves nothing, and neither helps nor hurts what is held. Order and repeats of `days` do not matter
 * as long as a day that comes twice counts by its worse figure.
 */
export function walkHeldDays(days: readonly DayFigure[], isGood: (worst: number) => boolean): HeldState {
  const goodOf = new Map<number, boolean>();
  for (const { day, worst } of days) goodOf.set(day, (goodOf.get(day) ?? true) && isGood(worst));
  const ordered = [...goodOf].sort(([left], [right]) => left - right);
  let state: HeldState = { held: false, since: null, counted: 0 };
  let previous: number | null = null;
  for (const [day, good] of ordered) {
    state = state.held ? stepHeld(state, day, good) : stepWaiting(state, day, good, previous);
    previous = day;
  }
  return state;
}

function stepWaiting(state: HeldState, day: number, good: boolean, previous: number | null): HeldState {
  if (!good) return { ...state, counted: 0 };
  const counted = previous !== null && day > previous + 1 ? 1 : state.counted + 1;
  return counted >= HOLD.riseDays ? { held: true, since: day, counted: 0 } : { ...state, counted };
}

function stepHeld(state: HeldState, day: number, good: boolean): HeldState {
  if (good) return { ...state, counted: 0 };
  const counted = state.counted + 1;
  return counted >= HOLD.fallDays ? { held: false, since: day, counted: 0 } : { ...state, counted };
}

/** `24/11/2026` */
export function writeDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
}
