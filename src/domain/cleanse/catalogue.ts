/** The catalogue of cleansing rules in the order in which they are applied, and those that look at more than one row. */
import { FIELDS, type Field } from '../table/column-mapping';
import { ChangeMode, type CellRule, type RuleDescription } from './rule';
import { ADDRESS_RULES } from './rules/address-rules';
import { DATE_RULES } from './rules/date-rules';
import { ENCODING_RULES } from './rules/encoding-rules';
import { NAME_RULES } from './rules/name-rules';
import { NAME_SUGGESTIONS } from './rules/name-suggestions';
import { NUMBER_RULES } from './rules/number-rules';
import { PHONE_RULES } from './rules/phone-rules';
import { LAYOUT_RULES, SEX_RULES } from './rules/sex-rules';
import { TEXT_RULES } from './rules/text-rules';

/** X06 looks at the cell as it came, before anything changes its length. */
const AS_IT_CAME = LAYOUT_RULES.filter(({ id }) => id === 'X06');
const LAYOUT = LAYOUT_RULES.filter(({ id }) => id !== 'X06');

/** Encodings before text forms, forms before contents: each rule may rely on what the earlier ones have put right. */
export const CELL_RULES: readonly CellRule[] = [
  ...AS_IT_CAME,
  ...ENCODING_RULES.filter(({ id }) => id !== 'E09'),
  ...TEXT_RULES,
  ...LAYOUT,
  ...ENCODING_RULES.filter(({ id }) => id === 'E09'),
  ...NAME_RULES,
  ...NAME_SUGGESTIONS,
  ...DATE_RULES,
  ...NUMBER_RULES,
  ...PHONE_RULES,
  ...ADDRESS_RULES,
  ...SEX_RULES,
];

/** Flags on rows that say something only together; found once all rows are in. */
export const ROW_SET_RULES: readonly RuleDescription[] = [
  {
    id: 'I05',
    version: 2,
    title: { vi: 'Một số định danh cho nhiều người', en: 'One number for different people' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: '079085000001', after: null },
  },
  {
    id: 'P03',
    version: 1,
    title: { vi: 'Một số điện thoại cho hơn năm dòng', en: 'One telephone number on more than five rows' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: '0912345678', after: null },
  },
  {
    id: 'X04',
    version: 1,
    title: { vi: 'Dòng lặp lại y hệt', en: 'A row that repeats another exactly' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Trần Thị Yến', after: null },
  },
  {
    id: 'X05',
    version: 2,
    title: {
      vi: 'Có lẽ lặp lại một dòng đầy đủ hơn',
      en: 'Probably the same person as a row that says more',
    },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'Trần Thị Yến', after: null },
  },
  {
    id: 'I07',
    version: 1,
    title: {
      vi: 'Số định danh biết từ dòng khác có cùng CMND',
      en: 'Personal number known from another row with the same old card',
    },
    lossless: true,
    mode: ChangeMode.SUGGEST,
    example: { before: '', after: '079185000123' },
  },
];

export const RULES: readonly RuleDescription[] = [...CELL_RULES, ...ROW_SET_RULES];
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

export function findRule(id: string): RuleDescription | null {
  return BY_ID.get(id) ?? null;
}

/** The rules of each field, in order. */
export const RULES_OF_FIELD: Readonly<Record<Field, readonly CellRule[]>> = Object.fromEntries(
  FIELDS.map((field) => [field, CELL_RULES.filter(({ fields }) => fields.includes(field))]),
) as unknown as Record<Field, readonly CellRule[]>;
