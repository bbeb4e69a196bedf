/** Checks what each reader makes of cells as files have them. */
import fc from 'fast-check';
import { readValue, VALUE_READERS } from './value-readers';

describe('readValue', () => {
  it.each([
    ['person-name', ' nguyễn  THỊ hoà', 'NGUYỄN THỊ HÒA'],
    ['person-name', '12345', null],
    ['partial-date', '5/3/1990', '19900305'],
    ['partial-date', '1950', '1950'],
    ['partial-date', '31/02/1980', null],
    ['sex', 'nữ', 'FEMALE'],
    ['personal-number', '097 085.000123', '097085000123'],
    ['personal-number', '79085000123', '079085000123'],
    ['personal-number', '012345678', null],
    ['old-card-number', '012345678', '012345678'],
    ['vietnamese-phone', '01688 123 456', '388123456'],
    ['vietnamese-phone', '+84 388 123 456', '388123456'],
    ['vietnamese-phone', '388123456', '388123456'],
    ['vietnamese-phone', '0388123456 / 0911222333', '388123456'],
    ['vietnamese-phone', '12', null],
    ['address-street', 'số 54 đường Nguyễn Trãi, phường Xuân Điền, tỉnh Trà Vinh', '54 NGUYEN TRAI'],
    ['address-street', 'số 54 đ. Nguyễn Trãi, P. Xuân Điền, T. Trà Vinh', '54 NGUYEN TRAI'],
    ['address-ward', 'thôn 2, X. Tân Khánh, H. An Phú, T. Vĩnh Long', 'TAN KHANH'],
    ['address-ward', 'tổ 3, khu phố 2, phường 5, TP Mỹ Tho, Tiền Giang', '5'],
    ['address-province', 'thôn 2, xã Tân Khánh, thành phố Hà Nội', 'HA NOI'],
    ['address-province', 'thôn 2, xã Tân Khánh, huyện Hớn Quản, T. Bình Phước', 'DONG NAI'],
    ['address-province', 'phường Bến Nghé, TPHCM', 'HO CHI MINH'],
    ['address-province', 'xã Sim, Nơi Khác', 'NOI KHAC'],
    ['alphanumeric', 'sw1a 1aa', 'SW1A1AA'],
    ['digits', 'A-12 34', '1234'],
    ['text', 'N/A', null],
  ])('%s reads %j as %j', (reader, cell, value) => {
    expect(readValue(VALUE_READERS[reader]!, cell)).toBe(value);
  });

  it('never throws and never gives an empty value, whatever the cell holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(VALUE_READERS)),
        fc.string({ unit: 'binary' }),
        (reader, cell) => {
          expect(readValue(reader, cell)).not.toBe('');
        },
      ),
    );
  });
});
