/** Answers for what else the register keeps of a person: ethnicity, religion, blood group and marital status, in the field's codes. */
import { cellAt } from './cells';
import { hash, streamKey, uniform } from './hash';
import { STYLES } from './names/name-book';
import { type Register } from './register';

export interface Attributes {
  /** Two digits, statistics list: 01 Kinh … 55. */
  readonly ethnicity: string;
  readonly religion: string;
  /** 01 A, 02 B, 03 AB, 04 O, 00 not known. */
  readonly bloodGroup: string;
}

/** Peoples that bear the names of a style, heaviest first; the rest of the nation is Kinh. */
const ETHNICITIES: Readonly<Record<string, readonly string[]>> = {
  TAY_NUNG: ['02', '02', '07'],
  THAI_MUONG: ['03', '06'],
  HMONG_DAO: ['08', '08', '09'],
  KHMER: ['05'],
  CHAM: ['17'],
  TAY_NGUYEN: ['10', '12', '12', '14', '22'],
};

/** Rough shares (our proposal): most people declare none. */
const RELIGIONS: readonly (readonly [string, number])[] = [
  ['00', 0.86],
  ['02', 0.06],
  ['01', 0.05],
  ['08', 0.01],
  ['03', 0.01],
  ['05', 0.006],
];
const BLOOD_GROUPS: readonly (readonly [string, number])[] = [
  ['00', 0.35],
  ['04', 0.28],
  ['02', 0.19],
  ['01', 0.14],
  ['03', 0.04],
];

export function attributesOf(register: Register, index: number): Attributes {
  const key = streamKey(register.seed, 'attributes');
  const { clans } = register.households().families;
  const style = STYLES[clans.peopleOf(cellAt(register.cells, index), index).part.style] as string;
  const peoples = ETHNICITIES[style] ?? ['01'];
  return {
    ethnicity: peoples[hash(key, index) % peoples.length] as string,
    religion: drawn(RELIGIONS, uniform(key + 1, index)),
    bloodGroup: drawn(BLOOD_GROUPS, uniform(key + 2, index)),
  };
}

/** 1 single, 2 married, 3 widowed. */
export function maritalStatusOf(register: Register, index: number): string {
  const spouse = register.households().families.spouseOf(index);
  if (spouse < 0) return '1';
  return register.person(spouse).status === 'DECEASED' ? '3' : '2';
}

function drawn(shares: readonly (readonly [string, number])[], draw: number): string {
  let sum = 0;
  for (const [code, share] of shares) {
    sum += share;
    if (draw < sum) return code;
  }
  return shares[0]?.[0] as string;
}
