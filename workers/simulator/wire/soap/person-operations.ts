/** Answers for the operations about one person: look-up, verification, household, marital status, death. */
import { maritalStatusOf } from '../../register/attributes';
import { foldName } from '../../register/names/word';
import { type Person } from '../../register/person';
import { type Register } from '../../register/register';
import { strangerTo } from '../ndop/people-text';
import { type Refusal, refusal } from '../refusal';
import { element, STATUS_CODES, writeCitizen } from './citizen-xml';
import { type SoapCall } from './soap-call';
import { collection, result } from './soap-envelope';
import { type SoapAnswer, type SoapContext } from './soap-skin';

const hasKey = ({ number, oldCard }: SoapCall): boolean => number !== '' || oldCard !== '';

/** The people whom the key leads to; without a key those of this name and birth. */
function found(register: Register, call: SoapCall): readonly Person[] {
  if (call.number !== '') {
    const person = register.findByNumber(call.number);
    return person === null ? [] : [person];
  }
  if (call.oldCard !== '') return register.findByOldCard(call.oldCard);
  return call.birth === null ? [] : register.findByNameAndBirth(call.name, call.birth);
}

/** Whether name and birth, where given, agree: former names count, births at the coarser precision. */
function agrees(person: Person, { name, birth }: SoapCall): boolean {
  const fold = name === '' ? null : foldName(name);
  if (fold !== null && ![person.name, ...person.formerNames].some((one) => one.fold === fold)) return false;
  if (birth === null) return true;
  if (birth.year !== person.year) return false;
  return (
    person.month === 0 ||
    birth.month === undefined ||
    (birth.month === person.month && birth.day === person.day)
  );
}

export function lookUp(call: SoapCall, { register, grants, strangerAt }: SoapContext): SoapAnswer | Refusal {
  if (!hasKey(call) && (call.name === '' || call.birth === null))
    return refusal('INVALID', 'SoDinhDanh or SoCMND is missing, or HoVaTen with NgayThangNamSinh');
  const right = found(register, call).filter((person) => !hasKey(call) || agrees(person, call));
  const people = strangerAt === null ? right : [strangerTo(register, right)];
  const citizens = people.map((person) => writeCitizen(register, person, grants));
  return {
    body: collection(register, citizens, { requestId: call.requestId, total: citizens.length }),
    people: 1,
  };
}

export function verify(call: SoapCall, { register }: SoapContext): SoapAnswer | Refusal {
  if (!hasKey(call) || call.name === '' || call.birth === null)
    return refusal('INVALID', 'a key, HoVaTen and NgayThangNamSinh are needed');
  const exists = found(register, call).some((person) => agrees(person, call));
  return { body: result('KetQuaXacThuc', element('TonTai', String(exists))), people: 1 };
}

/** The person of a key, for operations that are about exactly one. */
function theOne(register: Register, call: SoapCall): Person | null | Refusal {
  if (!hasKey(call)) return refusal('INVALID', 'SoDinhDanh or SoCMND is missing');
  return found(register, call).find((person) => agrees(person, call)) ?? null;
}

function household(
  call: SoapCall,
  { register, grants }: SoapContext,
  headOnly: boolean,
): SoapAnswer | Refusal {
  const person = theOne(register, call);
  if (person !== null && 'reason' in person) return person;
  const households = register.households();
  const members = person === null ? [] : households.membersOf(households.anchorOf(person.index));
  const shown = headOnly ? members.slice(0, 1) : members;
  const citizens = shown.map(({ index, relation }) =>
    writeCitizen(register, register.person(index), grants, relation),
  );
  return {
    body: collection(register, citizens, { requestId: call.requestId, total: citizens.length }),
    people: 1,
  };
}

export function householdHead(call: SoapCall, context: SoapContext): SoapAnswer | Refusal {
  return household(call, context, true);
}

export function householdMembers(call: SoapCall, context: SoapContext): SoapAnswer | Refusal {
  return household(call, context, false);
}

export function maritalStatus(call: SoapCall, { register }: SoapContext): SoapAnswer | Refusal {
  const person = theOne(register, call);
  if (person !== null && 'reason' in person) return person;
  const inner = person === null ? '' : element('TinhTrangHonNhan', maritalStatusOf(register, person.index));
  return { body: result('KetQuaXacMinh', inner), people: 1 };
}

export function lifeStatus(call: SoapCall, { register }: SoapContext): SoapAnswer | Refusal {
  const person = theOne(register, call);
  if (person !== null && 'reason' in person) return person;
  const inner = person === null ? '' : element('TrangThai', STATUS_CODES[person.status]);
  return { body: result('KetQuaXacMinh', inner), people: 1 };
}
