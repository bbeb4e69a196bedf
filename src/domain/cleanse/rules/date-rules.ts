/** Group D: dates of birth. The written form afterwards is dd/MM/yyyy, MM/yyyy or yyyy, as far as the date is known. */
import { isPlausibleAt, parseBirthDate, type PartialDate } from '../../resident/birth-date';
import { NumberKind, parsePersonalNumber, readNumberCell } from '../../resident/identity-number';
import { RuleId } from '../../verdict/rule-id';
import { changed, ChangeMode, FLAG, type CellContext, type CellRule } from '../rule';
import { DATE } from './fields';

const two = (part: number) => String(part).padStart(2, '0');

export function writeDate({ year, month, day }: PartialDate): string {
  const known = [...(day === undefined ? [] : [two(day)]), ...(month === undefined ? [] : [two(month)])];
  return [...known, String(year).padStart(4, '0')].join('/');
}

const SHORT_YEAR = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/;
const FIRST_TWO = /^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;

/** Day and month in each other's place, where the text has that form. */
function swapped(text: string): string | null {
  const first = FIRST_TWO.exec(text);
  if (first) return `${first[3]}/${first[1]}/${first[5]}`;
  const year = YEAR_FIRST.exec(text);
  return year ? `${year[2]}/${year[3]}/${year[1]}` : null;
}

function dateIn(text: string): PartialDate | null {
  return parseBirthDate(text).date;
}

/** The year of birth that the row's personal number tells, or null. */
function yearOfNumber({ row }: CellContext): number | null {
  const cell = readNumberCell(row.number ?? '');
  return cell.kind === NumberKind.PERSONAL ? parsePersonalNumber(cell.value).birthYear : null;
}

/** Only where the text was read by exactly this rule: D01 syntax, D05 unknown parts. */
function rewrite(text: string, rule: RuleId) {
  const parsed = parseBirthDate(text);
  return parsed.date !== null && parsed.rules.includes(rule) ? changed(text, writeDate(parsed.date)) : null;
}

export const DATE_RULES: readonly CellRule[] = [
  {
    id: 'D02',
    version: 1,
    title: { vi: 'Cột ghi tháng trước ngày', en: 'A column with the month first' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '03/25/1990', after: '25/03/1990' },
    fields: DATE,
    looksBeyond: true,
    apply(text, { facts }) {
      const turned = facts.monthFirst && FIRST_TWO.test(text) ? swapped(text) : null;
      const date = turned === null ? null : dateIn(turned);
      return date === null ? null : changed(text, writeDate(date));
    },
  },
  {
    id: 'D03',
    version: 1,
    title: { vi: 'Số thứ tự ngày của bảng tính', en: "A spreadsheet's count of days" },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '32933', after: '01/03/1990' },
    fields: DATE,
    apply(text, { today }) {
      const { date, rules } = parseBirthDate(text);
      const isCounted = date !== null && rules.includes(RuleId.D03) && isPlausibleAt(date, today);
      return isCounted ? { after: writeDate(date) } : null;
    },
  },
  {
    id: 'D04',
    version: 1,
    title: { vi: 'Năm sinh hai chữ số', en: 'A year of two digits' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: '12/04/51', after: '12/04/1951', row: { number: '001051000001' } },
    fields: DATE,
    apply(text, context) {
      const [, day, month, short] = SHORT_YEAR.exec(text) ?? [];
      if (short === undefined) return null;
      const told = yearOfNumber(context);
      const agrees = told !== null && told % 100 === Number(short);
      const century = Number(short) > context.today.year % 100 ? 1900 : 2000;
      const date = dateIn(`${day}/${month}/${agrees ? told : century + Number(short)}`);
      if (date === null || !isPlausibleAt(date, context.today)) return null;
      const after = writeDate(date);
      return agrees ? { after, mode: ChangeMode.AUTO, lossless: true } : { after, confidence: 0.7 };
    },
  },
  {
    id: 'D05',
    version: 1,
    title: { vi: 'Chỉ có năm, hoặc tháng và năm', en: 'A year, or month and year, only' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '00/00/1950', after: '1950' },
    fields: DATE,
    apply: (text) => rewrite(text, RuleId.D05),
  },
  {
    id: 'D01',
    version: 1,
    title: { vi: 'Thống nhất cách viết ngày', en: 'One way to write a date' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '5.3.1990', after: '05/03/1990' },
    fields: DATE,
    apply: (text) => rewrite(text, RuleId.D01),
  },
  {
    id: 'D07',
    version: 1,
    title: { vi: '01/01 ghi thay ngày không rõ', en: '1 January in place of an unknown day' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '01/01/1950', after: '1950' },
    fields: DATE,
    looksBeyond: true,
    apply: (text, { facts }) =>
      facts.januaryHeaped && /^01\/01\/\d{4}$/.test(text) ? { after: text.slice(6), confidence: 0.85 } : null,
  },
  {
    id: 'D08',
    version: 1,
    title: { vi: 'Ngày và tháng có thể bị đảo', en: 'Day and month perhaps swapped' },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: '03/25/1990', after: '25/03/1990' },
    fields: DATE,
    apply(text, { today }) {
      if (dateIn(text) !== null) return null;
      const turned = swapped(text);
      const date = turned === null ? null : dateIn(turned);
      return date !== null && isPlausibleAt(date, today) ? { after: writeDate(date), confidence: 0.9 } : null;
    },
  },
  {
    id: 'D06',
    version: 1,
    title: { vi: 'Ngày không thể có hoặc không đọc được', en: 'An impossible or unreadable date' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: '31/02/1980', after: null },
    fields: DATE,
    looksBeyond: true,
    apply(text, { today }) {
      const date = dateIn(text);
      return date === null || !isPlausibleAt(date, today) ? FLAG : null;
    },
  },
];
