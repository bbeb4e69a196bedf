/** Answers for writing people in the NDOP manner; texts are joined by hand because a batch holds a thousand people. */
import { type FullName, type Person } from '../../register/person';
import { type Register } from '../../register/register';
import { joinUtf8, Utf8Text } from '../utf8-text';
import { candidatesOf, type WantedPerson } from './wanted-people';

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const STATUS = {
  ACTIVE: ',"TrangThai":"BINH_THUONG","PhienBan":',
  DECEASED: ',"TrangThai":"DA_CHET","PhienBan":',
  MISSING: ',"TrangThai":"MAT_TICH","PhienBan":',
} as const;
const NO_FORMER_NUMBERS = '","SoDinhDanhCu":[],"HoVaTen":{"Ho":"","ChuDem":"","Ten":"';
const NO_FORMER_NAMES = '"},"HoVaTenCu":[],"GioiTinh":';
const SEX_AND_BIRTH_MALE = '1,"NgayThangNamSinh":';
const SEX_AND_BIRTH_FEMALE = '2,"NgayThangNamSinh":';

/** Names are safe to join: they hold letters, spaces, hyphens and apostrophes only (a test holds this). */
function names(list: readonly FullName[]): string {
  return list.length === 0 ? '[]' : `["${list.map((name) => name.upper).join('","')}"]`;
}

function birthOf(person: Person): string {
  if (person.month === 0) return `{"Nam":"${person.year}"}`;
  return `{"NgayThangNam":"${person.year}${TWO[person.month] as string}${TWO[person.day] as string}"}`;
}

/** One person as the wire shows it; the whole name stands in `Ten` in capitals, as in the field. */
export function writePerson(person: Person): string {
  const { formerNumbers, formerNames } = person;
  const head = `{"SoDinhDanh":"${person.number}","SoCMND":"${person.oldCard}`;
  const name = person.name.upper;
  const sexAndBirth = (person.sex === 1 ? SEX_AND_BIRTH_MALE : SEX_AND_BIRTH_FEMALE) + birthOf(person);
  if (formerNumbers.length === 0 && formerNames.length === 0)
    return head + NO_FORMER_NUMBERS + name + NO_FORMER_NAMES + sexAndBirth + STATUS[person.status] + '1}';
  const numbers = formerNumbers.length === 0 ? '[]' : `["${formerNumbers.join('","')}"]`;
  return (
    `${head}","SoDinhDanhCu":${numbers},"HoVaTen":{"Ho":"","ChuDem":"","Ten":"${name}"},"HoVaTenCu":${names(formerNames)},` +
    `"GioiTinh":${sexAndBirth}${STATUS[person.status]}${1 + formerNumbers.length + formerNames.length}}`
  );
}

const PLAIN_ID = /^[\w.-]*$/;

function writeId(id: string): string {
  return PLAIN_ID.test(id) ? `"${id}"` : JSON.stringify(id);
}

/** The register stands still at its reference date, and the answer says so. */
export function asOf(register: Register): string {
  const { year, month, day } = register.reference;
  return `${year}-${TWO[month] as string}-${TWO[day] as string}T00:00:00+07:00`;
}

export interface EntryOptions {
  readonly write: (person: Person) => string;
  /** Where a stranger's record stands instead of the right one. */
  readonly swapAt?: number;
  readonly separator?: string;
}

/** The entries of an answer, in the order asked. */
export function writeEntries(
  register: Register,
  people: readonly WantedPerson[],
  { write, swapAt = -1, separator = ',' }: EntryOptions,
): Buffer {
  const text = new Utf8Text();
  people.forEach((wanted, place) => {
    const candidates = candidatesOf(register, wanted);
    const shown = place === swapAt ? [strangerTo(register, candidates)] : candidates;
    const head = place === 0 ? '{"IdBanGhi":' : separator + '{"IdBanGhi":';
    text.add(head + writeId(wanted.id) + ',"UngVien":[' + writeAll(shown, write) + ']}');
  });
  return text.toBuffer();
}

function writeAll(people: readonly Person[], write: (person: Person) => string): string {
  return people.length === 1 ? write(people[0] as Person) : people.map(write).join(',');
}

/** The list as `data` of an answer; `more` is JSON text of further members, with its comma. */
export function listData(register: Register, entries: Buffer, more = ''): Buffer {
  return joinUtf8(`{"MoPhong":true,"ThoiDiemDuLieu":"${asOf(register)}","DanhSach":[`, entries, `]${more}}`);
}

/** Somebody who shares no key with the right people: another number, another card, another name. */
export function strangerTo(register: Register, candidates: readonly Person[]): Person {
  const known = candidates[0];
  const start = known === undefined ? 0 : known.index;
  for (let step = 1; step < 64; step += 1) {
    const stranger = register.person((start + step * 7919) % register.people);
    if (candidates.every((one) => one.index !== stranger.index && one.name.fold !== stranger.name.fold))
      return stranger;
  }
  return register.person(start);
}
