/** Reads a sex as files write it. */
import { remember } from '../remember';

export const Sex = { MALE: 'MALE', FEMALE: 'FEMALE', UNKNOWN: 'UNKNOWN' } as const;
export type Sex = (typeof Sex)[keyof typeof Sex];

export interface ReadSex {
  readonly sex: Sex;
  readonly canonical: boolean;
}

const WORDS = new Map<string, Sex>([
  ...['nam', 'm', 'male', '1', '01', 'trai', 'ông', 'ong'].map((word) => [word, Sex.MALE] as const),
  ...['nữ', 'nu', 'nư', 'f', 'female', '2', '02', 'gái', 'gai', 'bà', 'ba'].map(
    (word) => [word, Sex.FEMALE] as const,
  ),
  ...['0', '00', '3', 'unknown', 'u', 'khác', 'khac', 'chưa xác định', 'không xác định', 'không rõ'].map(
    (word) => [word, Sex.UNKNOWN] as const,
  ),
]);

/** How the national side writes it; anything else that is understood needed rule X01. */
const MALE: ReadSex = { sex: Sex.MALE, canonical: true };
const FEMALE: ReadSex = { sex: Sex.FEMALE, canonical: true };

/**
 * Reads Nam, Nữ, M, F, male, female and the national codes 1 (male), 2 (female), 0 and 3 (no data), in any case.
 * Other ministries use 0/1: map such a column before it comes here. Returns null for a text that means none of them.
 */
export function parseSex(text: string): ReadSex | null {
  if (text === 'Nam') return MALE;
  if (text === 'Nữ') return FEMALE;
  return text.length > 32 ? null : parseWord(text);
}

const parseWord = remember((text): ReadSex | null => {
  const sex = WORDS.get(text.normalize('NFC').trim().toLowerCase());
  return sex === undefined ? null : { sex, canonical: false };
}, 1_000);
