/** Proves what counts as a Vietnamese syllable. */
import { isVietnameseSyllable, wordsOf } from './vietnamese-syllable';

test.each([
  'Nguyễn',
  'THỊ',
  'hoà',
  'hòa',
  'Quý',
  'gì',
  'Giang',
  'Huỳnh',
  'Khuyết',
  'Ỷ',
  'ương',
  'Nghĩa',
  'y',
  'Đỗ',
  'ễ'.normalize('NFD'),
])('%s is one', (word) => expect(isVietnameseSyllable(word)).toBe(true));

test.each(['Nguyen', 'NguyÔn', 'Wilson', 'hat', 'hằc', 'ắắ', '', 'Nguyeenx', 'fa', 'Nguyễn.'])(
  '%s is none',
  (word) => expect(isVietnameseSyllable(word)).toBe(false),
);

test('words end at spaces, digits and punctuation of ASCII only', () => {
  expect(wordsOf('Hoµ, 12 ThÞ-Nh·(x)')).toEqual(['Hoµ', 'ThÞ', 'Nh·', 'x']);
});
