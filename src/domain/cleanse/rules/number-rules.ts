/** Group I: personal identification numbers and old card numbers. */
import { parseBirthDate } from '../../resident/birth-date';
import { Field } from '../../table/column-mapping';
import {
  confirmsRestoredNumber,
  NumberKind,
  numberFindings,
  readNumberCell,
} from '../../resident/identity-number';
import { parseSex, Sex } from '../../resident/sex';
import { changed, ChangeMode, FLAG, type CellContext, type CellRule, type Finding } from '../rule';
import { NUMBERS } from './fields';

const NUMBER: readonly Field[] = [Field.number];

function sexOf({ row }: CellContext): Sex {
  return parseSex(row.sex ?? '')?.sex ?? Sex.UNKNOWN;
}

function yearOf({ row }: CellContext): number | null {
  return parseBirthDate(row.birthDate ?? '').date?.year ?? null;
}

/** 12 digits and 9 digits each in a column of its own, where both columns are there and the other cell is blank. */
function moveToItsColumn(
  text: string,
  { row }: CellContext,
  field: Field,
): readonly Finding[] | Finding | null {
  const { kind } = readNumberCell(text);
  if (kind === NumberKind.ZEROS_LOST) return null;
  if (kind === NumberKind.INVALID) return FLAG;
  const home = kind === NumberKind.OLD_CARD ? Field.oldCardNumber : Field.number;
  if (home === field) return null;
  const there = row[home];
  if (there === text) return { after: '' };
  return there === '' ? [{ after: '' }, { after: text, field: home }] : FLAG;
}

/** Every digit one more, or one less, than the digit before. */
function isSequence(digits: string): boolean {
  const step = Number(digits[1]) - Number(digits[0]);
  if (Math.abs(step) > 1) return false;
  return [...digits].every(
    (digit, at) => at === 0 || (Number(digit) - Number(digits[at - 1]) + 10) % 10 === (step + 10) % 10,
  );
}

export const NUMBER_RULES: readonly CellRule[] = [
  {
    id: 'I01',
    version: 1,
    title: { vi: 'Bỏ dấu ngăn cách, chữ O và I thành số', en: 'Remove separators, read O and I as digits' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '079 095.000123', after: '079095000123' },
    fields: NUMBERS,
    apply(text) {
      const { kind, value } = readNumberCell(text);
      if (kind === NumberKind.INVALID) return null;
      // The digits as typed: zeros that were lost are for the next rule.
      return changed(text, kind === NumberKind.ZEROS_LOST ? value.replace(/^0+/, '') : value);
    },
  },
  {
    id: 'I02',
    version: 1,
    title: { vi: 'Thêm lại số 0 đã mất ở đầu', en: 'Restore lost leading zeros' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '79095000123', after: '079095000123', row: { sex: 'Nam', birthDate: '1995' } },
    fields: NUMBER,
    apply(text, context) {
      const { kind, value } = readNumberCell(text);
      if (kind !== NumberKind.ZEROS_LOST) return null;
      const sure = confirmsRestoredNumber(value, sexOf(context), yearOf(context));
      return sure
        ? { after: value }
        : { after: value, mode: ChangeMode.SUGGEST, lossless: false, confidence: 0.6 };
    },
  },
  {
    id: 'I06',
    version: 1,
    title: {
      vi: 'Số giả: một chữ số lặp lại hoặc dãy liên tiếp',
      en: 'A made-up number: one digit, or digits in a row',
    },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: '111111111111', after: null },
    fields: NUMBERS,
    looksBeyond: true,
    apply: (text) => (/^\d{9,12}$/.test(text) && isSequence(text) ? FLAG : null),
  },
  {
    id: 'I03',
    version: 1,
    title: {
      vi: 'Số 12 chữ số và số CMND về đúng cột',
      en: 'Personal and old card numbers to their columns',
    },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '012345679', after: '', row: { oldCardNumber: '' } },
    fields: NUMBERS,
    looksBeyond: true,
    apply: (text, context, field) =>
      /^\d{9,12}$/.test(text) && isSequence(text) ? null : moveToItsColumn(text, context, field),
  },
  {
    id: 'I04',
    version: 1,
    title: {
      vi: 'Số trái với giới tính, năm sinh hoặc mã nơi',
      en: 'The number contradicts sex, year or places',
    },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: '079195000123', after: null, row: { sex: 'Nam' } },
    fields: NUMBER,
    looksBeyond: true,
    apply(text, context) {
      const { kind, value } = readNumberCell(text);
      if (kind !== NumberKind.PERSONAL) return null;
      return numberFindings(value, sexOf(context), yearOf(context)).length > 0 ? FLAG : null;
    },
  },
];
