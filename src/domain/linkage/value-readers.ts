/** The readers a model file may name: each turns a raw cell into the one text by which equal values are equal, or into nothing. */
import { provinceToday } from '../cleanse/province-names';
import { decodeWords } from '../cleanse/rules/encoding-rules';
import { copyOf, remember, rememberLast } from '../remember';
import { parseBirthDate } from '../resident/birth-date';
import { readCell } from '../resident/cell-text';
import { cleanText, isOrdinaryText } from '../resident/clean-text';
import { lacksLettersInWord } from '../resident/lost-letters';
import { IDENTITY_PROVINCES } from '../resident/identity-province';
import { NumberKind, readNumberCell } from '../resident/identity-number';
import { hasLetter, normalizeName } from '../resident/person-name';
import { parseSex, Sex } from '../resident/sex';
import { foldAccents } from '../resident/syllable';

/** Gives null for a cell that says nothing or that it cannot read. Never throws, whatever the cell holds. */
export type ValueReader = (cell: string) => string | null;

/** Longer values are cut: no field of a person needs more, and a hostile file must not fill the memory. */
const LONGEST_VALUE = 256;

export const VALUE_READERS: Readonly<Record<string, ValueReader>> = {
  /** Any text: cleaned, in capitals, accents kept. */
  text: (cell) => textOf(cell),
  /** A text of letters and digits only, such as a postcode: capitals, accents dropped, everything else removed. */
  alphanumeric: (cell) => orNull(foldAccents(textOf(cell) ?? '').replace(/[^\p{L}\p{N}]/gu, '')),
  /** Digits only. */
  digits: (cell) => orNull(textOf(cell)?.replace(/\D/g, '').slice(0, 32) ?? ''),
  /** A person's name in its lossless normal form (capitals, one tone placement); other alphabets and foreign names stay whole. */
  'person-name': readName,
  /** yyyyMMdd, yyyyMM or yyyy: as much of the date as is known. */
  'partial-date': readDate,
  /** MALE or FEMALE. */
  sex: (cell) => {
    const read = parseSex(cell)?.sex ?? Sex.UNKNOWN;
    return read === Sex.UNKNOWN ? null : read;
  },
  /** 12 digits; leading zeros that a spreadsheet ate are put back where that makes a known place of registration. */
  'personal-number': readPersonalNumber,
  /** 9 digits. */
  'old-card-number': (cell) => {
    const { kind, value } = readNumberCell(cell);
    return kind === NumberKind.OLD_CARD ? value : null;
  },
  /** A Vietnamese phone number of 9 digits without the leading 0, mobile prefixes as they are since 2018; the first of several. */
  'vietnamese-phone': readPhone,
  /** Parts of a Vietnamese address, folded and without the word for their kind: `54 NGUYEN TRAI`, `XUAN DIEN`, `TRA VINH`. */
  'address-street': (cell) => readUnit(beforeComma(decodeAddress(cell))),
  'address-ward': (cell) => readWard(decodeAddress(cell)),
  'address-province': (cell) => {
    const address = decodeAddress(cell);
    return readProvince(address.slice(address.lastIndexOf(',') + 1));
  },
};

/** Reads a cell by a reader, after blanks and placeholders are set aside. */
export function readValue(reader: ValueReader, cell: string): string | null {
  const { text } = readCell(cell);
  return text === null ? null : reader(text);
}

function textOf(cell: string): string | null {
  return orNull(cleanText(cell.slice(0, LONGEST_VALUE)).text.toUpperCase());
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function readName(cell: string): string | null {
  const name = normalizeName(
    decodeWords(cell.length > LONGEST_VALUE ? cell.slice(0, LONGEST_VALUE) : cell).text,
  );
  return hasLetter(name) ? name.normal : null;
}

function readDate(cell: string): string | null {
  const { date } = parseBirthDate(cell);
  if (date === null) return null;
  const month = date.month === undefined ? '' : String(date.month).padStart(2, '0');
  const day = date.day === undefined ? '' : String(date.day).padStart(2, '0');
  return `${date.year}${month}${day}`;
}

function readPersonalNumber(cell: string): string | null {
  const { kind, value } = readNumberCell(cell);
  if (kind === NumberKind.PERSONAL) return value;
  return kind === NumberKind.ZEROS_LOST && IDENTITY_PROVINCES.has(value.slice(0, 3)) ? value : null;
}

/** Eleven-digit mobile prefixes of before 2018 and what became of them (decision 798/QĐ-BTTTT), without the leading 0. */
const RENAMED_PREFIXES: ReadonlyMap<string, string> = new Map([
  ...[162, 163, 164, 165, 166, 167, 168, 169].map((old) => [`${old}`, `${old - 130}`] as const),
  ...[120, 121, 122, 126, 128].map(
    (old, index) => [`${old}`, ['70', '79', '77', '76', '78'][index]!] as const,
  ),
  ...[123, 124, 125, 127, 129].map(
    (old, index) => [`${old}`, ['83', '84', '85', '81', '82'][index]!] as const,
  ),
  ...[186, 188].map((old) => [`${old}`, `${old - 130}`] as const),
  ['199', '59'],
]);

function readPhone(cell: string): string | null {
  const first = cell.slice(0, LONGEST_VALUE).split(/[/;,|]/, 1)[0]!;
  const national = first
    .replace(/\D/g, '')
    .replace(/^(?:0084|84(?=\d{9,10}$))/, '')
    .replace(/^0/, '');
  if (national.length === 10) {
    const prefix = RENAMED_PREFIXES.get(national.slice(0, 3));
    return prefix === undefined ? national : prefix + national.slice(3);
  }
  return national.length === 9 ? national : null;
}

/** Three fields read one address in turn. */
const decodeAddress = rememberLast((cell) =>
  isOrdinaryText(cell) ? cell : decodeWords(cell.slice(0, LONGEST_VALUE)).text,
);

const WARD = /^ *(?:phường|xã|thị trấn|p\.|x\.|tt\.?|phuong|xa|thi tran) *\S/i;
const UNIT_WORDS =
  /^(?:TINH|THANH PHO|T|TP|TPHO|QUAN|HUYEN|THI XA|THI TRAN|PHUONG|XA|Q|H|TX|TT|P|X|DUONG|D|THON|AP|SO|KHU PHO|TO|KHOM|BAN)\b[. ]*/;

/** Units repeat massively. The memo keeps copies of short texts only: a piece of a cell would hold on to the whole file. */
const UNIT_MEMO_LIMIT = 1 << 15;
const UNIT_MEMO_LENGTH = 40;
const units = new Map<string, AddressUnit>();

interface AddressUnit {
  readonly value: string | null;
  /** The part says that it is a ward, a commune or a township. */
  readonly isWard: boolean;
}

function beforeComma(cell: string): string {
  const comma = cell.indexOf(',');
  return comma < 0 ? cell : cell.slice(0, comma);
}

/** The part that says it is a ward, a commune or a township; else the one before the last of three and more. */
function readWard(cell: string): string | null {
  let from = 0;
  let beforeLast: string | null = null;
  for (let parts = 1; ; parts++) {
    const comma = cell.indexOf(',', from);
    const part = cell.slice(from, comma < 0 ? LONGEST_VALUE : comma);
    const unit = findUnit(part);
    if (unit.isWard) return unit.value;
    if (comma < 0 || comma >= LONGEST_VALUE) return parts > 2 ? beforeLast : null;
    beforeLast = unit.value;
    from = comma + 1;
  }
}

/** Two addresses of one place may be from before and after 1 July 2025: a former province counts as that in which it lies. */
const readProvince = remember((part) => readUnit(provinceToday(part) ?? part));

function readUnit(part: string): string | null {
  return findUnit(part).value;
}

function findUnit(part: string): AddressUnit {
  const known = units.get(part);
  if (known !== undefined) return known;
  const unit = { value: standardiseUnit(part), isWard: WARD.test(part) };
  if (part.length <= UNIT_MEMO_LENGTH && units.size < UNIT_MEMO_LIMIT) units.set(copyOf(part), unit);
  return unit;
}

function standardiseUnit(part: string): string | null {
  // No two such parts of addresses can be told equal or different.
  if (lacksLettersInWord(part)) return null;
  const text = foldAccents(cleanText(part.slice(0, LONGEST_VALUE)).text.toUpperCase()).replace(
    /[^\p{L}\p{N} .]/gu,
    '',
  );
  // "số 7 đường Lê Lợi" opens with a word, and so does what follows the number.
  const bare = text
    .trim()
    .replace(UNIT_WORDS, '')
    .replace(/^(\d+\S*) +(?:DUONG|D)\b[. ]*/, '$1 ');
  return orNull(bare.replaceAll('.', ' ').replace(/ +/g, ' ').trim());
}
