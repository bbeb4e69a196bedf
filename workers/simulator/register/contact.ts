/** Answers for where an invented person lives and the telephone number, in today's two tiers and in the former three. */
import { cellAt, provinceOf, yearOf } from './cells';
import { type Commune, communeCount, communeOf, communesOfProvince } from './communes';
import { below, hash, uniform } from './hash';
import { OLD_PROVINCES } from './provinces';
import { type Place } from './place';
import { type Register } from './register';
import { type Unit, unitPosition, UNITS } from './units';

const STREETS =
  'Lê Lợi,Trần Hưng Đạo,Nguyễn Trãi,Hai Bà Trưng,Lý Thường Kiệt,Quang Trung,Hùng Vương,Phan Chu Trinh,Nguyễn Huệ,Lê Duẩn'.split(
    ',',
  );
/** Prefixes of Vietnamese mobile numbers since 2018 with their carriers' rough weights. */
const PREFIXES =
  '032 033 034 035 036 037 038 039 096 097 098 086 090 093 070 079 077 076 078 091 094 083 084 085 081 082 056 058 092 059'.split(
    ' ',
  );
const STAYED_SHARE = 0.78;
const MAGNETS: readonly (readonly [string, number])[] = [
  ['79', 0.4],
  ['01', 0.22],
  ['75', 0.12],
  ['24', 0.08],
  ['31', 0.06],
  ['48', 0.06],
];

export interface Contact extends Place {
  /** Ten digits, or '' for children and for some of the old. */
  readonly phone: string;
}

/** Permanent residence and telephone; a household shares its residence, which lies in the province of birth registration. */
export function contactOf(register: Register, index: number): Contact {
  const cell = cellAt(register.cells, index);
  const age = register.reference.year - yearOf(register.cells, cell);
  return {
    ...permanentPlace(register, register.households().anchorOf(index)),
    phone: phoneOf(hash(register.keys.contact, 6), index, age),
  };
}

/** Permanent residence of the household that stands around a person. */
export function permanentPlace(register: Register, anchor: number): Place {
  const province = provinceOf(register.cells, cellAt(register.cells, anchor));
  const position = unitPosition((OLD_PROVINCES[province] as { unit: string }).unit);
  const communes = communesOfProvince(province);
  const draw = drawer(register, anchor);
  return placeIn(position, communes[Math.floor(draw(3) * communes.length)] as number, draw(4), draw(5));
}

/** Where the household lives now: one in five moved away, most of those to the big cities. */
export function currentPlace(register: Register, anchor: number): Place {
  const draw = drawer(register, anchor);
  if (draw(1) < STAYED_SHARE) return permanentPlace(register, anchor);
  const position = unitPosition(magnet(draw(2)));
  const count = communeCount(UNITS[position] as Unit);
  return placeIn(position, Math.floor(draw(7) * count), draw(8), draw(9));
}

/** Where a person moves who moves to a unit of today. */
export function newPlace(register: Register, index: number, unit: string): Place {
  const position = unitPosition(unit);
  const draw = drawer(register, index);
  return placeIn(position, Math.floor(draw(10) * communeCount(UNITS[position] as Unit)), draw(11), draw(12));
}

function drawer(register: Register, anchor: number): (turn: number) => number {
  return (turn) => uniform(hash(register.keys.contact, turn), anchor);
}

function placeIn(unit: number, commune: number, first: number, second: number): Place {
  const found = communeOf(unit, commune);
  return { unit: UNITS[unit] as Unit, commune: found, detail: detailOf(found, first, second) };
}

function magnet(draw: number): string {
  let sum = 0;
  for (const [code, share] of MAGNETS) {
    sum += share;
    if (draw < sum) return code;
  }
  return (UNITS[Math.floor(((draw - sum) / (1 - sum)) * UNITS.length)] as Unit).code;
}

function detailOf(commune: Commune, first: number, second: number): string {
  if (commune.kind !== 'phường') return `thôn ${1 + Math.floor(first * 12)}`;
  return `số ${1 + Math.floor(first * 320)} đường ${STREETS[Math.floor(second * STREETS.length)] as string}`;
}

function phoneOf(key: number, index: number, age: number): string {
  const share = age < 8 ? 0 : age < 15 ? 0.3 : age < 75 ? 0.95 : 0.5;
  if (uniform(key, index) >= share) return '';
  const prefix = PREFIXES[below(key + 1, index, PREFIXES.length)] as string;
  return prefix + String(below(key + 2, index, 10_000_000)).padStart(7, '0');
}

export function todaysAddress({ detail, commune, unit }: Place): string {
  return `${detail}, ${commune.kind} ${commune.name}, ${unit.kind} ${unit.name}`;
}

export function formerAddress({ detail, commune }: Place): string {
  return `${detail}, ${commune.formerCommune}, ${commune.formerDistrict}, ${commune.formerProvince}`;
}
