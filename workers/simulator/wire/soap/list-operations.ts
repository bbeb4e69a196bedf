/**
 * Answers for the list operations: people by unit, age and sex page by page; by ethnicity, religion or blood group from position to position,
 * because an attribute is known only of one person at a time and nobody has counted those who share it.
 */
import { attributesOf } from '../../register/attributes';
import { type Cells, provinceOf, sexOf, sizeOf, yearOf } from '../../register/cells';
import { OLD_PROVINCES } from '../../register/provinces';
import { type Register } from '../../register/register';
import { type Refusal, refusal } from '../refusal';
import { writeCitizen } from './citizen-xml';
import { type SoapCall } from './soap-call';
import { collection, type CollectionOptions } from './soap-envelope';
import { type SoapAnswer, type SoapContext } from './soap-skin';

export const LIST_OPERATIONS = [
  'CungCapDanhSachTheoDiaPhuong',
  'CungCapDanhSachTheoDoTuoi',
  'CungCapDanhSachTheoGioiTinh',
  'CungCapDanhSachTheoDanToc',
  'CungCapDanhSachTheoTonGiao',
  'CungCapDanhSachTheoNhomMau',
] as const;

const MOST_RECORDS = 500;
/** So many people are looked at for one answer; it says where the next one goes on. */
const MOST_LOOKED_AT = 50_000;

interface Page {
  readonly number: number;
  readonly size: number;
}

export function listPeople(call: SoapCall, context: SoapContext): SoapAnswer | Refusal {
  const page = pageOf(call);
  if (page === null) return refusal('INVALID', `Trang from 1, SoBanGhi from 1 to ${MOST_RECORDS}`);
  const cells = cellsFor(call, context.register.cells);
  if ('reason' in cells) return cells;
  const wanted = attributeWanted(call);
  if (wanted === null) {
    const { indices, total } = pageOfCells(context.register.cells, cells, page);
    return answer(call, context, indices, { total, page });
  }
  if ('reason' in wanted) return wanted;
  const from = numberIn(call, 'TuViTri', 0);
  if (page.number !== 1 || Number.isNaN(from))
    return refusal('INVALID', 'this list has no pages: TuViTri takes the TiepTheo of the answer before');
  const { indices, next } = sharersFrom(context.register, cells, { from, most: page.size, wanted });
  return answer(call, context, indices, { total: indices.length, next });
}

function answer(
  { requestId }: SoapCall,
  { register, grants }: SoapContext,
  indices: readonly number[],
  about: Pick<CollectionOptions, 'total' | 'page' | 'next'>,
): SoapAnswer {
  const citizens = indices.map((index) => writeCitizen(register, register.person(index), grants));
  return { body: collection(register, citizens, { requestId, ...about }), people: citizens.length };
}

function numberIn(call: SoapCall, field: string, fallback: number): number {
  const text = call.fields.get(field) ?? '';
  return text === '' ? fallback : /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}

function pageOf(call: SoapCall): Page | null {
  const page = { number: numberIn(call, 'Trang', 1), size: numberIn(call, 'SoBanGhi', 100) };
  return page.number >= 1 && page.size >= 1 && page.size <= MOST_RECORDS ? page : null;
}

interface Filter {
  readonly unit: string;
  readonly sex: string;
  readonly from: number;
  readonly to: number;
}

/** The cells that unit, ages and sex of the call leave over. */
function cellsFor(call: SoapCall, cells: Cells): number[] | Refusal {
  const filter: Filter = {
    unit: call.fields.get('MaTinhThanh') ?? '',
    sex: call.fields.get('GioiTinh') ?? '',
    from: numberIn(call, 'TuTuoi', 0),
    to: numberIn(call, 'DenTuoi', 200),
  };
  return wrongFilter(call, filter) ?? filtered(cells, filter);
}

function wrongFilter({ operation, fields }: SoapCall, { unit, sex, from, to }: Filter): Refusal | null {
  if (operation.endsWith('DiaPhuong') && unit === '') return refusal('INVALID', 'MaTinhThanh is missing');
  if (operation.endsWith('GioiTinh') && !/^[12]$/.test(sex))
    return refusal('INVALID', 'GioiTinh must be 1 or 2');
  if (operation.endsWith('DoTuoi') && !(fields.has('TuTuoi') && from <= to))
    return refusal('INVALID', 'TuTuoi and DenTuoi must be whole numbers, the first not above the second');
  return null;
}

function filtered(cells: Cells, { unit, sex, from, to }: Filter): number[] {
  return Array.from({ length: cells.count }, (_, cell) => cell).filter((cell) => {
    if (unit !== '' && OLD_PROVINCES[provinceOf(cells, cell)]?.unit !== unit) return false;
    if (sex !== '' && String(sexOf(cells, cell)) !== sex) return false;
    const age = cells.reference.year - yearOf(cells, cell);
    return age >= from && age <= to;
  });
}

function pageOfCells(
  cells: Cells,
  chosen: readonly number[],
  page: Page,
): { indices: number[]; total: number } {
  const indices: number[] = [];
  let before = 0;
  const first = (page.number - 1) * page.size;
  for (const cell of chosen) {
    const size = sizeOf(cells, cell);
    for (let at = Math.max(0, first - before); at < size && indices.length < page.size; at += 1)
      indices.push((cells.starts[cell] as number) + at);
    before += size;
  }
  return { indices, total: before };
}

interface AttributeWanted {
  readonly attribute: 'ethnicity' | 'religion' | 'bloodGroup';
  readonly code: string;
}

const ATTRIBUTE_FIELDS = { DanToc: 'ethnicity', TonGiao: 'religion', NhomMau: 'bloodGroup' } as const;

function attributeWanted(call: SoapCall): AttributeWanted | Refusal | null {
  for (const [field, attribute] of Object.entries(ATTRIBUTE_FIELDS)) {
    if (!call.operation.endsWith(field)) continue;
    const code = call.fields.get(field) ?? '';
    return /^\d\d$/.test(code)
      ? { attribute: attribute as AttributeWanted['attribute'], code }
      : refusal('INVALID', `${field} must be a code of two digits`);
  }
  return null;
}

/** Those of the chosen cells who share the attribute, from a position among all their people; `next` is null behind the last. */
function sharersFrom(
  register: Register,
  chosen: readonly number[],
  { from, most, wanted }: { from: number; most: number; wanted: AttributeWanted },
): { indices: number[]; next: number | null } {
  const indices: number[] = [];
  let before = 0;
  for (const cell of chosen) {
    const start = register.cells.starts[cell] as number;
    const size = sizeOf(register.cells, cell);
    for (let at = Math.max(0, from - before); at < size; at += 1) {
      const position = before + at;
      if (indices.length === most || position - from === MOST_LOOKED_AT) return { indices, next: position };
      if (attributesOf(register, start + at)[wanted.attribute] === wanted.code) indices.push(start + at);
    }
    before += size;
  }
  return { indices, next: null };
}
