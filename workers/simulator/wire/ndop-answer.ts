/** Answers for writing answers in the NDOP manner; strings are joined by hand because a batch holds a thousand people. */
import { type FullName, type Person } from '../register/person';
import { type Register } from '../register/register';
import { type NdopRequest, type Refusal, type WantedPerson } from './ndop-request';

const RECEIVER = 'CSDLQGVDC';
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

export interface Envelope {
  readonly msgId: string;
  readonly requestMsgId: string;
  readonly receiverId: string;
  readonly sentAtMs: number;
}

function header(envelope: Envelope): string {
  const { msgId, requestMsgId, receiverId, sentAtMs } = envelope;
  return (
    `{"version":"1.0","sender_id":"${RECEIVER}","receiver_id":${JSON.stringify(receiverId)},"txn_type":"TRA_CUU_LO",` +
    `"msg_id":${JSON.stringify(msgId)},"request_msg_id":${JSON.stringify(requestMsgId)},"msg_type":"102",` +
    `"data_type":"CONG_DAN","send_datetime":${sentAtMs}}`
  );
}

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

export function candidatesOf(register: Register, wanted: WantedPerson): readonly Person[] {
  if (wanted.number !== null) {
    const person = register.findByNumber(wanted.number);
    return person === null ? [] : [person];
  }
  if (wanted.oldCard !== null) return register.findByOldCard(wanted.oldCard);
  if (wanted.name === null || wanted.birth === null) return [];
  return register.findByNameAndBirth(wanted.name, wanted.birth);
}

const PLAIN_ID = /^[\w.-]*$/;

function writeId(id: string): string {
  return PLAIN_ID.test(id) ? `"${id}"` : JSON.stringify(id);
}

/** The register stands still at its reference date, and the answer says so. */
function asOf(register: Register): string {
  const { year, month, day } = register.reference;
  return `${year}-${TWO[month] as string}-${TWO[day] as string}T00:00:00+07:00`;
}

/** The answer to a batch; at `swapAt` (when given) a stranger's record stands instead of the right one. */
export function writeAnswer(
  register: Register,
  request: NdopRequest,
  envelope: Envelope,
  swapAt = -1,
): string {
  let text =
    `{"header":${header(envelope)},"status":{"code":"CM_SUCCESS","message":"Thành công (dữ liệu mô phỏng)"},` +
    `"data":{"MoPhong":true,"ThoiDiemDuLieu":"${asOf(register)}","DanhSach":[`;
  request.people.forEach((wanted, place) => {
    const candidates = candidatesOf(register, wanted);
    const shown = place === swapAt ? [strangerTo(register, candidates)] : candidates;
    text += (place === 0 ? '{"IdBanGhi":' : ',{"IdBanGhi":') + writeId(wanted.id) + ',"UngVien":[';
    shown.forEach((person, at) => {
      text += at === 0 ? writePerson(person) : ',' + writePerson(person);
    });
    text += ']}';
  });
  return text + ']}}';
}

/** Somebody who shares no key with the right people: another number, another card, another name. */
function strangerTo(register: Register, candidates: readonly Person[]): Person {
  const known = candidates[0];
  const start = known === undefined ? 0 : known.index;
  for (let step = 1; step < 64; step += 1) {
    const stranger = register.person((start + step * 7919) % register.people);
    if (candidates.every((one) => one.index !== stranger.index && one.name.fold !== stranger.name.fold))
      return stranger;
  }
  return register.person(start);
}

export function writeRefusal(envelope: Envelope, refusal: Pick<Refusal, 'code' | 'message'>): string {
  return (
    `{"header":${header(envelope)},"status":{"code":${JSON.stringify(refusal.code)},` +
    `"message":${JSON.stringify(refusal.message)}}}`
  );
}
