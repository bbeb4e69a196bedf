/** People on the NDOP-manner wire: questions as the source words them, and its answers in the hub's terms. */
import { type PartialDate } from '../../../src/domain/resident/birth-date';
import {
  type LookupKey,
  type RegisterAddress,
  type RegisterPerson,
} from '../../../src/domain/resident/resident';
import { type Sex } from '../../../src/domain/resident/sex';
import { type LookupAnswer, type LookupRequest } from '../contract';
import { SourceContractBroken } from '../errors';
import { answersTo } from '../same-person';

/** The fields that the hub compares: what it does not need must not travel, whatever its purpose may cover. */
const FIELDS = [
  ...['SoDinhDanh', 'SoCMND', 'SoDinhDanhCu', 'HoVaTen', 'HoVaTenCu'],
  ...['GioiTinh', 'NgayThangNamSinh', 'TrangThai'],
] as const;

/** Compared for few rows, so asked for separately. */
const ADDRESS = 'ThuongTru';

/** The fields are named for a list as a whole: `withAddress` holds for all of its requests or for none. */
export function encodeQuestions(requests: readonly LookupRequest[]): object {
  const fields = requests[0]?.key.withAddress ? [...FIELDS, ADDRESS] : FIELDS;
  const people = requests.map(({ ref, key }) => ({ IdBanGhi: ref, ...encodeKey(key) }));
  return { TruongYeuCau: fields, DanhSach: people };
}

function encodeKey(key: LookupKey): object {
  switch (key.by) {
    case 'NUMBER':
      return { SoDinhDanh: key.number };
    case 'OLD_CARD':
      return { SoCMND: key.number };
    case 'NAME_AND_BIRTH':
      return { HoVaTen: key.name, NgayThangNamSinh: encodeBirth(key.birth) };
  }
}

function encodeBirth({ year, month, day }: PartialDate): object {
  if (month === undefined || day === undefined) return { Nam: String(year) };
  return { NgayThangNam: `${year}${pad(month)}${pad(day)}` };
}

const pad = (part: number) => String(part).padStart(2, '0');

/**
 * Reads a list of answers and holds it against what was asked: every request answered once, every person one that the
 * key can mean. Only the fields that the hub needs are looked at.
 * @throws SourceContractBroken when anything is missing, doubled, or about somebody else.
 */
export function decodeList(data: unknown, requests: readonly LookupRequest[]): LookupAnswer[] {
  const list = asArray(asObject(data, 'data').DanhSach, 'DanhSach');
  if (list.length !== requests.length) broken('number of answers');
  const asked = new Map(requests.map((request) => [request.ref, request.key]));
  return list.map((entry) => {
    const { IdBanGhi: ref, UngVien } = asObject(entry, 'answer');
    const key = typeof ref === 'string' ? asked.get(ref) : undefined;
    if (typeof ref !== 'string' || !key) return broken('answer without a question');
    asked.delete(ref);
    const candidates = asArray(UngVien, 'UngVien').map((raw) => decodePerson(raw, key.withAddress === true));
    if (!candidates.every((person) => answersTo(person, key))) broken('record of somebody else');
    return { ref, candidates };
  });
}

function decodePerson(raw: unknown, withAddress: boolean): RegisterPerson {
  const person = asObject(raw, 'person');
  const number = asText(person.SoDinhDanh, 'SoDinhDanh');
  if (!/^\d{12}$/.test(number)) broken('SoDinhDanh');
  const { Ho, ChuDem, Ten } = asObject(person.HoVaTen, 'HoVaTen');
  const oldCard = asText(person.SoCMND, 'SoCMND');
  const identity = {
    number,
    oldCardNumber: oldCard === '' ? null : oldCard,
    formerNumbers: asTexts(person.SoDinhDanhCu, 'SoDinhDanhCu'),
    // In practice the whole name stands in Ten; the parts are joined for sources that do part it.
    name: joinName(asText(Ho, 'Ho'), asText(ChuDem, 'ChuDem'), asText(Ten, 'Ten')),
    formerNames: asTexts(person.HoVaTenCu, 'HoVaTenCu'),
    sex: decodeSex(person.GioiTinh),
    birth: decodeBirth(person.NgayThangNamSinh),
    status: decodeStatus(person.TrangThai),
  };
  return withAddress ? { ...identity, address: decodeAddress(person[ADDRESS]) } : identity;
}

/** Null where the register knows no residence. Former units are told where they have others by now. */
function decodeAddress(raw: unknown): RegisterAddress | null {
  if (raw === null || raw === undefined) return null;
  const { ChiTiet: text, ChiTietCu: former = '' } = asObject(raw, ADDRESS);
  const formerText = asText(former, 'ChiTietCu');
  return { text: asText(text, 'ChiTiet'), formerText: formerText === '' ? null : formerText };
}

function joinName(surname: string, middle: string, given: string): string {
  return surname === '' && middle === '' ? given : [surname, middle, given].filter(Boolean).join(' ');
}

function decodeSex(code: unknown): Sex {
  if (code === 1) return 'MALE';
  if (code === 2) return 'FEMALE';
  if (code === 0 || code === 3) return 'UNKNOWN';
  return broken('GioiTinh');
}

function decodeStatus(code: unknown): RegisterPerson['status'] {
  if (code === 'BINH_THUONG') return 'ACTIVE';
  if (code === 'DA_CHET') return 'DECEASED';
  if (code === 'MAT_TICH') return 'MISSING';
  return broken('TrangThai');
}

function decodeBirth(raw: unknown): PartialDate {
  const { NgayThangNam: date, Nam: year } = asObject(raw, 'NgayThangNamSinh');
  if (typeof date === 'string' && /^\d{8}$/.test(date)) {
    return { year: Number(date.slice(0, 4)), month: Number(date.slice(4, 6)), day: Number(date.slice(6)) };
  }
  if (typeof year === 'string' && /^\d{4}$/.test(year)) return { year: Number(year) };
  return broken('NgayThangNamSinh');
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  return broken(what);
}

function asArray(value: unknown, what: string): unknown[] {
  return Array.isArray(value) ? value : broken(what);
}

function asText(value: unknown, what: string): string {
  return typeof value === 'string' ? value : broken(what);
}

function asTexts(value: unknown, what: string): string[] {
  const list = asArray(value, what);
  if (list.some((text) => typeof text !== 'string')) broken(what);
  return list as string[];
}

function broken(what: string): never {
  throw new SourceContractBroken(what);
}
