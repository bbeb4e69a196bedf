/** Checks that one place is read alike however its address is written, and that other places are not. */
import { foldAccents } from './syllable';
import { isHouse, readAddress } from './resident-address';

const folded = (text: string) => JSON.parse(foldAccents(JSON.stringify(readAddress(text)))) as unknown;

it.each([
  ['số 12 đường Lê Lợi, phường Bến Nghé, thành phố Hồ Chí Minh', '12 lê lợi, P. Bến Nghé, TPHCM'],
  [
    'số 12 đường Lê Lợi, phường Bến Nghé, thành phố Hồ Chí Minh',
    'SO 12 DUONG LE LOI, P.BEN NGHE, TP HO CHI MINH',
  ],
  ['thôn 3, xã Tân Khai, huyện Hớn Quản, tỉnh Bình Phước', 'Thôn 3, X. Tân Khai, H. Hớn Quản, T. Bình Phước'],
  ['phường 5, quận 3, thành phố Hồ Chí Minh', 'P.05, Q3, TP.HCM'],
  ['thôn 1, phường An Cựu, thành phố Huế', 'thôn 1, phường An Cựu, tỉnh Thừa Thiên Huế'],
  ['thôn 1, xã Mỹ Hòa, tỉnh Phú Thọ', 'thôn 1; xã Mỹ Hoà ;T. Phú Thọ'],
  ['thôn 1, xã An Hải, tỉnh Bà Rịa - Vũng Tàu', 'thôn 1, xã An Hải, BR-VT'],
])('%s = %s', (one, other) => {
  expect(readAddress(one)).not.toBeNull();
  expect(folded(other)).toEqual(folded(one));
});

it('takes a former province for that of today, and knows its tiers', () => {
  expect(readAddress('thôn 3, xã Tân Khai, huyện Hớn Quản, tỉnh Bình Phước')).toEqual({
    province: 'thành phố Đồng Nai',
    district: 'HỚN QUẢN',
    ward: 'TÂN KHAI',
    place: '3',
  });
});

it('reads the ward of an address that was cut off', () => {
  const cut = { province: null, ward: 'TÂN KHAI', place: '3' };
  expect(readAddress('thôn 3, xã Tân Khai, tỉn')).toMatchObject(cut);
  expect(readAddress('thôn 3, xã Tân Khai')).toMatchObject(cut);
});

it.each(['', 'thôn 3', 'Tân Khai, Hớn Quản', '0912345678', ', ,'])('makes nothing of %p', (text) => {
  expect(readAddress(text)).toBeNull();
});

it('tells a house from a hamlet', () => {
  const house = (text: string) => isHouse(readAddress(`${text}, xã Tân Khai, tỉnh Bình Phước`)!);
  expect([house('số 5 đường Lê Lợi'), house('thôn 5'), house('ấp Đông')]).toEqual([true, false, false]);
});

it('reads hostile text in time', () => {
  expect(readAddress('Q. '.repeat(50_000))).toBeNull();
  expect(readAddress(`${'xã , '.repeat(20_000)}tỉnh Phú Thọ`)).not.toBeNull();
});
