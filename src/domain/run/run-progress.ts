/** Turns what was counted of a run into what people ask: how fast it goes and how long it will take. */
import { isSettled, type RunState } from './run-state';

export interface RunTally {
  readonly state: RunState;
  /** Rows. */
  readonly done: number;
  /** Rows; null while nobody knows yet. */
  readonly total: number | null;
  /** Rows done within the last `RATE_WINDOW_SECONDS`. */
  readonly doneLately: number;
  /** Seconds since the start, or from start to end; null before the start. */
  readonly seconds: number | null;
}

export interface RunProgress {
  readonly done: number;
  readonly total: number | null;
  /** Of the last seconds while it runs, of the whole run once it is over; null before the first row. */
  readonly rowsPerSecond: number | null;
  /** Seconds; null when nothing can be said, and once the run is over. */
  readonly etaSeconds: number | null;
}

export const RATE_WINDOW_SECONDS = 10;

/** A start that is younger than this is taken as this old: the first rows of a run would else promise wonders. */
const LEAST_SECONDS = 0.5;

/** Rates in rows per second to one decimal, remaining time in whole seconds, rounded up. */
export function computeProgress(tally: RunTally): RunProgress {
  const { done, total, seconds } = tally;
  const over = isSettled(tally.state);
  const counted = over ? done : tally.doneLately;
  const span = over ? seconds : seconds === null ? null : Math.min(seconds, RATE_WINDOW_SECONDS);
  const rate = span === null || counted === 0 ? null : counted / Math.max(span, LEAST_SECONDS);
  const left = total === null ? null : Math.max(total - done, 0);
  return {
    done,
    total,
    rowsPerSecond: rate === null ? null : Math.round(rate * 10) / 10,
    etaSeconds: over || rate === null || left === null ? null : Math.ceil(left / rate),
  };
}
