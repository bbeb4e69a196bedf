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

/** `known` is the relation when the household was walked already. */
export function familyOf(register: Register, person: Person, known?: Relation): Family {
  const households = register.households();
  const { families } = households;
  const anchor = households.anchorOf(person.index);
  const father = families.fatherOf(person.index);
  const head = households.membersOf(anchor)[0]?.index ?? anchor;
  const province = OLD_PROVINCES[provincePosition(Number(person.number.slice(0, 3)))];
  const personAt = (index: number): Person | null => (index < 0 ? null : register.person(index));
  return {
    maritalStatus: maritalStatusOf(register, person.index),
    birthProvince: { code: province?.unit ?? '', name: province?.name ?? '' },
    permanent: person.movedTo ?? permanentPlace(register, anchor),
    current: person.movedTo ?? currentPlace(register, anchor),
    father: personAt(father),
    mother: personAt(father < 0 ? -1 : families.spouseOf(father)),
    spouse: personAt(families.spouseOf(person.index)),
    head: register.person(head),
    relation: known ?? households.relationOf(person.index, head),
    fileNumber: households.fileNumberOf(anchor),
  };
}
