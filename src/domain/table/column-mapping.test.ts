/** Checks that the headers people write are understood, and that doubt is refused rather than guessed away. */
import { headerKey, mapColumns } from './column-mapping';

const PEOPLE =
  'STT,Họ và tên,Ngày sinh,Giới tính,Số định danh,Số CMND,Địa chỉ thường trú,Số điện thoại'.split(',');

function fieldOf(header: string): string | undefined {
  const mapped = mapColumns(['k', header], { number: 'k' });
  if ('problem' in mapped) throw new Error(mapped.problem);
  return Object.entries(mapped.mapping).find(([, index]) => index === 1)?.[0];
}

describe('mapColumns', () => {
  it('maps the people file of the simulator', () => {
    expect(mapColumns(PEOPLE)).toEqual({
      mapping: { name: 1, birthDate: 2, sex: 3, number: 4, oldCardNumber: 5, address: 6, phone: 7 },
      unmapped: ['STT'],
    });
  });

  it.each([
    ['Họ và tên', 'name'],
    ['HỌ TÊN', 'name'],
    ['ho_va_ten', 'name'],
    ['Họ, chữ đệm và tên', 'name'],
    ['Full name', 'name'],
    ['fullName', 'name'],
    ['Ngày sinh', 'birthDate'],
    ['Ngày sinh (dd/mm/yyyy)', 'birthDate'],
    ['Ngày, tháng, năm sinh', 'birthDate'],
    ['NGÀY SINH'.normalize('NFD'), 'birthDate'],
    ['DOB', 'birthDate'],
    ['date_of_birth', 'birthDate'],
    ['Năm sinh', 'birthDate'],
    ['Giới tính', 'sex'],
    ['Sex', 'sex'],
    ['Gender', 'sex'],
    ['Nam/Nữ', 'sex'],
    ['Địa chỉ', 'address'],
    ['Address', 'address'],
    ['Điện thoại', 'phone'],
    ['  so dien thoai  ', 'phone'],
    ['Phone', 'phone'],
    ['Số CMND', 'oldCardNumber'],
    ['CMND', 'oldCardNumber'],
    ['STT', undefined],
    ['Ghi chú', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j means %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  it.each([
    'Số CCCD',
    'CCCD',
    'Số định danh',
    'Số định danh cá nhân',
    'Căn cước',
    'Personal number',
    'CMND/CCCD',
  ])('%j means number', (header) => {
    expect(mapColumns(['Ghi chú', header])).toEqual({ mapping: { number: 1 }, unmapped: ['Ghi chú'] });
  });

  it('prefers the better of two columns for one field', () => {
    const mapped = mapColumns(['CCCD', 'Năm sinh', 'Ngày sinh', 'Địa chỉ', 'Địa chỉ thường trú']);
    expect(mapped).toEqual({
      mapping: { number: 0, birthDate: 2, address: 4 },
      unmapped: ['Năm sinh', 'Địa chỉ'],
    });
  });

  it('refuses two columns of the same standing, until told which one', () => {
    const headers = ['Số CCCD', 'Số định danh', 'Họ tên'];
    expect(mapColumns(headers)).toEqual({
      problem: 'DUPLICATE_COLUMN',
      field: 'number',
      headers: ['Số CCCD', 'Số định danh'],
    });
    expect(mapColumns(headers, { number: 'Số định danh' })).toEqual({
      mapping: { number: 1, name: 2 },
      unmapped: ['Số CCCD'],
    });
  });

  it('lets an explicit mapping speak first and the aliases fill up', () => {
    expect(mapColumns(['Mã A', 'Họ tên'], { number: 'Mã A' })).toEqual({
      mapping: { number: 0, name: 1 },
      unmapped: [],
    });
    expect(mapColumns(['Ma A'], { number: 'mã  a' })).toEqual({ mapping: { number: 0 }, unmapped: [] });
    expect(mapColumns(['a', 'A'], { number: 'A' })).toMatchObject({ mapping: { number: 1 } });
    expect(mapColumns(['CCCD', 'Họ tên'], { name: 'CCCD' })).toMatchObject({ problem: 'NO_KEY_COLUMN' });
  });

  it('refuses an explicit header that is absent, or that two fields or two columns share', () => {
    expect(mapColumns(PEOPLE, { number: 'Mã số' })).toEqual({
      problem: 'COLUMN_NOT_FOUND',
      field: 'number',
      headers: ['Mã số'],
    });
    expect(mapColumns(PEOPLE, { number: '' })).toMatchObject({ problem: 'COLUMN_NOT_FOUND' });
    expect(mapColumns(PEOPLE, { number: 'STT', phone: 'STT' })).toMatchObject({
      problem: 'DUPLICATE_COLUMN',
    });
    expect(mapColumns(['A', 'A'], { number: 'A' })).toMatchObject({
      problem: 'DUPLICATE_COLUMN',
      headers: ['A', 'A'],
    });
  });

  it.each([[[]], [['STT', 'Ghi chú']], [['Họ tên']], [['Ngày sinh']], [['Họ tên', 'Giới tính', 'Địa chỉ']]])(
    'finds no key in %j',
    (headers) => {
      expect(mapColumns(headers)).toEqual({ problem: 'NO_KEY_COLUMN', headers });
    },
  );

  it.each([[['CMND']], [['Họ tên', 'Năm sinh']], [['CCCD']]])('finds a key in %j', (headers) => {
    expect(mapColumns(headers)).toHaveProperty('mapping');
  });
});

describe('headerKey', () => {
  it('ignores accents, case, spaces, punctuation and remarks in brackets', () => {
    expect(headerKey(' Số  ĐDCN/CCCD (*) ')).toBe('soddcncccd');
    expect(headerKey('(CCCD)')).toBe('cccd');
    expect(headerKey('***')).toBe('');
  });

  it('does not choke on a header that is a page of text', () => {
    expect(headerKey('('.repeat(1_000_000))).toBe('');
  });
});
