/** Answers for reading a batch look-up request in the NDOP manner: accepted whole, or refused with the code that the wire knows. */

export const MOST_PEOPLE_A_REQUEST = 1000;

export interface WantedPerson {
  readonly id: string;
  readonly number: string | null;
  readonly oldCard: string | null;
  readonly name: string | null;
  readonly birth: { readonly year: number; readonly month?: number; readonly day?: number } | null;
}

export interface NdopRequest {
  readonly msgId: string;
  readonly senderId: string;
  readonly people: readonly WantedPerson[];
}

export interface Refusal {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
  readonly msgId: string;
  readonly senderId: string;
}

export type ReadRequest = { readonly request: NdopRequest } | { readonly refusal: Refusal };

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function textOf(value: unknown, longest: number): string {
  return typeof value === 'string' && value.length <= longest ? value : '';
}

/** Senders are 6 to 13 capitals, digits or dashes; other senders are unknown to the simulator (its own convention). */
const SENDER = /^[A-Z0-9-]{6,13}$/;

export function readNdopRequest(body: string): ReadRequest {
  const root = parsed(body);
  if (root === null) return { refusal: invalid('the body is not a JSON object', '', '') };
  const header = fieldsOf(root['header']);
  const data = fieldsOf(root['data']) ?? {};
  const msgId = textOf(header?.['msg_id'], 128);
  const senderId = textOf(header?.['sender_id'], 64);
  if (msgId === '') return { refusal: invalid('header.msg_id is missing', msgId, senderId) };
  const denied = deniedBecause(senderId, data);
  if (denied !== null) return { refusal: { ...denied, msgId, senderId } };
  const list = data['DanhSach'];
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_PEOPLE_A_REQUEST) {
    return {
      refusal: invalid(`data.DanhSach must name 1 to ${MOST_PEOPLE_A_REQUEST} people`, msgId, senderId),
    };
  }
  const people = readPeople(list);
  if (typeof people === 'string') return { refusal: invalid(people, msgId, senderId) };
  return { request: { msgId, senderId, people } };
}

function parsed(body: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Who may ask, in conventions of the simulator: purposes and officers that begin with a telling word are refused. */
function deniedBecause(
  senderId: string,
  data: Fields,
): Pick<Refusal, 'httpStatus' | 'code' | 'message'> | null {
  const purpose = textOf(data['MaDVC'], 64);
  const officer = textOf(data['MaCanBo'], 128);
  if (!SENDER.test(senderId)) return { httpStatus: 401, code: 'CM_UNAUTHORISED', message: 'unknown sender' };
  if (purpose === '' || purpose.startsWith('CHUA-CAP-PHEP')) {
    return { httpStatus: 403, code: '004', message: 'this procedure is not licensed' };
  }
  if (officer === '' || officer.startsWith('khong-quyen')) {
    return { httpStatus: 403, code: '005', message: 'this officer has no right' };
  }
  return null;
}

function invalid(message: string, msgId: string, senderId: string): Refusal {
  return { httpStatus: 400, code: 'CM_INVALID_REQUEST', message, msgId, senderId };
}

/** The people asked for, or a sentence that says which entry is wrong (by place, never by value). */
function readPeople(list: readonly unknown[]): WantedPerson[] | string {
  const ids = new Set<string>();
  const people: WantedPerson[] = [];
  for (const [place, entry] of list.entries()) {
    const person = readPerson(fieldsOf(entry));
    if (person === null) return `data.DanhSach[${place}] has no usable key`;
    if (ids.has(person.id)) return `data.DanhSach[${place}] repeats an IdBanGhi`;
    ids.add(person.id);
    people.push(person);
  }
  return people;
}

function readPerson(fields: Fields | null): WantedPerson | null {
  const id = textOf(fields?.['IdBanGhi'], 64);
  if (fields === null || id === '') return null;
  const number = textOf(fields['SoDinhDanh'], 32);
  if (number !== '') return { id, number, oldCard: null, name: null, birth: null };
  const oldCard = textOf(fields['SoCMND'], 32);
  if (oldCard !== '') return { id, number: null, oldCard, name: null, birth: null };
  const name = textOf(fields['HoVaTen'], 256);
  const birth = readBirth(fieldsOf(fields['NgayThangNamSinh']));
  if (name === '' || birth === null) return null;
  return { id, number: null, oldCard: null, name, birth };
}

function readBirth(fields: Fields | null): WantedPerson['birth'] {
  const full = textOf(fields?.['NgayThangNam'], 8);
  if (/^\d{8}$/.test(full)) {
    return { year: Number(full.slice(0, 4)), month: Number(full.slice(4, 6)), day: Number(full.slice(6)) };
  }
  const year = textOf(fields?.['Nam'], 4);
  return /^\d{4}$/.test(year) ? { year: Number(year) } : null;
}
