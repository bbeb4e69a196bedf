/** Group X: the sex column, and cells in the wrong column. */
import { Field } from '../../table/column-mapping';
import { NumberKind, readNumberCell } from '../../resident/identity-number';
import { parseSex, Sex } from '../../resident/sex';
import { isVietnameseSyllable } from '../../resident/vietnamese-syllable';
import { changed, ChangeMode, FLAG, type CellRule } from '../rule';
import { ALL, NAME, SEX } from './fields';

const WORD: Readonly<Record<Sex, string | null>> = { MALE: 'Nam', FEMALE: 'Nữ', UNKNOWN: null };

export const SEX_RULES: readonly CellRule[] = [
  {
    id: 'X01',
    version: 1,
    title: { vi: 'Giới tính: Nam hoặc Nữ', en: 'Sex as Nam or Nữ' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'F', after: 'Nữ' },
    fields: SEX,
    apply(text, { facts }) {
      if (text === 'Nam' || text === 'Nữ') return null;
      const known = facts.sexCodes[text.toLowerCase()];
      const sex = known ?? parseSex(text)?.sex;
      if (sex === undefined) return FLAG;
      const word = WORD[sex];
      return word === null ? null : changed(text, word);
    },
  },
  {
    id: 'X02',
    version: 1,
    title: { vi: 'Tên đệm Thị nhưng giới tính Nam', en: 'Middle name Thị, but male' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Nam', after: null, row: { name: 'Trần Thị Yến' } },
    fields: SEX,
    looksBeyond: true,
    apply: (text, { row }) =>
      parseSex(text)?.sex === Sex.MALE && /\sTh[ịi]\s/iu.test(row.name ?? '') ? FLAG : null,
  },
];

export const LAYOUT_RULES: readonly CellRule[] = [
  {
    id: 'X03',
    version: 1,
    title: { vi: 'Họ tên và số nằm lẫn cột', en: 'Name and number in each other’s column' },
    lossless: true,
    mode: ChangeMode.SUGGEST,
    example: { before: '079085000001', after: 'Trần Thị Yến', row: { number: 'Trần Thị Yến' } },
    fields: NAME,
    apply(text, { row }) {
      if (!/\d{3}/.test(text)) return null;
      const other = row.number ?? '';
      const looksLikeNumber = readNumberCell(text).kind === NumberKind.PERSONAL;
      const looksLikeName = other.split(' ').length >= 2 && other.split(' ').every(isVietnameseSyllable);
      if (!looksLikeNumber || !looksLikeName) return null;
      return [
        { after: other, confidence: 0.95 },
        { after: text, field: Field.number, confidence: 0.95 },
      ];
    },
  },
  {
    id: 'X06',
    version: 1,
    title: { vi: 'Nội dung bị cắt ở cùng một độ dài', en: 'Cut off at one length' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Nguyễn Hoàng Phương T', after: null },
    fields: ALL,
    looksBeyond: true,
    apply: (text, { facts }, field) => (facts.cutAt[field] === text.length ? FLAG : null),
  },
];
