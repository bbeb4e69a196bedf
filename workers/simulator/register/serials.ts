/** Answers for personal numbers: cell and serial place → twelve digits, and twelve digits → cell and serial place. */
import { CELL_CAPACITY, cellOf, type Cells, provinceOf, sexOf, yearOf } from './cells';
import { hash } from './hash';
import { permute, unpermute } from './permutation';
import { MALE } from './pyramid';
import { OLD_PROVINCES, provincePosition } from './provinces';

/** Three digits of every value below a thousand. */
export const THREE = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
/** Province code with the digit of century and sex, by province position × 10 + digit. */
const HEADS = OLD_PROVINCES.flatMap((province) =>
  Array.from({ length: 10 }, (_, digit) => `${province.code}${digit}`),
);

/** The number of the place `place` (0–999999) of a cell: province, century and sex, year, six digits that look random. */
export function numberAt(cells: Cells, key: number, cell: number, place: number): string {
  const serial = permute(place, CELL_CAPACITY, hash(key, cell));
  const year = yearOf(cells, cell);
  const digit = (((year / 100) | 0) - 19) * 2 + (sexOf(cells, cell) === MALE ? 0 : 1);
  const head = HEADS[provinceOf(cells, cell) * 10 + digit] as string;
  return (
    head +
    (TWO[year % 100] as string) +
    (THREE[(serial / 1000) | 0] as string) +
    (THREE[serial % 1000] as string)
  );
}

export interface Place {
  cell: number;
  place: number;
}

/** Cell and place of a number, or null when its form, province code or birth year is none of the register's. */
export function findPlace(cells: Cells, key: number, number: string): Place | null {
  if (number.length !== 12) return null;
  let head = 0;
  let serial = 0;
  for (let i = 0; i < 12; i += 1) {
    const digit = number.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    if (i < 6) head = head * 10 + digit;
    else serial = serial * 10 + digit;
  }
  const province = provincePosition((head / 1000) | 0);
  if (province < 0) return null;
  const century = ((head / 100) | 0) % 10;
  const year = 1900 + (century >> 1) * 100 + (head % 100);
  const cell = cellOf(cells, province, century % 2 === 0 ? 1 : 2, year);
  if (cell < 0) return null;
  return { cell, place: unpermute(serial, CELL_CAPACITY, hash(key, cell)) };
}
