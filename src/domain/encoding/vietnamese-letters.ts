/** The 134 letters that ASCII lacks: 67 small ones, each with its capital. */

/** Base vowels with their five toned forms, in the order grave, acute, hook, tilde, dot. */
export const VOWEL_ROWS: readonly string[] = [
  'aàáảãạ',
  'ăằắẳẵặ',
  'âầấẩẫậ',
  'eèéẻẽẹ',
  'êềếểễệ',
  'iìíỉĩị',
  'oòóỏõọ',
  'ôồốổỗộ',
  'ơờớởỡợ',
  'uùúủũụ',
  'ưừứửữự',
  'yỳýỷỹỵ',
];

const ASCII = /[a-z]/;
export const SMALL_LETTERS: readonly string[] = [...VOWEL_ROWS.join(''), 'đ'].filter(
  (letter) => !ASCII.test(letter),
);
export const CAPITAL_LETTERS: readonly string[] = SMALL_LETTERS.map((letter) => letter.toUpperCase());
