/** The register's citizens on the SOAP wire: a question as elements, and the collection that answers it in the hub's terms. */
import { type PartialDate } from '../../../src/domain/resident/birth-date';
import {
  type LookupKey,
  type RegisterAddress,
  type RegisterPerson,
} from '../../../src/domain/resident/resident';
import { type Sex } from '../../../src/domain/resident/sex';
import { SourceContractBroken } from '../errors';
import { answersTo } from '../same-person';
import { asNode, readBody, textOf, type Elements } from './envelope';

/** A key alone: with name and birth date beside it the register would say "not found" for any disagreement. */
export function encodeKey(key: LookupKey): Elements {
  switch (key.by) {
    case 'NUMBER':
      return { SoDinhDanh: key.number };
    case 'OLD_CARD':
      return { SoCMND: key.number };
    case 'NAME_AND_BIRTH':
      return { HoVaTen: key.name, NgayThangNamSinh: encodeBirth(key.birth) };
  }
}

function encodeBirth({ year, month, day }: PartialDate): Elements {
  if (month === undefined || day === undefined) return { Nam: String(year) };
  return { NgayThangNam: `${year}${pad(month)}${pad(day)}` };
}

const pad = (part: number) => String(part).padStart(2, '0');

/**
 * Reads the collection and holds it against the question. No citizen, or one without number and name, is "not found".
 * @throws SourceContractBroken when citizens are missing, too many, misshapen, or about somebody else.
 */
export function decodeCitizens(xml: string, requestId: string, key: LookupKey): RegisterPerson[] {
  const collection = asNode(readBody(xml).CongdanCollection, 'CongdanCollection');
  const answered = textOf(collection['@id'], 'id');
  if (answered !== '' && answered !== requestId) broken('answer to another request');
  const citizens = collection.CongDan === undefined ? [] : (collection.CongDan as unknown[]);
  holdAgainstCount(citizens.length, textOf(collection['@SoCongDan'], 'SoCongDan'));
  const people = citizens
    .map((raw) => decodeCitizen(raw, key.withAddress === true))
    .filter((person) => person !== null);
  if (!people.every((person) => answersTo(person, key))) broken('record of somebody else');
  return people;
}

/** A citizen lost on the way must not become "not found". */
function holdAgainstCount(citizens: number, promised: string): void {
  if (promised === '') return;
  if (!/^\d{1,9}$/.test(promised)) broken('SoCongDan');
  const count = Number(promised);
  if (citizens > count || (citizens === 0 && count > 0)) broken('number of citizens');
}

function decodeCitizen(raw: unknown, withAddress: boolean): RegisterPerson | null {
  const citizen = asNode(raw, 'CongDan');
  const number = textOf(citizen.SoDinhDanh, 'SoDinhDanh');
  const name = decodeName(citizen.HoVaTen);
  if (number === '' && name === '') return null;
  if (!/^\d{12}$/.test(number)) broken('SoDinhDanh');
  if (name === '') broken('HoVaTen');
  const oldCard = textOf(citizen.SoCMND, 'SoCMND');
  const identity = {
    number,
    oldCardNumber: oldCard === '' ? null : oldCard,
    formerNumbers: textsOf(citizen.SoDinhDanhCu, 'SoDinhDanhCu'),
    name,
    formerNames: textsOf(citizen.HoVaTenCu, 'HoVaTenCu'),
    sex: decodeSex(textOf(citizen.GioiTinh, 'GioiTinh')),
    birth: decodeBirth(citizen.NgayThangNamSinh),
    status: decodeStatus(textOf(citizen.TrangThai, 'TrangThai')),
  };
  return withAddress ? { ...identity, address: decodeAddress(citizen.ThuongTru) } : identity;
}

/** The register sends all that the purpose covers; what was not asked for is not read. Null without a residence in words. */
function decodeAddress(raw: unknown): RegisterAddress | null {
  if (raw === undefined || raw === '') return null;
  const { ChiTiet, ChiTietCu } = asNode(raw, 'ThuongTru');
  const [text, formerText] = [textOf(ChiTiet, 'ChiTiet'), textOf(ChiTietCu, 'ChiTietCu')];
  return text === '' ? null : { text, formerText: formerText === '' ? null : formerText };
}

/** In practice the whole name stands in Ten; the parts are joined for sources that do part it. */
function decodeName(raw: unknown): string {
  if (raw === undefined || raw === '') return '';
  const { Ho, ChuDem, Ten } = asNode(raw, 'HoVaTen');
  return [textOf(Ho, 'Ho'), textOf(ChuDem, 'ChuDem'), textOf(Ten, 'Ten')].filter(Boolean).join(' ');
}

function textsOf(raw: unknown, what: string): string[] {
  if (raw === undefined) return [];
  return (raw as unknown[]).map((text) => textOf(text, what)).filter(Boolean);
}

function decodeSex(code: string): Sex {
  if (code === '1') return 'MALE';
  if (code === '2') return 'FEMALE';
  if (code === '0' || code === '3') return 'UNKNOWN';
  return broken('GioiTinh');
}

function decodeStatus(code: string): RegisterPerson['status'] {
  if (code === 'BINH_THUONG') return 'ACTIVE';
  if (code === 'DA_CHET') return 'DECEASED';
  if (code === 'MAT_TICH') return 'MISSING';
  return broken('TrangThai');
}

function decodeBirth(raw: unknown): PartialDate {
  const node = asNode(raw, 'NgayThangNamSinh');
  const date = textOf(node.NgayThangNam, 'NgayThangNam');
  if (/^\d{8}$/.test(date)) {
    return { year: Number(date.slice(0, 4)), month: Number(date.slice(4, 6)), day: Number(date.slice(6)) };
  }
  const year = textOf(node.Nam, 'Nam');
  if (date === '' && /^\d{4}$/.test(year)) return { year: Number(year) };
  return broken('NgayThangNamSinh');
}

function broken(what: string): never {
  throw new SourceContractBroken(what);
}
