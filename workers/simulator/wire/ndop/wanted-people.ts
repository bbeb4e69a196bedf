/** Answers for reading whom a list asks for: accepted whole, or refused with the place of the wrong entry (never its value). */
import { type Register } from '../../register/register';
import { type Person } from '../../register/person';
import { type Refusal, refusal } from '../refusal';
import { type Fields, fieldsOf, textOf } from './envelope';

export interface WantedPerson {
  readonly id: string;
  readonly number: string | null;
  readonly oldCard: string | null;
  readonly name: string | null;
  readonly birth: WantedBirth | null;
}

interface WantedBirth {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export function readWanted(list: unknown, most: number): WantedPerson[] | Refusal {
  if (!Array.isArray(list) || list.length === 0 || list.length > most)
    return refusal('INVALID', `data.DanhSach must name 1 to ${most} people`);
  const ids = new Set<string>();
  const people: WantedPerson[] = [];
  for (let place = 0; place < list.length; place += 1) {
    const person = readPerson(fieldsOf(list[place]));
    if (person === null) return refusal('INVALID', `data.DanhSach[${place}] has no usable key`);
    if (ids.has(person.id)) return refusal('INVALID', `data.DanhSach[${place}] repeats an IdBanGhi`);
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

function readBirth(fields: Fields | null): WantedBirth | null {
  const full = textOf(fields?.['NgayThangNam'], 8);
  if (/^\d{8}$/.test(full)) {
    return { year: Number(full.slice(0, 4)), month: Number(full.slice(4, 6)), day: Number(full.slice(6)) };
  }
  const year = textOf(fields?.['Nam'], 4);
  return /^\d{4}$/.test(year) ? { year: Number(year) } : null;
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
