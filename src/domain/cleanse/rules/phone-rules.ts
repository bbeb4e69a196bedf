/** Group P: telephone numbers. */
import { readPhone, readPhones } from '../phone-number';
import { changed, ChangeMode, FLAG, type CellRule } from '../rule';
import { PHONE } from './fields';

export const PHONE_RULES: readonly CellRule[] = [
  {
    id: 'P02',
    version: 1,
    title: { vi: 'Nhiều số trong một ô', en: 'Several numbers in one cell' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '0912345678 / 01688123456', after: '0912345678; 0388123456' },
    fields: PHONE,
    apply(text) {
      const numbers = readPhones(text);
      return numbers === null ? null : changed(text, numbers.join('; '));
    },
  },
  {
    id: 'P01',
    version: 1,
    title: { vi: 'Số điện thoại mười chữ số', en: 'Ten-digit telephone number' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: '+84 912 345 678', after: '0912345678' },
    fields: PHONE,
    apply(text) {
      const number = readPhone(text);
      if (number !== null) return changed(text, number);
      return readPhones(text) === null ? FLAG : null;
    },
  },
];
