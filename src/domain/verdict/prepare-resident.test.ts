/** Checks how one row is read: which cell holds what, what is usable, and what the row already contradicts. */
import fc from 'fast-check';
import { prepareResident, type PrepareOptions } from './prepare-resident';
import { type ResidentRecord } from '../resident/resident';

const BLANK: ResidentRecord = {
  name: null,
  birthDate: null,
  sex: null,
  number: null,
  oldCardNumber: null,
};

function prepare(cells: Partial<ResidentRecord>, options?: PrepareOptions) {
  return prepareResident({ ...BLANK, ...cells }, options);
}

describe('prepareResident', () => {
  it('reads a plain row without any rule but case', () => {
    const prepared = prepare({
      name: 'Nguyễn Thị Sim',
      birthDate: '17/03/1985',
      sex: 'Nữ',
      number: '079185000123',
    });
    expect(prepared).toMatchObject({
      number: { state: 'USABLE', value: '079185000123', rules: [] },
      oldCard: null,
      name: { state: 'USABLE', value: { normal: 'NGUYỄN THỊ SIM' }, rules: ['N01'] },
      birth: { state: 'USABLE', value: { year: 1985, month: 3, day: 17 }, rules: [] },
      sex: { state: 'USABLE', value: 'FEMALE', rules: [] },
      findings: [],
    });
  });

  it('takes nine digits in the number column for an old card number', () => {
    const prepared = prepare({ number: '023 456 789' });
    expect(prepared).toMatchObject({
      number: { state: 'MISSING' },
      oldCard: '023456789',
      findings: ['ID_OLD_CMND'],
    });
  });

  it('takes twelve digits in the old card column for the personal number when there is none', () => {
    expect(prepare({ oldCardNumber: '079185000123' }).number).toMatchObject({ value: '079185000123' });
    const swapped = prepare({ number: '023456789', oldCardNumber: '079185000123' });
    expect(swapped).toMatchObject({ number: { value: '079185000123' }, oldCard: '023456789', findings: [] });
  });

  it('says nothing about an old card that stands beside a personal number', () => {
    const prepared = prepare({ number: '079185000123', oldCardNumber: '023456789' });
    expect(prepared).toMatchObject({ oldCard: '023456789', findings: [] });
  });

  it('restores lost zeros only when sex and year of the row confirm them', () => {
    const lost = { number: '79185000123' };
    const confirmed = prepare({ ...lost, sex: 'Nữ', birthDate: '1985' });
    expect(confirmed.number).toEqual({ state: 'USABLE', value: '079185000123', rules: ['I02'] });
    for (const cells of [{}, { sex: 'Nữ' }, { birthDate: '1985' }, { sex: 'Nam', birthDate: '1985' }]) {
      const refused = prepare({ ...lost, ...cells });
      expect(refused.number).toEqual({ state: 'INVALID', value: null, rules: ['I02'] });
      expect(refused.findings).toEqual(['ID_FORMAT']);
    }
  });

  it('reports what the number contradicts', () => {
    const prepared = prepare({ number: '097185000123', sex: 'Nam', birthDate: '17/03/1986' });
    expect(prepared.findings).toEqual(['ID_PROVINCE_UNKNOWN', 'ID_SEX_CONFLICT', 'ID_YEAR_CONFLICT']);
  });

  it('tells blank, placeholder and invalid apart', () => {
    const prepared = prepare({ name: 'N/A', birthDate: '31/02/1980', sex: 'abc', number: '123' });
    expect(prepared).toMatchObject({
      name: { state: 'MISSING', rules: ['T05'] },
      birth: { state: 'INVALID', rules: ['D06'] },
      sex: { state: 'INVALID', rules: ['X01'] },
      number: { state: 'INVALID', rules: ['I03'] },
    });
    expect(prepare({ name: '12345', birthDate: '00/00/0000', sex: '0' })).toMatchObject({
      name: { state: 'INVALID', rules: ['N05'] },
      birth: { state: 'MISSING' },
      sex: { state: 'MISSING' },
    });
    expect(prepare({ name: '\u200B' }).name.state).toBe('MISSING');
  });

  it('calls a date impossible for a human life only when it knows the day', () => {
    expect(prepare({ birthDate: '01/01/2100' }).birth.state).toBe('USABLE');
    const today = { year: 2026, month: 11, day: 23 };
    expect(prepare({ birthDate: '01/01/2100' }, { today }).birth).toMatchObject({
      state: 'INVALID',
      rules: ['D06'],
    });
    expect(prepare({ birthDate: '01/01/1890' }, { today }).birth.state).toBe('INVALID');
    expect(prepare({ birthDate: '24/11/2026' }, { today }).birth.state).toBe('INVALID');
    expect(prepare({ birthDate: '23/11/2026' }, { today }).birth.state).toBe('USABLE');
  });

  it('reads a year of two digits where somebody alive can be born in one century only', () => {
    const today = { year: 2026, month: 11, day: 23 };
    const birth = (birthDate: string) => prepare({ birthDate }, { today }).birth;
    expect(birth('12/04/51')).toEqual({
      state: 'USABLE',
      value: { year: 1951, month: 4, day: 12 },
      rules: ['D04', 'CENTURY'],
    });
    expect(birth('12/04/05').value?.year).toBe(2005);
    expect(birth('29/02/27')).toMatchObject({ state: 'INVALID', rules: ['D04'] });
    expect(birth('12/04/20')).toMatchObject({ state: 'INVALID', rules: ['D04'] });
    expect(prepare({ birthDate: '12/04/51' }).birth.state).toBe('INVALID');
    expect(prepare({ birthDate: '12/04/51', number: '001051000001' }, { today }).birth.rules).toEqual([
      'D04',
    ]);
  });

  it('doubts 1 January only where the batch calls for it', () => {
    const options = { standInDecades: [1950] };
    expect(prepare({ birthDate: '01/01/1957' }).birthMayBePlaceholder).toBe(false);
    expect(prepare({ birthDate: '01/01/1957' }, options)).toMatchObject({
      birthMayBePlaceholder: true,
      birth: { value: { year: 1957, month: 1, day: 1 } },
    });
    expect(prepare({ birthDate: '01/01/1960' }, { standInDecades: 'ALL' }).birthMayBePlaceholder).toBe(true);
    for (const birthDate of ['02/01/1957', '01/1957', '1957', '01/01/1960', null]) {
      expect(prepare({ birthDate }, options).birthMayBePlaceholder).toBe(false);
    }
  });

  it('finds number and address a column too early, where the sex was left out', () => {
    const shifted = {
      sex: '079185000123',
      number: '012345678',
      oldCardNumber: 'thôn 3, xã Tân Sim, tỉnh Phú Thọ',
    };
    const prepared = prepare({ ...shifted, address: '0912345678' }, { comparesAddress: true });
    expect(prepared.number).toEqual({ state: 'USABLE', value: '079185000123', rules: ['X03'] });
    expect([prepared.oldCard, prepared.address]).toEqual(['012345678', shifted.oldCardNumber]);
    expect(prepare(shifted, { comparesAddress: true }).address).toBe(shifted.oldCardNumber);
    expect(prepare({ ...shifted, number: '079185000456' }).number.value).toBe('079185000456');
  });

  it('never throws, whatever the cells hold', () => {
    const cell = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d/. -]{0,14}$/)), {
      nil: null,
    });
    fc.assert(
      fc.property(cell, cell, cell, cell, cell, (name, birthDate, sex, number, oldCardNumber) => {
        const prepared = prepare({ name, birthDate, sex, number, oldCardNumber });
        for (const field of [prepared.name, prepared.birth, prepared.sex, prepared.number]) {
          expect(field.value === null).toBe(field.state !== 'USABLE');
        }
      }),
    );
  });
});
