/** Answers for how a birth date is written down: C35 with a year of two digits, C36 as a spreadsheet counts days. */
import { mark, type NoiseContext, type NoiseFamily, readByCentury, type Row, strike } from './row';

const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Spreadsheets cannot count before 1900, and shorter counts look like years. */
const FIRST_COUNT = 10_000;

/** C36: what the cell holds when its format is lost. */
const counted: NoiseFamily = (row, context) => {
  const { birth } = row;
  if (birth === null || birth.month === 0 || strike(context, row, 'C36') === null) return;
  const days = (Date.UTC(birth.year, birth.month - 1, birth.day) - DAY_ZERO) / DAY_MS;
  if (days < FIRST_COUNT) return;
  row.birthWritten = String(days);
  mark(row, 'C36');
};

/**
 * C35: 12/04/51. The year can be told by the personal number in the row; where that says another year, or is not there, only by the
 * century in which somebody alive can be born.
 */
const shortYear: NoiseFamily = (row, context) => {
  const { birth } = row;
  if (birth === null || birth.month === 0 || strike(context, row, 'C35') === null) return;
  const two = (part: number) => String(part).padStart(2, '0');
  row.birthWritten = `${two(birth.day)}/${two(birth.month)}/${two(birth.year % 100)}`;
  if (row.number.length !== 12 || Number(row.number.slice(4, 6)) !== birth.year % 100)
    readByCentury(row, context);
  else if (Math.floor(Number(row.number[3]) / 2) + 19 !== Math.floor(birth.year / 100))
    readByCentury(row, context);
  mark(row, 'C35');
};

export function applyDateForm(row: Row, context: NoiseContext): void {
  shortYear(row, context);
  if (row.birthWritten === null) counted(row, context);
}
