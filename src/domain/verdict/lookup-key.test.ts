/** Checks which key a row is looked up by, and what follows when nobody is found. */
import { firstLookup, nextLookup } from './lookup-key';
import { nextStep } from './next-step';
import { prepareResident } from './prepare-resident';
import { type RegisterPerson, type ResidentRecord } from '../resident/resident';

function prepare(cells: Partial<ResidentRecord>) {
  const blank = {
    name: null,
    birthDate: null,
    sex: null,
    number: null,
    oldCardNumber: null,
    address: null,
    phone: null,
  };
  return prepareResident({ ...blank, ...cells });
}

const NAME = { name: 'Trần Văn Hoà', birthDate: '17/03/1985' };
const BY_NAME = {
  by: 'NAME_AND_BIRTH',
  name: 'TRẦN VĂN HÒA',
  birth: { year: 1985, month: 3, day: 17 },
} as const;
const BY_NUMBER = { by: 'NUMBER', number: '079085000123' } as const;
const BY_CARD = { by: 'OLD_CARD', number: '023456789' } as const;
const SOMEBODY: RegisterPerson = {
  number: '079085000123',
  oldCardNumber: null,
  formerNumbers: [],
  name: 'LÊ VĂN SIM',
  formerNames: [],
  sex: 'MALE',
  birth: { year: 1985 },
  status: 'ACTIVE',
};

describe('firstLookup', () => {
  it('prefers the number, then the old card, then name and birth', () => {
    const cells = { ...NAME, number: '079085000123', oldCardNumber: '023456789' };
    expect(firstLookup(prepare(cells))).toEqual(BY_NUMBER);
    expect(firstLookup(prepare({ ...cells, number: '12345' }))).toEqual(BY_CARD);
    expect(firstLookup(prepare({ ...cells, number: '023 456 789', oldCardNumber: null }))).toEqual(BY_CARD);
    expect(firstLookup(prepare(NAME))).toEqual(BY_NAME);
    expect(firstLookup(prepare({ ...NAME, birthDate: '1985' }))).toEqual({
      ...BY_NAME,
      birth: { year: 1985 },
    });
  });

  it.each([
    {},
    { name: NAME.name },
    { birthDate: NAME.birthDate },
    { ...NAME, birthDate: '31/02/1985' },
    { number: '12' },
  ])('has no key in %j', (cells) => {
    expect(firstLookup(prepare(cells))).toBeNull();
  });
});

describe('nextLookup', () => {
  it('goes on to name and birth when a number or card found nobody', () => {
    const prepared = prepare({ ...NAME, number: '079085000123', oldCardNumber: '023456789' });
    expect(nextLookup(prepared, BY_NUMBER)).toEqual(BY_NAME);
    expect(nextLookup(prepare({ ...NAME, oldCardNumber: '023456789' }), BY_CARD)).toEqual(BY_NAME);
  });

  it('uses the old card when name and birth found nobody or are not usable, and then stops', () => {
    const whole = prepare({ ...NAME, number: '079085000123', oldCardNumber: '023456789' });
    expect(nextLookup(whole, BY_NAME)).toEqual(BY_CARD);
    expect(nextLookup(whole, BY_CARD)).toBeNull();
    const prepared = prepare({ number: '079085000123', oldCardNumber: '023456789' });
    expect(nextLookup(prepared, BY_NUMBER)).toEqual(BY_CARD);
    expect(nextLookup(prepared, BY_CARD)).toBeNull();
    expect(nextLookup(prepare({ number: '079085000123' }), BY_NUMBER)).toBeNull();
  });

  it('stops after name and birth, and at any candidate', () => {
    const prepared = prepare({ ...NAME, number: '079085000123' });
    expect(nextLookup(prepared, BY_NAME)).toBeNull();
    expect(nextStep(prepared, BY_NUMBER, []).question).toEqual(BY_NAME);
    expect(nextStep(prepared, BY_NUMBER, [SOMEBODY])).toMatchObject({ question: null, verification: {} });
  });
});
