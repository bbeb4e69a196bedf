/** Answers for a register that is badly kept: some records lack accents, the birth day, the old card, or are missing. */
import { hash, streamKey, uniform } from './hash';
import { type Person } from './person';
import { type Register } from './register';

/** In which ways a record is badly kept: what a look-up shows of it. */
const DAMAGES: readonly ((person: Person) => Person[])[] = [
  (person) => [{ ...person, name: person.name.withoutAccents() }],
  (person) => [{ ...person, month: 0, day: 0 }],
  (person) => [{ ...person, oldCard: '' }],
  () => [],
];

/** The same register with a share of its records damaged; a pure function of its seed, so every look-up shows the same damage. */
export function withDirtyRecords(register: Register, share: number): Register {
  if (share <= 0) return register;
  const key = streamKey(register.seed, 'dirty-records');
  const seen = (person: Person): Person[] => {
    if (uniform(key, person.index) >= share) return [person];
    return (DAMAGES[hash(key + 1, person.index) % DAMAGES.length] as (typeof DAMAGES)[number])(person);
  };
  return {
    ...register,
    findByNumber: (number) => {
      const person = register.findByNumber(number);
      return person === null ? null : (seen(person)[0] ?? null);
    },
    findByOldCard: (card) =>
      register
        .findByOldCard(card)
        .flatMap(seen)
        .filter(({ oldCard }) => oldCard === card),
    findByNameAndBirth: (name, birth, limit) => register.findByNameAndBirth(name, birth, limit).flatMap(seen),
  };
}
