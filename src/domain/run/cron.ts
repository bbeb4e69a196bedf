/** Reads cron expressions of five fields and finds their slots, in the time of Viet Nam. */

export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly daysOfWeek: ReadonlySet<number>;
  /** Either of the two day fields begins with `*`: then a day must satisfy both, else one is enough, as in every cron. */
  readonly bothDays: boolean;
}

/** Viet Nam has had no summer time since 1975, so that its clock is a fixed step from UTC. */
export const CRON_TIME_ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET_MS = 7 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 29 February of a certain weekday may be 28 years off, and over a turn of the century 40. */
const LONGEST_SEARCH_DAYS = 41 * 366;

const FIELDS = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12 },
  { least: 0, most: 7 },
] as const;

/** Numbers, `*`, lists, ranges and steps; null for anything else, and for a day that never comes, such as 31 February. */
export function readCron(text: string): Cron | null {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== FIELDS.length || text.length > 200) return null;
  const sets = FIELDS.map(({ least, most }, place) => readField(fields[place] ?? '', least, most));
  const [minutes, hours, daysOfMonth, months, weekdays] = sets;
  if (!minutes || !hours || !daysOfMonth || !months || !weekdays) return null;
  const daysOfWeek = new Set([...weekdays].map((day) => day % 7));
  const bothDays = (fields[2] ?? '').startsWith('*') || (fields[4] ?? '').startsWith('*');
  const cron = { minutes, hours, daysOfMonth, months, daysOfWeek, bothDays };
  return findSlot(cron, 0) === null ? null : cron;
}

function readField(text: string, least: number, most: number): Set<number> | null {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const range = readRange(part, least, most);
    if (!range) return null;
    for (let value = range.first; value <= range.last; value += range.every) values.add(value);
  }
  return values;
}

function readRange(part: string, least: number, most: number) {
  const [whole, star, from, to, step] =
    /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
  // `5/10` is not agreed on among crons: a step needs a range.
  if (whole === undefined || (step !== undefined && !star && to === undefined)) return null;
  const first = star ? least : Number(from);
  const last = star ? most : Number(to ?? from);
  const every = Number(step ?? 1);
  return first >= least && last <= most && first <= last && every >= 1 ? { first, last, every } : null;
}

/** The first slot after `after`, both in epoch milliseconds. @throws Error never for a cron that `readCron` gave */
export function nextSlot(cron: Cron, after: number): number {
  const slot = findSlot(cron, after);
  if (slot === null) throw new Error('a cron without slots');
  return slot;
}

function findSlot(cron: Cron, after: number): number | null {
  // From here on in local time, as if it were UTC.
  const earliest = Math.floor((after + OFFSET_MS) / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const firstDay = Math.floor(earliest / DAY_MS);
  for (let day = firstDay; day < firstDay + LONGEST_SEARCH_DAYS; day += 1) {
    if (!isDay(cron, new Date(day * DAY_MS))) continue;
    for (const hour of sorted(cron.hours)) {
      for (const minute of sorted(cron.minutes)) {
        const slot = day * DAY_MS + hour * 60 * MINUTE_MS + minute * MINUTE_MS;
        if (slot >= earliest) return slot - OFFSET_MS;
      }
    }
  }
  return null;
}

const sorted = (values: ReadonlySet<number>) => [...values].sort((a, b) => a - b);

function isDay({ months, daysOfMonth, daysOfWeek, bothDays }: Cron, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const [ofMonth, ofWeek] = [daysOfMonth.has(date.getUTCDate()), daysOfWeek.has(date.getUTCDay())];
  return bothDays ? ofMonth && ofWeek : ofMonth || ofWeek;
}
