/** Cron: slots are exactly the minutes that fit, none is skipped, and what never comes is refused. */
import fc from 'fast-check';
import { nextSlot, readCron, type Cron } from './cron';

const at = (text: string) => Date.parse(text);
const slotsOf = (text: string, from: string, count: number) => {
  const cron = readCron(text) as Cron;
  const slots: string[] = [];
  for (let after = at(from); slots.length < count;) {
    after = nextSlot(cron, after);
    slots.push(new Date(after + 7 * 3_600_000).toISOString().slice(0, 16));
  }
  return slots;
};

describe('cron', () => {
  it.each([
    ['*/15 * * * *', ['2026-11-23T10:15', '2026-11-23T10:30', '2026-11-23T10:45', '2026-11-23T11:00']],
    ['20 17 * * *', ['2026-11-23T17:20', '2026-11-24T17:20']],
    ['0 0 1,15 * 1', ['2026-11-30T00:00', '2026-12-01T00:00', '2026-12-07T00:00']],
    ['30 6 * * 1-5', ['2026-11-24T06:30', '2026-11-25T06:30']],
    ['5 4 29 2 *', ['2028-02-29T04:05']],
    ['0 8 * * 7', ['2026-11-29T08:00']],
  ])('finds the slots of %s in the time of Viet Nam', (text, slots) => {
    expect(slotsOf(text, '2026-11-23T10:00:00+07:00', slots.length)).toEqual(slots);
  });

  it.each([
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 31 2 *',
    '5/10 * * * *',
    '3-1 * * * *',
    'a * * * *',
    '*/0 * * * *',
  ])('refuses %j', (text) => {
    expect(readCron(text)).toBeNull();
  });

  it('leaves no fitting minute out, and takes none that does not fit', () => {
    const field = (most: number) => fc.oneof(fc.constant('*'), fc.integer({ min: 0, max: most }).map(String));
    fc.assert(
      fc.property(field(59), field(23), fc.constantFrom('*', '1', '1-5', '0,6'), (minute, hour, weekday) => {
        const cron = readCron(`${minute} ${hour} * * ${weekday}`) as Cron;
        const after = at('2026-11-23T00:00:00Z');
        const slot = nextSlot(cron, after);
        const fits = (ms: number) => {
          const local = new Date(ms + 7 * 3_600_000);
          return (
            cron.minutes.has(local.getUTCMinutes()) &&
            cron.hours.has(local.getUTCHours()) &&
            cron.daysOfWeek.has(local.getUTCDay())
          );
        };
        let first = after + 60_000;
        while (!fits(first)) first += 60_000;
        expect(slot).toBe(first);
      }),
      { numRuns: 50 },
    );
  });
});
