/** Answers for where an invented person lives and the telephone number, in today's two tiers and in the former three. */
import { cellAt, provinceOf } from './cells';
import { type Commune, communeCount, communeOf } from './communes';
import { below, hash, uniform } from './hash';
import { OLD_PROVINCES } from './provinces';
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

export interface Contact {
  readonly unit: Unit;
  readonly commune: Commune;
  /** House and street, or hamlet. */
  readonly detail: string;
  /** Ten digits, or '' for children and for some of the old. */
  readonly phone: string;
}

export function contactOf(register: Register, index: number): Contact {
  const key = register.keys.contact;
  const draw = (turn: number): number => uniform(hash(key, turn), index);
  const cell = cellAt(register.cells, index);
  const home = OLD_PROVINCES[provinceOf(register.cells, cell)] as { unit: string };
  const position = unitPosition(draw(1) < STAYED_SHARE ? home.unit : magnet(draw(2)));
  const unit = UNITS[position] as Unit;
  const commune = communeOf(position, Math.floor(draw(3) * communeCount(unit)));
  const age = register.reference.year - register.cells.firstYear - (cell % register.cells.years);
  return {
    unit,
    commune,
    detail: detailOf(commune, draw(4), draw(5)),
    phone: phoneOf(hash(key, 6), index, age),
  };
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

export function todaysAddress({ detail, commune, unit }: Contact): string {
  return `${detail}, ${commune.kind} ${commune.name}, ${unit.kind} ${unit.name}`;
}

export function formerAddress({ detail, commune }: Contact): string {
  return `${detail}, ${commune.formerCommune}, ${commune.formerDistrict}, ${commune.formerProvince}`;
}
