/** How much it says that two names agree: rare names say more than common ones (term frequency). */

/**
 * Shares of surnames in the nation (Lê Trung Hoa, 2005; those below Lý from a sample of 207,000 in Đắk Lắk). Hoàng/Huỳnh and Vũ/Võ
 * are counted together there and split evenly here. Keys are in the normal form of names.
 */
const SURNAME_SHARE: Readonly<Record<string, number>> = {
  ...{
    NGUYỄN: 0.384,
    TRẦN: 0.121,
    LÊ: 0.095,
    PHẠM: 0.07,
    PHAN: 0.045,
    HOÀNG: 0.0255,
    HUỲNH: 0.0255,
    VŨ: 0.0195,
  },
  ...{
    VÕ: 0.0195,
    ĐẶNG: 0.021,
    BÙI: 0.02,
    ĐỖ: 0.014,
    HỒ: 0.013,
    NGÔ: 0.013,
    DƯƠNG: 0.01,
    LÝ: 0.005,
    TRƯƠNG: 0.0168,
  },
  ...{
    ĐINH: 0.0155,
    TRỊNH: 0.0101,
    NÔNG: 0.0098,
    MAI: 0.0098,
    HÀ: 0.0097,
    ĐOÀN: 0.0093,
    LƯƠNG: 0.0089,
    CAO: 0.0086,
  },
  ...{ ĐÀO: 0.0076 },
};

/** Shares of given names among either sex, halved to count over both (births 1991–2002). */
const GIVEN_SHARE: Readonly<Record<string, number>> = {
  ...{
    TRANG: 0.021,
    THẢO: 0.0175,
    LINH: 0.015,
    ANH: 0.0228,
    PHƯƠNG: 0.0105,
    HẰNG: 0.0105,
    HUYỀN: 0.0105,
    HIỀN: 0.01,
  },
  ...{
    HƯƠNG: 0.0085,
    NGỌC: 0.0085,
    DUNG: 0.0085,
    NHUNG: 0.0085,
    THỦY: 0.008,
    NHI: 0.008,
    DUYÊN: 0.008,
    TUẤN: 0.0135,
  },
  ...{
    HOÀNG: 0.011,
    HUY: 0.011,
    HIẾU: 0.01,
    HÙNG: 0.01,
    NAM: 0.01,
    SƠN: 0.0095,
    ĐỨC: 0.0095,
    DŨNG: 0.0085,
    THÀNH: 0.008,
  },
  ...{ ĐẠT: 0.008, CƯỜNG: 0.008, LONG: 0.0078, TRUNG: 0.0078 },
};

const bitsOf = (shares: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(shares).map(([name, share]) => [name, -Math.log2(share)]));

const SURNAME_BITS = bitsOf(SURNAME_SHARE);
const GIVEN_BITS = bitsOf(GIVEN_SHARE);
/** THỊ and VĂN follow the sex of half the elder people, so they say little; other middle names are taken alike. */
const MIDDLE_BITS: ReadonlyMap<string, number> = new Map([
  ['THỊ', 2.5],
  ['VĂN', 2.5],
  ['NGỌC', 3.5],
  ['', 4],
]);

const UNLISTED_SURNAME_BITS = 8;
const UNLISTED_GIVEN_BITS = 8;
const ONE_MIDDLE_BITS = 5;
const MORE_MIDDLE_BITS = 7;

/** No agreement of names counts for more: beyond it the shares are guesses and namesakes run in families. */
export const NAME_BITS_CAP = 18;

/**
 * Bits of evidence when a name agrees with this one: −log2 of its estimated share, 0 … 18, in tenths. Takes the normal form of the
 * register's name. A name of one word counts as a given name only. Measured mean over real names: 14.1 bits.
 */
export function nameAgreementBits(normalName: string): number {
  const firstSpace = normalName.indexOf(' ');
  const lastSpace = normalName.lastIndexOf(' ');
  const given = GIVEN_BITS.get(normalName.slice(lastSpace + 1)) ?? UNLISTED_GIVEN_BITS;
  if (firstSpace < 0) return tenths(given);
  const surname = SURNAME_BITS.get(normalName.slice(0, firstSpace)) ?? UNLISTED_SURNAME_BITS;
  const middle = normalName.slice(firstSpace + 1, Math.max(lastSpace, firstSpace + 1));
  const middleBits = MIDDLE_BITS.get(middle) ?? (middle.includes(' ') ? MORE_MIDDLE_BITS : ONE_MIDDLE_BITS);
  return tenths(Math.min(surname + middleBits + given, NAME_BITS_CAP));
}

function tenths(bits: number): number {
  return Math.round(bits * 10) / 10;
}
