/** Answers for noise in birth dates: C30 swap, C31 year only, C32 1 January, C33 one digit, C34 a year or two. */
import { isRealDate } from '../register/calendar';
import { mark, type NoiseContext, type NoiseFamily, type Row, type RowBirth, strike } from './row';

/** Year-only entries and stand-in dates are an affair of the old: these factors leave the mean rate as the table says. */
function byAge(row: Row, context: NoiseContext): number {
  const age = context.register.reference.year - (row.birth?.year ?? 0);
  if (age < 40) return 0.5;
  return age < 70 ? 1.2 : 5;
}

function hasFullDate(row: Row): row is Row & { birth: RowBirth } {
  return row.birth !== null && row.birth.month !== 0;
}

const yearOnly: NoiseFamily = (row, context) => {
  if (!hasFullDate(row) || strike(context, row, 'C31', context.rates.C31 * byAge(row, context)) === null)
    return;
  row.birth = { year: row.birth.year, month: 0, day: 0 };
  if (row.facts.birth === 'EQUAL') row.facts.birth = 'YEAR';
  mark(row, 'C31');
};

const firstOfJanuary: NoiseFamily = (row, context) => {
  if (!hasFullDate(row) || strike(context, row, 'C32', context.rates.C32 * byAge(row, context)) === null)
    return;
  if (row.birth.month === 1 && row.birth.day === 1) return;
  row.birth = { year: row.birth.year, month: 1, day: 1 };
  if (row.facts.birth === 'EQUAL') row.facts.birth = 'YEAR';
  mark(row, 'C32');
};

const swapped: NoiseFamily = (row, context) => {
  if (!hasFullDate(row) || strike(context, row, 'C30') === null) return;
  const { year, month, day } = row.birth;
  if (day > 12 || day === month) return;
  row.birth = { year, month: day, day: month };
  worsenBirth(row, 'CLOSE');
  mark(row, 'C30');
};

/** C33: one digit of the date replaced, such that a date remains. */
const oneDigit: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C33');
  if (draws === null || !hasFullDate(row)) return;
  const { year, month, day } = row.birth;
  const text = `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${year}`;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const place = draws.below(8);
    const digit = draws.below(10);
    if (text[place] === String(digit)) continue;
    const made = text.slice(0, place) + digit + text.slice(place + 1);
    const birth = {
      year: Number(made.slice(4)),
      month: Number(made.slice(2, 4)),
      day: Number(made.slice(0, 2)),
    };
    const { firstYear, reference } = context.register.cells;
    if (
      birth.year < firstYear ||
      birth.year >= reference.year ||
      !isRealDate(birth.year, birth.month, birth.day)
    )
      continue;
    row.birth = birth;
    worsenBirth(row, 'CLOSE');
    mark(row, 'C33');
    return;
  }
};

/** C34: off by one or two years; one digit at most is close, a change of decade is not. */
const someYears: NoiseFamily = (row, context) => {
  const draws = strike(context, row, 'C34');
  if (draws === null || row.birth === null) return;
  const { year, month, day } = row.birth;
  const made = year + draws.pick([-2, -1, -1, 1, 1, 2]);
  if (made >= context.register.reference.year || (month !== 0 && !isRealDate(made, month, day))) return;
  row.birth = { year: made, month, day };
  const sameDecade = Math.floor(made / 10) === Math.floor(year / 10);
  worsenBirth(row, month !== 0 && sameDecade ? 'CLOSE' : 'DIFFERENT');
  mark(row, 'C34');
};

function worsenBirth(row: Row, fact: 'CLOSE' | 'DIFFERENT'): void {
  row.facts.birth = row.facts.birth === 'EQUAL' ? fact : 'DIFFERENT';
}

export function applyDates(row: Row, context: NoiseContext): void {
  yearOnly(row, context);
  firstOfJanuary(row, context);
  someYears(row, context);
  oneDigit(row, context);
  swapped(row, context);
}
