/** Group A: addresses, as far as kinds of units and the 63 → 34 provinces go. */
import { rememberLast } from '../../remember';
import { readProvince } from '../province-names';
import { changed, ChangeMode, FLAG, type CellRule } from '../rule';
import { ADDRESS } from './fields';

/** With the sign without which a pattern cannot match. After the start of the address or a comma, before a capital letter. `T.` is a province only in the last part. */
const KINDS: readonly (readonly [sign: string, pattern: RegExp, word: string])[] = [
  ['TP', /(^|, ?)TP\.? ?(?=\p{Lu})(?!HCM)/gu, '$1thành phố '],
  ['TX', /(^|, ?)TX\.? ?(?=\p{Lu}\p{Ll})/gu, '$1thị xã '],
  ['TT', /(^|, ?)TT\.? ?(?=\p{Lu}\p{Ll})(?!Huế)/gu, '$1thị trấn '],
  ['P.', /(^|, ?)P\. ?(?=\p{Lu}\p{Ll})/gu, '$1phường '],
  ['P', /(^|, ?)P\.? ?(?=\d{1,2}(?:,|$))/gu, '$1phường '],
  ['Q.', /(^|, ?)Q\. ?(?=\p{Lu}\p{Ll})/gu, '$1quận '],
  ['Q', /(^|, ?)Q\.? ?(?=\d{1,2}(?:,|$))/gu, '$1quận '],
  ['H.', /(^|, ?)H\. ?(?=\p{Lu}\p{Ll})/gu, '$1huyện '],
  ['X.', /(^|, ?)X\. ?(?=\p{Lu}\p{Ll})/gu, '$1xã '],
  ['T.', /(, ?)T\. ?(?=\p{Lu}\p{Ll}[^,]*$)/gu, '$1tỉnh '],
  ['.', /(^|[\d\p{L}] )[đĐ]\. ?(?=\p{Lu}\p{Ll})/gu, '$1đường '],
  ['KP', /(^|, ?)KP\.? ?(?=\d|\p{Lu}\p{Ll})/gu, '$1khu phố '],
  ['TDP', /(^|, ?)TDP\.? ?(?=\d|\p{Lu}\p{Ll})/gu, '$1tổ dân phố '],
];
/** Whether there may be a kind to write out: without a dot, two capitals, or a P or Q before a digit there is none. */
function mayBeShort(address: string): boolean {
  let before = 0;
  for (let index = 0; index < address.length; index++) {
    const code = address.charCodeAt(index);
    if (code === DOT || (isCapital(code) && isCapital(before))) return true;
    // A space between the two changes nothing.
    if (code === SPACE && (before === P || before === Q)) continue;
    if (isDigit(code) && (before === P || before === Q)) return true;
    before = code;
  }
  return false;
}

const [SPACE, DOT, P, Q] = [0x20, 0x2e, 0x50, 0x51];
const isCapital = (code: number) => code >= 0x41 && code <= 0x5a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const PADDED_NUMBER = /((?:phường|quận) )0+(?=\d)/giu;

/** What stands behind the last comma: the province, where there is one. Several rules ask for that of one address. */
const lastPart = rememberLast((address) => {
  const text = address.slice(address.lastIndexOf(',') + 1).trim();
  return { text, province: readProvince(text) };
});

/** The address with something else for its last part. */
function withLastPart(address: string, text: string): string {
  return address.slice(0, address.length - lastPart(address).text.length) + text;
}

const WARD_PART = /(?:^|, ?)(?:phường|xã|thị trấn|đặc khu) [^,]+,/iu;
/** A quarter, a district, a town, or a city that another part follows: the tier that ended on 30 June 2025. */
const DISTRICT_PART = /(?:^|, ?)(?:quận|huyện|thị xã|thành phố) ([^,]+),/iu;
/** Island districts that became one unit each, or whose name one of its units kept. Resolution 202/2025/QH15 and those of 16 June 2025. */
const ISLANDS =
  /^(?:Vân Đồn|Cô Tô|Cát Hải|Bạch Long V[ĩỹ]|Cồn Cỏ|Lý Sơn|Hoàng Sa|Trường Sa|Phú Qu[ýí]|Côn Đảo|Kiên Hải)$/iu;

export const ADDRESS_RULES: readonly CellRule[] = [
  {
    id: 'A01',
    version: 1,
    title: { vi: 'Viết đủ cấp đơn vị', en: 'Kinds of units in full' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: {
      before: 'P. Phúc Xá, Q. Ba Đình, TP Hà Nội',
      after: 'phường Phúc Xá, quận Ba Đình, thành phố Hà Nội',
    },
    fields: ADDRESS,
    apply: (text) =>
      mayBeShort(text)
        ? changed(
            text,
            KINDS.reduce(
              (address, [sign, pattern, word]) =>
                address.includes(sign) ? address.replace(pattern, word) : address,
              text,
            ),
          )
        : null,
  },
  {
    id: 'A05',
    version: 1,
    title: { vi: 'Bỏ số 0 đầu của phường, quận số', en: 'Numbered wards without a leading zero' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'Phường 05, Quận 3', after: 'Phường 5, Quận 3' },
    fields: ADDRESS,
    apply: (text) => (text.includes(' 0') ? changed(text, text.replaceAll(PADDED_NUMBER, '$1')) : null),
  },
  {
    id: 'A02',
    version: 2,
    title: { vi: 'Tên tỉnh, thành phố đầy đủ', en: 'Name of the province in full' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'phường Bến Nghé, TPHCM', after: 'phường Bến Nghé, thành phố Hồ Chí Minh' },
    fields: ADDRESS,
    apply(text) {
      const { named } = lastPart(text).province;
      return named?.byAlias === true ? changed(text, withLastPart(text, named.fullName)) : null;
    },
  },
  {
    id: 'A06',
    version: 2,
    title: { vi: 'Thêm dấu cho tên tỉnh viết không dấu', en: 'Accents of a province written without' },
    lossless: true,
    mode: ChangeMode.AUTO,
    example: { before: 'xa Tan Khai, tinh Binh Phuoc', after: 'xa Tan Khai, tỉnh Bình Phước' },
    fields: ADDRESS,
    apply(text) {
      const { accented } = lastPart(text).province;
      return accented === null ? null : changed(text, withLastPart(text, accented));
    },
  },
  {
    id: 'A07',
    version: 2,
    title: { vi: 'Địa chỉ cũ thiếu quận, huyện', en: 'A former address without its district' },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'xã Tân Khai, tỉnh Bình Phước', after: null },
    fields: ADDRESS,
    // Only a province that is no more tells that the address is of before July 2025: today's have no district.
    apply: (text) =>
      lastPart(text).province.now !== null && !DISTRICT_PART.test(text) && WARD_PART.test(text) ? FLAG : null,
  },
  {
    id: 'A04',
    version: 1,
    title: {
      vi: 'Chỉ ghi quận, huyện: nay là nhiều xã, phường',
      en: 'A district only: several communes by now',
    },
    lossless: true,
    mode: ChangeMode.FLAG,
    example: { before: 'huyện Hớn Quản, tỉnh Bình Phước', after: null },
    fields: ADDRESS,
    apply(text) {
      // Nearly every address says so: no need to look closer.
      if (text.includes(', xã ') || text.includes(', phường ')) return null;
      const district = WARD_PART.test(text) ? null : DISTRICT_PART.exec(text);
      if (district === null || ISLANDS.test(district[1]!.trim())) return null;
      return lastPart(text).province.named === null ? null : FLAG;
    },
  },
  {
    id: 'A03',
    version: 2,
    title: {
      vi: 'Tỉnh cũ sang tỉnh, thành phố từ 01/7/2025',
      en: 'A former province to that since 1 July 2025',
    },
    lossless: false,
    mode: ChangeMode.SUGGEST,
    example: { before: 'xã Tân Khai, tỉnh Bình Phước', after: 'xã Tân Khai, thành phố Đồng Nai' },
    fields: ADDRESS,
    apply(text) {
      const { now } = lastPart(text).province;
      // The ward may have another name by now as well: a person looks.
      return now === null ? null : { after: withLastPart(text, now), confidence: 0.8 };
    },
  },
];
