/** Checks every date syntax that files use, the impossible dates, and the comparison of partial ones. */
import fc from 'fast-check';
import { DateRelation, isPlausibleAt, parseBirthDate, relateDates, type PartialDate } from './birth-date';

const FULL = { year: 1985, month: 3, day: 17 };

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Every day from 1 January 1900 on, by its distance. */
const realDay = fc.integer({ min: 0, max: 73_000 }).map((days): Required<PartialDate> => {
  const date = new Date(Date.UTC(1900, 0, 1 + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});

describe('parseBirthDate', () => {
  it.each([
    ['17/03/1985', FULL, []],
    ['17/3/1985', FULL, ['D01']],
    ['17-3-1985', FULL, ['D01']],
    ['17.03.1985', FULL, ['D01']],
    ['17031985', FULL, ['D01']],
    ['19850317', FULL, ['D01']],
    ['1985-03-17', FULL, ['D01']],
    ['1985/3/17', FULL, ['D01']],
    ['1985-03-17T00:00:00', FULL, ['D01']],
    ['17/03/1985 0:00:00', FULL, ['D01']],
    [' 17/03/1985 ', FULL, ['D01']],
    ['17 / 03 / 1985', FULL, ['D01']],
    ['１７/０３/１９８５', FULL, ['D01']],
    ['1957', { year: 1957 }, []],
    [' 1957', { year: 1957 }, ['D01']],
    ['03/1985', { year: 1985, month: 3 }, []],
    ['00/00/1957', { year: 1957 }, ['D05']],
    ['--/--/1957', { year: 1957 }, ['D05']],
    ['--/05/1950', { year: 1950, month: 5 }, ['D05']],
    ['00/05/1950', { year: 1950, month: 5 }, ['D05']],
    ['29/02/2000', { year: 2000, month: 2, day: 29 }, []],
  ])('reads %j', (text, date, rules) => {
    expect(parseBirthDate(text)).toEqual({ date, rules });
  });

  it.each([
    ['31/02/1980', 'D06'],
    ['29/02/1900', 'D06'],
    ['31/04/1980', 'D06'],
    ['12/13/1980', 'D06'],
    ['17/00/1985', 'D06'],
    ['17/03/0985', 'D06'],
    ['17/03/85', 'D04'],
    ['61123', 'D01'],
    ['tháng ba', 'D01'],
    ['17/03/1985/2', 'D01'],
    ['1985-03-17T07:30:00', 'D01'],
    ['', 'D01'],
    ['9'.repeat(10_000), 'D01'],
  ])('refuses %j by rule %s', (text, rule) => {
    expect(parseBirthDate(text)).toMatchObject({ date: null, blank: false, rules: [rule] });
  });

  it('takes 00/00/0000 for blank', () => {
    expect(parseBirthDate('00/00/0000')).toEqual({ date: null, blank: true, rules: ['T05'] });
  });

  it('reads every real day back from every syntax, and only the canonical one without a rule', () => {
    fc.assert(
      fc.property(realDay, ({ year, month, day }) => {
        const [d, m, y] = [pad(day, 2), pad(month, 2), pad(year, 4)];
        const texts = [
          `${d}/${m}/${y}`,
          `${day}-${month}-${year}`,
          `${day}.${month}.${y}`,
          d + m + y,
          y + m + d,
        ];
        for (const text of [...texts, `${y}-${m}-${d}`]) {
          expect({ text, date: parseBirthDate(text).date }).toEqual({ text, date: { year, month, day } });
        }
        expect(parseBirthDate(texts[0]!).rules).toEqual([]);
        expect(parseBirthDate(texts[1]!).rules).toEqual(['D01']);
      }),
    );
  });

  it('never throws and never gives an impossible date', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.-]{1,12}$/)), (text) => {
        const { date } = parseBirthDate(text);
        if (date?.day === undefined) return;
        const day = new Date(Date.UTC(date.year, date.month! - 1, date.day));
        expect([day.getUTCMonth() + 1, day.getUTCDate()]).toEqual([date.month, date.day]);
      }),
    );
  });
});

describe('isPlausibleAt', () => {
  const today = { year: 2026, month: 11, day: 23 };

  it.each<[PartialDate, boolean]>([
    [{ year: 2026, month: 11, day: 23 }, true],
    [{ year: 2026, month: 11, day: 24 }, false],
    [{ year: 2026 }, true],
    [{ year: 2026, month: 12 }, false],
    [{ year: 2027 }, false],
    [{ year: 1906, month: 11, day: 23 }, true],
    [{ year: 1906, month: 11, day: 22 }, false],
    [{ year: 1906 }, true],
    [{ year: 1905 }, false],
  ])('%j: %s', (date, plausible) => {
    expect(isPlausibleAt(date, today)).toBe(plausible);
  });
});

describe('relateDates', () => {
  it.each<[PartialDate, PartialDate, DateRelation]>([
    [FULL, FULL, DateRelation.SAME],
    [{ year: 1985 }, { year: 1985 }, DateRelation.SAME],
    [{ year: 1985 }, FULL, DateRelation.COMPATIBLE],
    [FULL, { year: 1985, month: 3 }, DateRelation.COMPATIBLE],
    [{ year: 1985, month: 4 }, FULL, DateRelation.SAME_YEAR],
    [{ year: 1986 }, FULL, DateRelation.DIFFERENT],
    [{ year: 1985, month: 3, day: 12 }, { year: 1985, month: 12, day: 3 }, DateRelation.SWAP_DM],
    [{ year: 1985, month: 3, day: 18 }, FULL, DateRelation.DIGIT1],
    [{ year: 1995, month: 3, day: 17 }, FULL, DateRelation.DIGIT1],
    [{ year: 1958, month: 3, day: 17 }, FULL, DateRelation.TRANSPOSE],
    [{ year: 1985, month: 11, day: 22 }, FULL, DateRelation.SAME_YEAR],
    [{ year: 1970, month: 11, day: 22 }, FULL, DateRelation.DIFFERENT],
  ])('%j and %j: %s', (a, b, relation) => {
    expect(relateDates(a, b)).toBe(relation);
    expect(relateDates(b, a)).toBe(relation);
  });
});
