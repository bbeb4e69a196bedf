/** Answers for what the register tells of a person beyond identity: family, household and places, for every skin alike. */
import { maritalStatusOf } from '../register/attributes';
import { currentPlace, permanentPlace } from '../register/contact';
import { type Relation } from '../register/households';
import { type Person } from '../register/person';
import { type Place } from '../register/place';
import { OLD_PROVINCES, provincePosition } from '../register/provinces';
import { type Register } from '../register/register';

export interface Family {
  readonly maritalStatus: string;
  /** Where the birth was registered: today's unit, and the name it had. */
  readonly birthProvince: { readonly code: string; readonly name: string };
  readonly permanent: Place;
  readonly current: Place;
  readonly father: Person | null;
  readonly mother: Person | null;
  readonly spouse: Person | null;
  readonly head: Person;
  /** To the head of the household. */
  readonly relation: Relation;
  readonly fileNumber: string;
}

/** Each part is worked out when it is read: most questions want one of them. `known` is the relation when the household was walked already. */
export function familyOf(register: Register, person: Person, known?: Relation): Family {
  const households = register.households();
  const { families } = households;
  const { index } = person;
  const anchor = once(() => households.anchorOf(index));
  const head = once(() => households.membersOf(anchor())[0]?.index ?? anchor());
  const father = once(() => families.fatherOf(index));
  const personAt = (one: number): Person | null => (one < 0 ? null : register.person(one));
  return {
    get maritalStatus() {
      return maritalStatusOf(register, index);
    },
    get birthProvince() {
      const province = OLD_PROVINCES[provincePosition(Number(person.number.slice(0, 3)))];
      return { code: province?.unit ?? '', name: province?.name ?? '' };
    },
    get permanent() {
      return person.movedTo ?? permanentPlace(register, anchor());
    },
    get current() {
      return person.movedTo ?? currentPlace(register, anchor());
    },
    get father() {
      return personAt(father());
    },
    get mother() {
      return personAt(father() < 0 ? -1 : families.spouseOf(father()));
    },
    get spouse() {
      return personAt(families.spouseOf(index));
    },
    get head() {
      return register.person(head());
    },
    get relation() {
      return known ?? households.relationOf(index, head());
    },
    get fileNumber() {
      return households.fileNumberOf(anchor());
    },
  };
}

function once(find: () => number): () => number {
  let found: number | null = null;
  return () => (found ??= find());
}
