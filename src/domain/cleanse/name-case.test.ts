/** Checks the case of names syllable by syllable, also of those with letters that Vietnamese has not. */
import { titleCase } from './name-case';

it.each([
  ['nguyễn THỊ hoà', 'Nguyễn Thị Hoà'],
  ["H'MAI NIÊ", "H'Mai Niê"],
  ['Y THIM ÊÑUÔL', 'Y Thim Êñuôl'],
  ["h'rôk êñuôl", "H'Rôk Êñuôl"],
  ['ĐẶNG HUY', 'Đặng Huy'],
  ['ĐÀ̆NG', 'Đà̆ng'],
  ['NguyễnVăn An', 'NguyễnVăn An'],
  ['STRAßE', 'STRAßE'],
  ['ИВАН', 'ИВАН'],
])('%s becomes %s, and stays so', (before, after) => {
  expect(titleCase(before)).toBe(after);
  expect(titleCase(after)).toBe(after);
});
