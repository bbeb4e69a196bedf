/** Answers for writing people in the NDOP manner; they are put together by hand, as bytes, because a batch holds a thousand of them. */
import { type FullName, type Person, type PersonStatus } from '../../register/person';
import { type Register } from '../../register/register';
import { type TextPart, type Utf8Text } from '../utf8-text';
import { candidatesOf, type WantedPerson } from './wanted-people';

const bytes = (text: string): Uint8Array => Buffer.from(text);

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const ID = '{"IdBanGhi":';
const CANDIDATES = bytes(',"UngVien":[');
const NUMBER = bytes('{"SoDinhDanh":"');
const CARD = bytes('","SoCMND":"');
const NO_FORMER_NUMBERS_THEN_NAME = bytes('","SoDinhDanhCu":[],"HoVaTen":{"Ho":"","ChuDem":"","Ten":"');
const BORN = {
  YEAR: '"NgayThangNamSinh":{"Nam":"',
  DATE: '"NgayThangNamSinh":{"NgayThangNam":"',
} as const;
/** By sex and what is known of the birth. */
const NO_FORMER_NAMES_THEN_BORN = ([1, 2] as const).map((sex) => ({
  YEAR: bytes(`"},"HoVaTenCu":[],"GioiTinh":${sex},${BORN.YEAR}`),
  DATE: bytes(`"},"HoVaTenCu":[],"GioiTinh":${sex},${BORN.DATE}`),
}));
const STATUS: Readonly<Record<PersonStatus, Uint8Array>> = {
  ACTIVE: bytes('"},"TrangThai":"BINH_THUONG","PhienBan":'),
  DECEASED: bytes('"},"TrangThai":"DA_CHET","PhienBan":'),
  MISSING: bytes('"},"TrangThai":"MAT_TICH","PhienBan":'),
};

/** One person as the wire shows it; the whole name stands in `Ten` in capitals, as in the field. Nothing in it needs escaping (a test holds this). */
export function writePerson(person: Person, text: Utf8Text): void {
  const { formerNumbers, formerNames, sex } = person;
  const known = person.month === 0 ? 'YEAR' : 'DATE';
  text.addBytes(NUMBER);
  text.addAscii(person.number);
  text.addBytes(CARD);
  text.addAscii(person.oldCard);
  if (formerNumbers.length === 0) text.addBytes(NO_FORMER_NUMBERS_THEN_NAME);
  else text.add(`","SoDinhDanhCu":["${formerNumbers.join('","')}"],"HoVaTen":{"Ho":"","ChuDem":"","Ten":"`);
  text.addWords(person.name.words);
  if (formerNames.length === 0)
    text.addBytes((NO_FORMER_NAMES_THEN_BORN[sex - 1] as (typeof NO_FORMER_NAMES_THEN_BORN)[0])[known]);
  else text.add(`"},"HoVaTenCu":${names(formerNames)},"GioiTinh":${sex},${BORN[known]}`);
  text.addAscii(String(person.year));
  if (known === 'DATE') {
    text.addAscii(TWO[person.month] as string);
    text.addAscii(TWO[person.day] as string);
  }
  text.addBytes(STATUS[person.status]);
  text.addAscii(String(1 + formerNumbers.length + formerNames.length));
  text.addAscii('}');
}

function names(list: readonly FullName[]): string {
  return `["${list.map((name) => name.upper).join('","')}"]`;
}

const PLAIN_ID = /^[\w.-]*$/;

function writeId(id: string, text: Utf8Text): void {
  if (!PLAIN_ID.test(id)) return text.add(JSON.stringify(id));
  text.addAscii('"');
  text.addAscii(id);
  text.addAscii('"');
}

/** The register stands still at its reference date, and the answer says so. */
export function asOf(register: Register): string {
  const { year, month, day } = register.reference;
  return `${year}-${TWO[month] as string}-${TWO[day] as string}T00:00:00+07:00`;
}

export interface EntryOptions {
  readonly write: (person: Person, text: Utf8Text) => void;
  /** Where a stranger's record stands instead of the right one. */
  readonly swapAt?: number;
  readonly separator?: string;
}

/** The entries of an answer, in the order asked. */
export function entriesOf(
  register: Register,
  people: readonly WantedPerson[],
  { write, swapAt = -1, separator = ',' }: EntryOptions,
): TextPart {
  const first = bytes(ID);
  const further = bytes(separator + ID);
  return (text) => {
    for (let place = 0; place < people.length; place += 1) {
      const wanted = people[place] as WantedPerson;
      const candidates = candidatesOf(register, wanted);
      text.addBytes(place === 0 ? first : further);
      writeId(wanted.id, text);
      text.addBytes(CANDIDATES);
      writeAll(place === swapAt ? [strangerTo(register, candidates)] : candidates, write, text);
      text.addAscii(']}');
    }
  };
}

function writeAll(people: readonly Person[], write: EntryOptions['write'], text: Utf8Text): void {
  for (let place = 0; place < people.length; place += 1) {
    if (place > 0) text.addAscii(',');
    write(people[place] as Person, text);
  }
}

/** The list as `data` of an answer; `more` is JSON text of further members, with its comma. */
export function listData(register: Register, entries: TextPart, more = ''): TextPart {
  return (text) => {
    text.add(`{"MoPhong":true,"ThoiDiemDuLieu":"${asOf(register)}","DanhSach":[`);
    text.add(entries);
    text.add(`]${more}}`);
  };
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
