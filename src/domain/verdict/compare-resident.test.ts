/** Checks what a number says that is not simply the person's own: slipped, without its zeros, beside the person's card. */
import { type LookupKey, type RegisterPerson, type ResidentRecord } from '../resident/resident';
import { compareResident } from './compare-resident';
import { judgeResident } from './judge-resident';
import { prepareResident } from './prepare-resident';

const PERSON: RegisterPerson = {
  number: '079185000123',
  oldCardNumber: '023456789',
  formerNumbers: [],
  name: 'TRẦN THỊ MỸ SIM',
  formerNames: [],
  sex: 'FEMALE',
  birth: { year: 1985, month: 3, day: 17 },
  status: 'ACTIVE',
};
const ROW: ResidentRecord = {
  name: 'Trần Thị Mỹ Sim',
  birthDate: '17/03/1985',
  sex: 'Nữ',
  number: null,
  oldCardNumber: null,
};
const BY_NAME: LookupKey = { by: 'NAME_AND_BIRTH', name: PERSON.name, birth: PERSON.birth };
const BY_CARD: LookupKey = { by: 'OLD_CARD', number: '023456789' };

const numberOf = (cells: Partial<ResidentRecord>, answered: LookupKey) =>
  compareResident(prepareResident({ ...ROW, ...cells }), answered, PERSON).fields.number;
const judge = (cells: Partial<ResidentRecord>, answered: LookupKey) =>
  judgeResident(prepareResident({ ...ROW, ...cells }), answered, [PERSON]);

test('a slip in the number beside the person’s own card counts for no less than the card alone', () => {
  const row = { number: '079185000124', oldCardNumber: '023456789', birthDate: '1985' };
  expect(numberOf(row, BY_CARD)).toMatchObject({ class: 'HISTORIC', rules: ['OLD_CARD'], bits: 20 });
  expect(judge(row, BY_CARD)).toMatchObject({ verdict: 'PROBABLE', rule: 8 });
  const otherCard = { ...row, oldCardNumber: '011111112' };
  expect(numberOf(otherCard, BY_NAME)).toMatchObject({ class: 'CLOSE', sub: 'DIGIT1', bits: 11.5 });
  expect(judge(otherCard, BY_NAME).verdict).toBe('REVIEW');
  expect(numberOf({ ...row, number: '001190123456' }, BY_CARD).class).toBe('DIFFERENT');
});

test('zeros that the row does not confirm count as a slip where the person bears the number, and never verify', () => {
  const row = { number: '79185000123', sex: null };
  expect(numberOf(row, BY_NAME)).toEqual({ class: 'CLOSE', rules: ['I02'], bits: 11.5 });
  expect(judge(row, BY_NAME)).toMatchObject({ verdict: 'PROBABLE', rule: 9 });
  expect(numberOf({ ...row, number: '79185000129' }, BY_NAME).class).toBe('INVALID_INPUT');
});
