/** The closed list of rules that change or relate a value: cleansing ids of the catalogue, and the lossy folds used only to compare. */

/** Ids E, T, N, D, I, A and X are those of the cleansing catalogue (lossless ones may give EQUIV); F ids are lossy and never do. */
export const RuleId = {
  /** TCVN3, VNI, other one-byte encodings, UTF-8 read wrongly, entities: decoded by the cell's own evidence. */
  E02: 'E02',
  E04: 'E04',
  E05: 'E05',
  E06: 'E06',
  E07: 'E07',
  /** A question mark where a letter beyond ASCII was lost (lossy). */
  E08: 'E08',
  /** Keys of Telex or VNI left in the text (lossy: another reading is possible). */
  E09: 'E09',
  /** Unicode composed to NFC. */
  T01: 'T01',
  /** No-break and zero-width spaces, controls, soft hyphens removed. */
  T02: 'T02',
  /** Spaces trimmed and collapsed. */
  T03: 'T03',
  /** Look-alike letters, quotes and full-width forms replaced by the letter meant. */
  T04: 'T04',
  /** A placeholder such as "N/A" read as blank. */
  T05: 'T05',
  /** Letter case. */
  N01: 'N01',
  /** Place of the tone mark inside a syllable. */
  N02: 'N02',
  /** i and y as the only vowel of a syllable (lossy: Vi and Vy are two names). */
  N03: 'N03',
  /** A name without any letter. */
  N05: 'N05',
  /** Words shortened to their first letters, such as "Ng. V. An". */
  N10: 'N10',
  /** Date syntax. */
  D01: 'D01',
  /** A spreadsheet's count of days. */
  D03: 'D03',
  /** Two-digit year: not decidable from the cell alone, read by the year in the row's number. */
  D04: 'D04',
  /** Two-digit year read by the one century in which somebody alive can be born (lossy). */
  CENTURY: 'CENTURY',
  /** Unknown day or month written as zeros or dashes. */
  D05: 'D05',
  /** Impossible date, or one outside a human life at the reference date. */
  D06: 'D06',
  /** 1 January read as "year only", because its batch shows heaping. */
  D07: 'D07',
  /** Separators and quotes removed from a number; letters O, I, l read as digits. */
  I01: 'I01',
  /** Leading zeros lost in a spreadsheet. */
  I02: 'I02',
  /** Neither 12 digits nor 9. */
  I03: 'I03',
  /** All digits the same. */
  I06: 'I06',
  /** An address whose province cannot be made out. */
  A02: 'A02',
  /** Sex given as a word or code other than Nam and Nữ. */
  X01: 'X01',
  /** A value that stood in the column of another field. */
  X03: 'X03',
  /** Accents dropped in the file. */
  F01: 'F01',
  /** Accents that contradict each other. */
  F02: 'F02',
  /** Same words in another order. */
  F03: 'F03',
  /** Punctuation inside the name. */
  F04: 'F04',
  /** Two letters off, no word replaced as a whole. */
  EDIT2: 'EDIT2',
  /** Two faults of different kinds: a slip in a name that was cut off, that lacks a word, or that has one in another place. */
  FAULTS: 'FAULTS',
  /** A typed word is no syllable of Vietnamese, however it is accented. */
  NO_SYLLABLE: 'NO_SYLLABLE',
  /** Ch for Tr, D for Gi: written as it is spoken in some region. */
  AS_HEARD: 'AS_HEARD',
  /** Only the first word, the surname, is the same. */
  F05: 'F05',
  /** The value compared is the old identity card number. */
  OLD_CARD: 'OLD_CARD',
  /** The value compared is a number that was cancelled when a new one was issued. */
  CANCELLED_NUMBER: 'CANCELLED_NUMBER',
  /** Compared by year and month only. */
  AT_MONTH: 'AT_MONTH',
  /** Compared by year only. */
  AT_YEAR: 'AT_YEAR',
  /** Different day or month in the same year. */
  SAME_YEAR: 'SAME_YEAR',
  /** Addresses that agree no closer than in the ward, or in the province. */
  AT_WARD: 'AT_WARD',
  AT_PROVINCE: 'AT_PROVINCE',
  /** Addresses with the same house number and street, or the same hamlet. */
  SAME_HOUSE: 'SAME_HOUSE',
  SAME_HAMLET: 'SAME_HAMLET',
} as const;
export type RuleId = (typeof RuleId)[keyof typeof RuleId];
