/** Answers for rows whose trouble lies with the register: C85 unknown person, C87 renamed, C88 corrected and re-issued. */
import { isRealDate } from '../register/calendar';
import { type Register } from '../register/register';
import { cleanRow, mark, type NoiseContext, type Row, sexText, strike } from './row';

/** C85: somebody from another, equally invented register who has neither number nor namesake of that birth in this one. */
export function unknownPerson(row: Row, context: NoiseContext, elsewhere: Register): Row {
  const draws = strike(context, row, 'C85');
  if (draws === null) return row;
  for (let attempt = 0; attempt < 16; attempt += 1) {
    const stranger = elsewhere.person(draws.below(elsewhere.people));
    const birth = { year: stranger.year, month: stranger.month || undefined, day: stranger.day || undefined };
    if (context.register.findByNumber(stranger.number) !== null) continue;
    if (context.register.findByNameAndBirth(stranger.name.upper, birth, 1).length > 0) continue;
    const made = cleanRow(elsewhere, stranger, row.seq);
    return {
      ...made,
      person: null,
      oldCard: '',
      facts: { ...made.facts, id: 'NOBODY', alert: false },
      noise: ['C85'],
    };
  }
  return row;
}

/** C87: the file still has the name from before the change. */
function formerName(row: Row, context: NoiseContext): void {
  const former = row.person?.formerNames[0];
  if (former === undefined || strike(context, row, 'C87') === null) return;
  row.name = former.title;
  row.facts.name = 'FORMER';
  mark(row, 'C87');
}

/** C88: the file still has the cancelled number, and with it the sex or the birth year that was corrected. */
function formerNumber(row: Row, context: NoiseContext): void {
  const { person } = row;
  const number = person?.formerNumbers[0];
  if (!person?.corrected || number === undefined || strike(context, row, 'C88') === null) return;
  row.number = number;
  row.facts.id = 'CANCELLED';
  if (person.corrected.sex !== person.sex) {
    row.sex = sexText(person.corrected.sex);
    row.facts.sex = 'DIFFERENT';
  }
  if (person.corrected.year !== person.year && row.birth !== null) {
    const { month, day } = row.birth;
    const year = person.corrected.year;
    row.birth =
      month === 0 || isRealDate(year, month, day) ? { year, month, day } : { year, month: 2, day: 28 };
    row.facts.birth = 'DIFFERENT';
  }
  mark(row, 'C88');
}

export function applyRegisterSide(row: Row, context: NoiseContext): void {
  formerName(row, context);
  formerNumber(row, context);
}
