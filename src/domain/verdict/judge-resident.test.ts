/** Checks each of the twelve rules, their order, and what no rule may ever do. */
import { prepareResident } from './prepare-resident';
import { firstLookup } from './lookup-key';
import { candidatesForReview, judgeResident, judgeUnavailable, VERDICT_RULES } from './judge-resident';
import { type LookupKey, type RegisterPerson, type ResidentRecord } from '../resident/resident';
import { waterfallOf } from './weights';

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
  number: '079185000123',
  oldCardNumber: null,
};

function judge(
  cells: Partial<ResidentRecord>,
  people: RegisterPerson[] = [PERSON],
  answered?: LookupKey | null,
) {
  const prepared = prepareResident({ ...ROW, ...cells });
  return judgeResident(prepared, answered === undefined ? firstLookup(prepared) : answered, people);
}

function person(change: Partial<RegisterPerson>): RegisterPerson {
  return { ...PERSON, ...change };
}

const BY_NAME: LookupKey = { by: 'NAME_AND_BIRTH', name: 'TRẦN THỊ MỸ SIM', birth: PERSON.birth };

describe('the rules', () => {
  it('are twelve, in order', () => {
    expect(VERDICT_RULES.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('1: a register that does not answer says nothing about the person', () => {
    const verification = judgeUnavailable();
    expect(verification).toMatchObject({ verdict: 'UNAVAILABLE', rule: 1, reasons: ['REG_UNAVAILABLE'] });
    expect(verification.fields.name.class).toBe('NOT_COMPARED');
  });

  it('2: no usable key', () => {
    const verification = judge({ number: '12345', birthDate: '31/02/1985' }, []);
    expect(verification).toMatchObject({ verdict: 'INSUFFICIENT', rule: 2, reasons: ['ID_FORMAT'] });
    expect(verification.fields).toMatchObject({
      number: { class: 'INVALID_INPUT', rules: ['I03'] },
      name: { class: 'NOT_COMPARED' },
      birthDate: { class: 'INVALID_INPUT', rules: ['D06'] },
    });
  });

  it('3: nobody found', () => {
    const verification = judge({ sex: null }, []);
    expect(verification).toMatchObject({ verdict: 'NOT_FOUND', rule: 3, reasons: [], weightBits: -26.6 });
    expect(verification.fields).toMatchObject({
      number: { class: 'MISSING_REGISTER', bits: 0 },
      sex: { class: 'MISSING_INPUT', bits: 0 },
    });
  });

  it('4: namesakes within three bits of each other', () => {
    const twin = person({ number: '079185000777', oldCardNumber: null });
    const verification = judge({ number: null }, [PERSON, twin]);
    expect(verification).toMatchObject({ verdict: 'AMBIGUOUS', rule: 4 });
    expect(judge({ number: null }, [twin, PERSON])).toEqual(verification);
  });

  it('4: the namesakes are shown side by side, the best first, whatever the order of the answer', () => {
    const twin = person({ number: '079185000777', oldCardNumber: null });
    const brother = person({ number: '079085000777', sex: 'MALE' });
    const prepared = prepareResident({ ...ROW, number: null });
    const shown = (people: RegisterPerson[]) =>
      candidatesForReview(judgeResident(prepared, BY_NAME, people), prepared, BY_NAME, people).map(
        (one) => one.person.number,
      );
    expect(shown([brother, twin, PERSON, twin])).toEqual(['079185000123', '079185000777', '079085000777']);
    expect(shown([PERSON, brother, twin])).toEqual(shown([brother, twin, PERSON]));
    expect(shown([PERSON])).toEqual([]);
  });

  it('4: three bits are still too near, a tenth more is not', () => {
    const rule = VERDICT_RULES[3]![1];
    const facts = { available: true, hasKey: true, best: null };
    expect(rule({ ...facts, lead: 3 })).toBe(true);
    expect(rule({ ...facts, lead: 3.1 })).toBe(false);
  });

  it('4 does not fire when the second lies further behind, or is the same person again', () => {
    const brother = person({ number: '079085000777', sex: 'MALE' });
    expect(judge({ number: null }, [PERSON, brother]).verdict).not.toBe('AMBIGUOUS');
    expect(judge({}, [PERSON, { ...PERSON }])).toMatchObject({ verdict: 'VERIFIED' });
  });

  it.each([
    ['DECEASED', ['REG_DECEASED']],
    ['MISSING', ['REG_DECEASED']],
  ] as const)('5: a person who is %s', (status, reasons) => {
    const alert = judge({}, [person({ status })]);
    expect(alert).toMatchObject({ verdict: 'STATUS_ALERT', underlying: 'VERIFIED', rule: 5, reasons });
    expect(judge({ name: 'Lê Văn Bình' }, [person({ status })])).toMatchObject({
      verdict: 'STATUS_ALERT',
      underlying: 'MISMATCH',
    });
  });

  it('5: a number that was cancelled', () => {
    const renumbered = person({ number: '079185999999', formerNumbers: ['079185000123'] });
    expect(judge({}, [renumbered])).toMatchObject({
      verdict: 'STATUS_ALERT',
      underlying: 'PROBABLE',
      reasons: ['REG_CANCELLED'],
      fields: { number: { class: 'HISTORIC', rules: ['CANCELLED_NUMBER'] } },
    });
  });

  it.each([
    [{}, []],
    [{ name: 'TRẦN THỊ MỸ SIM' }, []],
    [{ name: ' trần thị  mỹ sim'.normalize('NFD') }, []],
    [{ number: '079.185.000.123' }, []],
    [{ number: '79185000123' }, []],
    [{ birthDate: '1985-03-17' }, []],
    [{ sex: null }, []],
    [{ sex: '2' }, []],
  ])('6: %j is verified', (cells, reasons) => {
    expect(judge(cells)).toMatchObject({ verdict: 'VERIFIED', rule: 6, reasons });
  });

  it('6: tone placement is reported and does no harm', () => {
    const verification = judge({ name: 'Trần Thị Thuý Hoà' }, [person({ name: 'TRẦN THỊ THÚY HÒA' })]);
    expect(verification).toMatchObject({ verdict: 'VERIFIED', rule: 6, reasons: ['NAME_TONE_STYLE'] });
  });

  it('7: the register itself knows no more than the year or month', () => {
    const byYear = person({ birth: { year: 1985 } });
    const byMonth = person({ birth: { year: 1985, month: 3 } });
    expect(judge({}, [byYear])).toMatchObject({
      verdict: 'VERIFIED',
      rule: 7,
      reasons: ['DOB_REGISTER_PRECISION'],
    });
    expect(judge({}, [byMonth])).toMatchObject({ verdict: 'VERIFIED', rule: 7 });
    expect(judge({ birthDate: '1985' }, [byYear])).toMatchObject({
      verdict: 'VERIFIED',
      reasons: ['DOB_REGISTER_PRECISION'],
    });
    expect(judge({ birthDate: '1985' }, [byMonth])).toMatchObject({
      verdict: 'PROBABLE',
      reasons: ['DOB_YEAR_ONLY'],
    });
    expect(judge({ sex: 'Nam' }, [byYear]).verdict).not.toBe('VERIFIED');
    expect(judge({ birthDate: '17/03/1986' }, [byYear]).verdict).not.toBe('VERIFIED');
  });

  it.each([
    [{ name: 'Tran Thi My Sim' }, ['NAME_ACCENT_LOST']],
    [{ name: 'Trần Thị Mĩ Sim' }, ['NAME_TYPO']],
    [{ name: 'Sim Trần Thị Mỹ' }, ['NAME_ORDER']],
    [{ birthDate: '1985' }, ['DOB_YEAR_ONLY']],
    [{ birthDate: '00/00/1985' }, ['DOB_YEAR_ONLY']],
    [{ sex: 'Nam' }, ['ID_SEX_CONFLICT', 'SEX_CONFLICT']],
  ])('8: %j is probable by its number', (cells, reasons) => {
    expect(judge(cells)).toMatchObject({ verdict: 'PROBABLE', rule: 8, reasons });
  });

  it('8: an old card number, a former name', () => {
    expect(judge({ number: '023456789' })).toMatchObject({
      verdict: 'PROBABLE',
      rule: 8,
      reasons: ['ID_OLD_CMND'],
      fields: { number: { class: 'HISTORIC', rules: ['OLD_CARD'] } },
    });
    const renamed = person({ name: 'LÊ HOÀI AN', formerNames: ['TRẦN THỊ MỸ SIM'] });
    expect(judge({}, [renamed])).toMatchObject({ verdict: 'PROBABLE', rule: 8, reasons: ['NAME_FORMER'] });
  });

  it.each([
    [{ name: 'Trần Thị Mỹ Sin' }, ['NAME_TYPO']],
    [{ name: 'Trần Mỹ Sim' }, ['NAME_TOKEN_MISSING']],
    [{ birthDate: '18/03/1985' }, ['DOB_DIGIT']],
  ])('9: %j is probable by its weight', (cells, reasons) => {
    expect(judge(cells)).toMatchObject({ verdict: 'PROBABLE', rule: 9, reasons });
  });

  it('9: day and month exchanged', () => {
    const verification = judge({ birthDate: '04/03/1985' }, [
      person({ birth: { year: 1985, month: 4, day: 3 } }),
    ]);
    expect(verification).toMatchObject({ verdict: 'PROBABLE', rule: 9, reasons: ['DOB_SWAP'] });
    expect(verification.fields.birthDate).toMatchObject({ class: 'CLOSE', sub: 'SWAP_DM' });
  });

  it('9: one wrong digit in the number, found by name and birth', () => {
    const rare = person({ name: 'ĐINH THỊ MỸ SIM' });
    const cells = { name: 'Đinh Thị Mỹ Sim', number: '079185000124' };
    expect(judge(cells, [rare], BY_NAME)).toMatchObject({
      verdict: 'PROBABLE',
      rule: 9,
      fields: { number: { class: 'CLOSE', sub: 'DIGIT1', bits: 11.5 } },
    });
  });

  it('9 takes one CLOSE at most, however heavy the rest', () => {
    const rare = person({ name: 'ĐÀO QUỲNH MỸ SIM' });
    const cells = { number: '023456789', name: 'Đào Quỳnh Mỹ Sin', birthDate: '17/03/1985' };
    expect(judge(cells, [rare])).toMatchObject({ verdict: 'PROBABLE', rule: 9 });
    const swapped = { ...rare, birth: { year: 1985, month: 4, day: 3 } };
    const verification = judge({ ...cells, birthDate: '04/03/1985' }, [swapped]);
    expect(verification).toMatchObject({ verdict: 'REVIEW', rule: 11 });
    expect(verification.confidence).toBeGreaterThan(0.999);
    expect(judge({ name: 'Trần Thị Mỹ Sin', birthDate: '18/03/1985' })).toMatchObject({
      verdict: 'REVIEW',
      rule: 11,
    });
  });

  it('10: the number belongs to somebody else, whoever that is', () => {
    const verification = judge({ name: 'Lê Văn Bình', sex: 'Nam' });
    expect(verification).toMatchObject({ verdict: 'MISMATCH', rule: 10 });
    expect(verification.reasons).toContain('ID_BELONGS_TO_OTHER');
    expect(judge({ name: 'Trần Văn Bình' })).toMatchObject({ verdict: 'MISMATCH', rule: 10 });
  });

  it('8: 1 January in a batch where it stands for unknown days', () => {
    const heaped = { standInDecades: [1970, 1980] };
    const judged = (row: Partial<ResidentRecord>, birth: RegisterPerson['birth']) => {
      const prepared = prepareResident({ ...ROW, ...row }, heaped);
      return judgeResident(prepared, firstLookup(prepared), [person({ birth })]);
    };
    const row = { birthDate: '01/01/1985' };
    const doubted = judged(row, PERSON.birth);
    expect(doubted).toMatchObject({ verdict: 'PROBABLE', rule: 8, reasons: ['DOB_PLACEHOLDER'] });
    expect(doubted.fields.birthDate).toEqual({ class: 'PARTIAL', rules: ['D07', 'AT_YEAR'], bits: 0 });
    expect(judged(row, { year: 1985, month: 1, day: 1 })).toMatchObject({ verdict: 'VERIFIED', reasons: [] });
    expect(judged(row, { year: 1970, month: 5, day: 9 }).verdict).toBe('REVIEW');
    expect(judge(row).fields.birthDate.class).toBe('DIFFERENT');
  });

  it('11: an own number with two letters off or a shortened name is not called somebody else’s', () => {
    const twoOff = judge({ name: 'Trầm Thị Mỹ Sin' });
    expect(twoOff).toMatchObject({ verdict: 'REVIEW', rule: 11, reasons: ['NAME_TYPO'] });
    expect(judge({ name: 'Trần T. Mỹ Sim' })).toMatchObject({
      verdict: 'PROBABLE',
      reasons: ['NAME_TOKEN_MISSING'],
    });
  });

  it('11: nothing contradicts, however little is known', () => {
    const common = person({ name: 'NGUYỄN THỊ TRANG' });
    const byYear = judge({ number: null, name: 'Nguyễn Thị Trang', birthDate: '1985' }, [common]);
    expect(byYear).toMatchObject({ verdict: 'REVIEW', rule: 11 });
    expect(byYear.confidence).toBeLessThan(0.05);
  });

  it('11: neither sure nor refuted', () => {
    expect(judge({ number: null })).toMatchObject({ verdict: 'REVIEW', rule: 11 });
    expect(judge({ birthDate: '02/11/1971' })).toMatchObject({ verdict: 'REVIEW', rule: 11 });
    expect(judge({ name: null, birthDate: null, sex: null })).toMatchObject({ verdict: 'REVIEW', rule: 11 });
  });

  it('12: otherwise', () => {
    expect(judge({ name: 'Lê Văn Bình', number: null, sex: 'Nam' }, [PERSON], BY_NAME)).toMatchObject({
      verdict: 'MISMATCH',
      rule: 12,
    });
    const byYear = { ...BY_NAME, birth: { year: 1985 } };
    expect(judge({ number: null, birthDate: '1985', sex: 'Nam' }, [PERSON], byYear).verdict).toBe('MISMATCH');
  });
});

describe('an explanation', () => {
  it('reproduces the stored weight from its parts', () => {
    const verification = judge({ name: 'Tran Thi My Sim' });
    expect(waterfallOf(verification)).toEqual([
      { part: 'prior', bits: -26.6 },
      { part: 'number', bits: 24 },
      { part: 'name', bits: expect.closeTo(17, 0) },
      { part: 'birthDate', bits: 8.5 },
      { part: 'sex', bits: 0 },
    ]);
  });

  it('holds no value of either side', () => {
    const verification = judge({ name: 'Tran Thi My Sim', birthDate: '18/03/1985' });
    const text = JSON.stringify(verification);
    for (const value of ['079185', '0001', 'SIM', 'Sim', 'TRẦN', '1985', '023456789'])
      expect(text).not.toContain(value);
  });
});
