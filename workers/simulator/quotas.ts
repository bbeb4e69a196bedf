/** Answers for quotas of officers and agencies: who has used up a second's or a day's share, and when to come back. */
import { type Scenario } from './scenario';
import { type Refusal, refusal } from './wire/refusal';

const DAY_MS = 86_400_000;
/** Days begin at midnight in Vietnam. */
const LOCAL_OFFSET_MS = 7 * 3_600_000;
/** An attacker must not fill the memory with names; above this many the oldest half is forgotten. */
const MOST_NAMES = 10_000;

interface Used {
  period: number;
  calls: number;
}

export class Quotas {
  private readonly officers = new Map<string, Used>();
  private readonly agencies = new Map<string, Used>();

  constructor(private readonly limits: Scenario['quotas']) {}

  /** Counts a call, or refuses it: a refused call is not counted. */
  admit(agency: string, officer: string, nowMs: number): Refusal | null {
    const { perOfficerPerSecond, perAgencyPerDay } = this.limits;
    const day = dayOf(nowMs);
    const second = Math.floor(nowMs / 1000);
    const ofAgency = used(this.agencies, agency, day);
    if (ofAgency.calls >= perAgencyPerDay) {
      const left = (day + 1) * DAY_MS - LOCAL_OFFSET_MS - nowMs;
      return refusal('RATE_LIMITED', "the agency's quota of the day is used up", Math.ceil(left / 1000));
    }
    const ofOfficer = used(this.officers, `${agency}/${officer}`, second);
    if (ofOfficer.calls >= perOfficerPerSecond)
      return refusal('RATE_LIMITED', "the officer's quota of the second is used up", 1);
    ofAgency.calls += 1;
    ofOfficer.calls += 1;
    return null;
  }

  /** Calls that the agency may still make today; null where no limit is set. */
  leftToday(agency: string, nowMs: number): number | null {
    const { perAgencyPerDay } = this.limits;
    if (perAgencyPerDay === Number.MAX_SAFE_INTEGER) return null;
    return perAgencyPerDay - used(this.agencies, agency, dayOf(nowMs)).calls;
  }
}

function dayOf(nowMs: number): number {
  return Math.floor((nowMs + LOCAL_OFFSET_MS) / DAY_MS);
}

function used(all: Map<string, Used>, name: string, period: number): Used {
  const known = all.get(name);
  if (known?.period === period) return known;
  if (all.size >= MOST_NAMES) for (const old of [...all.keys()].slice(0, MOST_NAMES / 2)) all.delete(old);
  const fresh = { period, calls: 0 };
  all.delete(name);
  all.set(name, fresh);
  return fresh;
}
