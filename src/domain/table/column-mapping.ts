/** Finds out which column of a file holds which field, by header names in Vietnamese and English or by an explicit mapping. */
import { cleanText } from '../resident/clean-text';
import { foldAccents } from '../resident/syllable';

/** The fields that a resident file may have. */
export const Field = {
  name: 'name',
  birthDate: 'birthDate',
  sex: 'sex',
  number: 'number',
  oldCardNumber: 'oldCardNumber',
  address: 'address',
  phone: 'phone',
} as const;
export type Field = (typeof Field)[keyof typeof Field];

/** Field → index of its column, 0-based. Fields without a column are absent. */
export type ColumnMapping = Partial<Record<Field, number>>;

/** A file whose columns cannot be used as they are; `headers` are the column names at fault. */
export interface MappingProblem {
  problem: 'COLUMN_NOT_FOUND' | 'DUPLICATE_COLUMN' | 'NO_KEY_COLUMN';
  field?: Field;
  headers: string[];
}

export interface MappedColumns {
  mapping: ColumnMapping;
  /** Headers that stand for no field, in file order. Their columns are kept and given back untouched. */
  unmapped: string[];
}

/** Real headers are short; a longer one is data in the wrong place and not worth reading. */
const LONGEST_HEADER = 200;

/**
 * Aliases in groups of falling rank: where a file has "Ngày sinh" and "Năm sinh", the better one wins and is no duplicate. Written as
 * people write them; comparing ignores accents, case, spaces, punctuation and anything in brackets.
 */
const ALIASES: Readonly<Record<Field, readonly (readonly string[])[]>> = {
  name: [
    [
      'Họ và tên',
      'Họ tên',
      'Họ và tên khai sinh',
      'Họ, chữ đệm và tên',
      'Họ, chữ đệm và tên khai sinh',
      'Full name',
    ],
    [
      'Tên đầy đủ',
      'Tên công dân',
      'Họ và tên công dân',
      'Họ tên công dân',
      'Name',
      'Resident name',
      'ho_va_ten',
    ],
    ['Tên'],
  ],
  birthDate: [
    [
      'Ngày sinh',
      'Ngày tháng năm sinh',
      'Ngày, tháng, năm sinh',
      'Sinh ngày',
      'DOB',
      'Date of birth',
      'Birth date',
    ],
    ['Năm sinh', 'Year of birth', 'Birth year', 'YOB'],
  ],
  sex: [['Giới tính', 'Phái', 'Nam/Nữ', 'Giới', 'Sex', 'Gender']],
  number: [
    [
      ...[
        'Số định danh',
        'Số định danh cá nhân',
        'Mã định danh',
        'Mã định danh cá nhân',
        'Mã số định danh cá nhân',
      ],
      ...[
        'Định danh cá nhân',
        'Số ĐDCN',
        'ĐDCN',
        'SĐDCN',
        'Số CCCD',
        'CCCD',
        'Căn cước',
        'Số căn cước',
        'Thẻ căn cước',
      ],
      ...[
        'Căn cước công dân',
        'Số căn cước công dân',
        'Số thẻ căn cước',
        'Số thẻ CCCD',
        'Số CCCD/CMND',
        'CCCD/CMND',
      ],
      ...[
        'CMND/CCCD',
        'Số CMND/CCCD',
        'CMT/CCCD',
        'Số định danh cá nhân/CCCD',
        'Số ĐDCN/CCCD',
        'Số định danh/CCCD',
      ],
      ...[
        'Personal number',
        'Personal identification number',
        'Personal ID',
        'National ID',
        'Citizen ID',
        'ID number',
      ],
      ...['Identity number', 'Citizen ID number', 'National ID number', 'PIN', 'so_dinh_danh'],
    ],
    ['Số giấy tờ', 'Số giấy tờ tùy thân', 'Giấy tờ tùy thân', 'ID'],
  ],
  oldCardNumber: [
    [
      ...[
        'Số CMND',
        'CMND',
        'Chứng minh nhân dân',
        'Số chứng minh nhân dân',
        'Số chứng minh',
        'CMT',
        'Số CMT',
        'CMTND',
      ],
      ...[
        'CMND cũ',
        'Số CMND cũ',
        'CMND 9 số',
        'Số CMND 9 số',
        'Old card number',
        'Old ID card number',
        'Old ID number',
      ],
    ],
  ],
  address: [
    ['Địa chỉ thường trú', 'Nơi thường trú', 'Thường trú', 'Hộ khẩu thường trú', 'HKTT', 'Permanent address'],
    ['Địa chỉ', 'Địa chỉ đầy đủ', 'Address', 'Residence'],
    ['Nơi ở hiện tại', 'Chỗ ở hiện nay', 'Nơi ở', 'Địa chỉ hiện tại', 'Nơi cư trú', 'Current address'],
  ],
  phone: [
    [
      'Điện thoại',
      'Số điện thoại',
      'SĐT',
      'ĐT',
      'Di động',
      'Số di động',
      'Điện thoại di động',
      'ĐTDĐ',
      'Số ĐT',
    ],
    ['Phone', 'Phone number', 'Mobile', 'Mobile number', 'Mobile phone', 'Telephone', 'Tel', 'Cell phone'],
  ],
};
export const FIELDS: readonly Field[] = Object.values(Field);

/** The cells of a row by field; '' is blank, and fields without a column are absent. */
export function pickFields(cells: readonly string[], mapping: ColumnMapping): Partial<Record<Field, string>> {
  const picked: Partial<Record<Field, string>> = {};
  // Field by field: by name it would take several times as long, for every row of a file.
  if (mapping.name !== undefined) picked.name = cells[mapping.name] ?? '';
  if (mapping.birthDate !== undefined) picked.birthDate = cells[mapping.birthDate] ?? '';
  if (mapping.sex !== undefined) picked.sex = cells[mapping.sex] ?? '';
  if (mapping.number !== undefined) picked.number = cells[mapping.number] ?? '';
  if (mapping.oldCardNumber !== undefined) picked.oldCardNumber = cells[mapping.oldCardNumber] ?? '';
  if (mapping.address !== undefined) picked.address = cells[mapping.address] ?? '';
  if (mapping.phone !== undefined) picked.phone = cells[mapping.phone] ?? '';
  return picked;
}

interface Meaning {
  field: Field;
  rank: number;
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  FIELDS.flatMap((field) =>
    ALIASES[field].flatMap((aliases, rank) =>
      aliases.map((alias) => [headerKey(alias), { field, rank }] as const),
    ),
  ),
);

/** True when a header is known by an alias of some field. */
export function namesField(header: string): boolean {
  return MEANINGS.has(headerKey(header));
}

/** The form in which headers are compared: no accents, case, spaces, punctuation, or remarks in brackets. */
export function headerKey(header: string): string {
  const text = cleanText(header.slice(0, LONGEST_HEADER)).text;
  const plain = foldAccents(text).toLowerCase();
  const key = plain.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : key;
}

/**
 * Maps columns to fields. `explicit` gives the header of some fields and goes before the aliases; fields it does not name are still
 * looked for among the other columns. Two columns of the same rank for one field are refused rather than guessed.
 *
 * A mapping is usable when it has the personal number, or the old card number, or name and birth date; otherwise NO_KEY_COLUMN.
 */
export function mapColumns(
  headers: readonly string[],
  explicit: Readonly<Partial<Record<Field, string | undefined>>> = {},
): MappedColumns | MappingProblem {
  const mapping: ColumnMapping = {};
  const problem = mapExplicit(headers, explicit, mapping) ?? mapByAlias(headers, mapping);
  if (problem !== null) return problem;
  if (!hasKey(mapping)) return { problem: 'NO_KEY_COLUMN', headers: [...headers] };
  const used = new Set(Object.values(mapping));
  return { mapping, unmapped: headers.filter((_, index) => !used.has(index)) };
}

function hasKey(mapping: ColumnMapping): boolean {
  const { number, oldCardNumber, name, birthDate } = mapping;
  return (
    number !== undefined || oldCardNumber !== undefined || (name !== undefined && birthDate !== undefined)
  );
}

function mapExplicit(
  headers: readonly string[],
  explicit: Readonly<Partial<Record<Field, string | undefined>>>,
  mapping: ColumnMapping,
): MappingProblem | null {
  const fieldOf = new Map<number, Field>();
  for (const field of FIELDS) {
    const wanted = explicit[field];
    if (wanted === undefined || wanted === null) continue;
    const found = columnsNamed(headers, wanted);
    if (found.length === 0) return { problem: 'COLUMN_NOT_FOUND', field, headers: [wanted] };
    const index = found[0]!;
    if (found.length > 1 || fieldOf.has(index)) {
      return { problem: 'DUPLICATE_COLUMN', field, headers: found.map((at) => headers[at]!) };
    }
    fieldOf.set(index, field);
    mapping[field] = index;
  }
  return null;
}

/** Columns with exactly this name, else those with the same name but for accents, case and punctuation. */
function columnsNamed(headers: readonly string[], wanted: string): number[] {
  const indexes = headers.map((_, index) => index);
  const exact = indexes.filter((index) => headers[index] === wanted);
  if (exact.length > 0) return exact;
  const key = headerKey(wanted);
  return key === '' ? [] : indexes.filter((index) => headerKey(headers[index]!) === key);
}

function mapByAlias(headers: readonly string[], mapping: ColumnMapping): MappingProblem | null {
  const taken = new Set(Object.values(mapping));
  const best = new Map<Field, { rank: number; columns: number[] }>();
  headers.forEach((header, index) => {
    const meaning = taken.has(index) ? undefined : MEANINGS.get(headerKey(header));
    if (meaning === undefined || mapping[meaning.field] !== undefined) return;
    const known = best.get(meaning.field);
    if (known === undefined || meaning.rank < known.rank) {
      best.set(meaning.field, { rank: meaning.rank, columns: [index] });
    } else if (meaning.rank === known.rank) known.columns.push(index);
  });
  for (const [field, { columns }] of best) {
    if (columns.length > 1)
      return { problem: 'DUPLICATE_COLUMN', field, headers: columns.map((at) => headers[at]!) };
    mapping[field] = columns[0]!;
  }
  return null;
}
