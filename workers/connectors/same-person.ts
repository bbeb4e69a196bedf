/** Whether a source may give this person for this question at all: the guard of every connector against mixed-up answers. */
import { type PartialDate } from '../../src/domain/resident/birth-date';
import { normalizeName } from '../../src/domain/resident/person-name';
import { type LookupKey, type RegisterPerson } from '../../src/domain/resident/resident';

export function answersTo(person: RegisterPerson, key: LookupKey): boolean {
  switch (key.by) {
    case 'NUMBER':
      return person.number === key.number || person.formerNumbers.includes(key.number);
    case 'OLD_CARD':
      return person.oldCardNumber === key.number;
    case 'NAME_AND_BIRTH':
      return agrees(person.birth, key.birth) && bearsName(person, key.name);
  }
}

/** At the coarser precision of the two: a year-only birth answers to any day of that year. */
function agrees(known: PartialDate, asked: PartialDate): boolean {
  if (known.year !== asked.year) return false;
  if (known.month === undefined || asked.month === undefined) return true;
  return known.month === asked.month && (asked.day === undefined || known.day === asked.day);
}

/** Letters alone, without accents: a source may search as loosely as that, and no looser. */
const lettersOf = (name: string) => normalizeName(name).fold.replaceAll(/[^A-Z]/g, '');

function bearsName(person: RegisterPerson, asked: string): boolean {
  const letters = lettersOf(asked);
  return [person.name, ...person.formerNames].some((name) => lettersOf(name) === letters);
}
