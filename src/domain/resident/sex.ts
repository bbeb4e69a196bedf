/** Reads a sex as files write it. */

export const Sex = { MALE: 'MALE', FEMALE: 'FEMALE', UNKNOWN: 'UNKNOWN' } as const;
export type Sex = (typeof Sex)[keyof typeof Sex];

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
const CANONICAL = new Map<string, Sex>([
  ['Nam', Sex.MALE],
  ['Nữ', Sex.FEMALE],
]);

/**
 * Reads Nam, Nữ, M, F, male, female and the national codes 1 (male), 2 (female), 0 and 3 (no data), in any case.
 * Other ministries use 0/1: map such a column before it comes here. Returns null for a text that means none of them.
 */
export function parseSex(text: string): { sex: Sex; canonical: boolean } | null {
  const plain = CANONICAL.get(text);
  if (plain !== undefined) return { sex: plain, canonical: true };
  if (text.length > 32) return null;
  const sex = WORDS.get(text.normalize('NFC').trim().toLowerCase());
  return sex === undefined ? null : { sex, canonical: false };
}
