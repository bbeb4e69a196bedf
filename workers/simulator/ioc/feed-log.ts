/** Answers for what the IOC of a province offers of a feed, in the order in which it does: late, twice, corrected and broken at times. */
import { below, hash, streamKey, uniform } from '../register/hash';
import { dateOf, dayOf, lengthOfDay, startOf } from './reporting-day';

/** Parts of a province (our proposal: invented offices) that each report once a day. */
export const RECORDS_A_DAY = 6;

export interface OfferedRecord {
  readonly key: string;
  readonly version: number;
  /** Reporting day, such as 2026-11-23. */
  readonly day: string;
  readonly issuedMs: number;
  /** When it entered the log: the order of the log, and where a reader goes on. */
  readonly offeredMs: number;
  /** null in a broken record. */
  readonly numerator: number | null;
  readonly denominator: number;
}

export interface FeedNature {
  readonly seed: number;
  readonly province: string;
  readonly feed: string;
  /** From 0 to 1: how well the province keeps its data; at 1 only honest corrections are left. */
  readonly quality: number;
  /** From 0 to 1: how far along the province is; it moves the figures themselves. */
  readonly progress: number;
}

/** Offered after `sinceMs` and not later than `untilMs`, in the log's order. */
export function offeredBetween(nature: FeedNature, sinceMs: number, untilMs: number): OfferedRecord[] {
  const records: OfferedRecord[] = [];
  // A late record is offered on the day after its own.
  for (let day = dayOf(sinceMs) - 1; day <= dayOf(untilMs); day += 1) {
    for (let office = 1; office <= RECORDS_A_DAY; office += 1) records.push(...offersOf(nature, day, office));
  }
  return records
    .filter(({ offeredMs }) => offeredMs > sinceMs && offeredMs <= untilMs)
    .sort((a, b) => a.offeredMs - b.offeredMs || (a.key < b.key ? -1 : 1));
}

const MINUTE = 60_000;

/** All that is ever offered of one office's record of one day. */
function offersOf({ seed, province, feed, quality, progress }: FeedNature, day: number, office: number) {
  const key = hash(streamKey(seed, `ioc ${province} ${feed}`), day * 64 + office);
  const draw = (position: number) => uniform(key, position);
  const flaws = 1 - quality;
  if (draw(1) < flaws * 0.6) return [];
  const late = draw(2) < flaws * 0.4;
  const issuedMs = Math.floor(startOf(late ? day + 1 : day) + draw(3) * (lengthOfDay() - 180 * MINUTE));
  const denominator = 20 + below(key, 4, 400);
  const numerator = Math.round(denominator * Math.min(1, Math.max(0, progress + (draw(5) - 0.5) / 5)));
  const first: OfferedRecord = {
    key: `${province}-${feed}-${dateOf(day)}-${String(office).padStart(2, '0')}`,
    version: 1,
    day: dateOf(day),
    issuedMs,
    offeredMs: issuedMs,
    numerator: draw(6) < flaws * 0.2 ? null : numerator,
    denominator,
  };
  const offers = [first];
  if (draw(7) < 0.12) offers.push(...corrected(offers, draw(8), draw(9)));
  if (draw(10) < 0.02 + flaws * 0.3) offers.push(again(first, 90 + draw(11) * 30));
  if (draw(12) < flaws * 0.08)
    offers.push({ ...again(first, 125), numerator: Math.max(0, numerator - 1), denominator });
  return offers;
}

/** A second version, two hours later; one in three overtakes the first on its way. */
function corrected(offers: OfferedRecord[], change: number, overtakes: number): OfferedRecord[] {
  const [first] = offers as [OfferedRecord];
  const issuedMs = first.issuedMs + 60 * MINUTE;
  const numerator = Math.min(first.denominator, (first.numerator ?? 0) + Math.round(change * 3));
  const second = { ...first, version: 2, issuedMs, offeredMs: issuedMs, numerator };
  if (overtakes >= 1 / 3) return [second];
  offers[0] = { ...first, offeredMs: issuedMs + 15 * MINUTE };
  return [second];
}

const again = (record: OfferedRecord, minutes: number): OfferedRecord => ({
  ...record,
  offeredMs: Math.floor(record.offeredMs + minutes * MINUTE),
});
