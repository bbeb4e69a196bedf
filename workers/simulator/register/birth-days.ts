/** Answers for the day of birth inside a cell: ordinal → day, and day → the few ordinals that may have it. */
import { uniform } from './hash';

const { floor, min } = Math;

/**
 * People of a cell are laid along the year and then shaken by up to this many places: days look independent,
 * and yet a day's people are found by testing only a few ordinals around its place.
 */
const SHAKE = 6;

/** Day of the year (from 0) on which ordinal `ordinal` of `dated` people was born. */
export function dayOfOrdinal(
  key: number,
  start: number,
  ordinal: number,
  dated: number,
  days: number,
): number {
  const shaken = (ordinal + uniform(key, start + ordinal) * min(SHAKE, dated)) / dated;
  const day = floor((shaken >= 1 ? shaken - 1 : shaken) * days);
  return day >= days ? days - 1 : day;
}

/** All ordinals born on `day`. */
export function ordinalsOfDay(
  key: number,
  start: number,
  day: number,
  dated: number,
  days: number,
): number[] {
  const found: number[] = [];
  if (dated === 0) return found;
  const last = floor(((day + 1) * dated) / days);
  const first = Math.max(floor((day * dated) / days) - min(SHAKE, dated), last - dated + 1);
  for (let place = first; place <= last; place += 1) {
    const ordinal = place < 0 ? place + dated : place >= dated ? place - dated : place;
    if (dayOfOrdinal(key, start, ordinal, dated, days) === day) found.push(ordinal);
  }
  return found;
}
