/** Names of provinces in addresses: aliases, full names, and what became of the 63 on 1 July 2025. */
import { remember } from '../remember';
import { IDENTITY_PROVINCES } from '../resident/identity-province';
import { foldAccents } from '../resident/syllable';

/** Code of the province since 1 July 2025 and name of the unit, then the codes of the former ones that are in it. Resolution 202/2025/QH15. */
const UNITS: readonly (readonly [name: string, kind: 'tỉnh' | 'thành phố', former: string])[] = [
  ...[['Hà Nội', 'thành phố', '001'] as const, ['Cao Bằng', 'tỉnh', '004'] as const],
  ...[['Tuyên Quang', 'tỉnh', '002 008'] as const, ['Điện Biên', 'tỉnh', '011'] as const],
  ...[['Lai Châu', 'tỉnh', '012'] as const, ['Sơn La', 'tỉnh', '014'] as const],
  ...[['Lào Cai', 'tỉnh', '010 015'] as const, ['Thái Nguyên', 'tỉnh', '006 019'] as const],
  ...[['Lạng Sơn', 'tỉnh', '020'] as const, ['Quảng Ninh', 'tỉnh', '022'] as const],
  ...[['Bắc Ninh', 'tỉnh', '024 027'] as const, ['Phú Thọ', 'tỉnh', '017 025 026'] as const],
  ...[['Hải Phòng', 'thành phố', '030 031'] as const, ['Hưng Yên', 'tỉnh', '033 034'] as const],
  ...[['Ninh Bình', 'tỉnh', '035 036 037'] as const, ['Thanh Hóa', 'tỉnh', '038'] as const],
  ...[['Nghệ An', 'tỉnh', '040'] as const, ['Hà Tĩnh', 'tỉnh', '042'] as const],
  ...[['Quảng Trị', 'tỉnh', '044 045'] as const, ['Huế', 'thành phố', '046'] as const],
  ...[['Đà Nẵng', 'thành phố', '048 049'] as const, ['Quảng Ngãi', 'tỉnh', '051 062'] as const],
  ...[['Gia Lai', 'tỉnh', '052 064'] as const, ['Khánh Hòa', 'tỉnh', '056 058'] as const],
  ...[['Đắk Lắk', 'tỉnh', '054 066'] as const, ['Lâm Đồng', 'tỉnh', '060 067 068'] as const],
  ...[['Đồng Nai', 'thành phố', '070 075'] as const, ['Hồ Chí Minh', 'thành phố', '074 077 079'] as const],
  ...[['Tây Ninh', 'tỉnh', '072 080'] as const, ['Đồng Tháp', 'tỉnh', '082 087'] as const],
  ...[['Vĩnh Long', 'tỉnh', '083 084 086'] as const, ['An Giang', 'tỉnh', '089 091'] as const],
  ...[['Cần Thơ', 'thành phố', '092 093 094'] as const, ['Cà Mau', 'tỉnh', '095 096'] as const],
];

/** Aliases without accents, spaces and punctuation. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{
    tphcm: 'Hồ Chí Minh',
    hcm: 'Hồ Chí Minh',
    tphochiminh: 'Hồ Chí Minh',
    saigon: 'Hồ Chí Minh',
    sg: 'Hồ Chí Minh',
    tpsaigon: 'Hồ Chí Minh',
  },
  ...{
    hn: 'Hà Nội',
    tphanoi: 'Hà Nội',
    tphn: 'Hà Nội',
    dn: 'Đà Nẵng',
    tpdanang: 'Đà Nẵng',
    hp: 'Hải Phòng',
    tphp: 'Hải Phòng',
  },
  ...{
    brvt: 'Bà Rịa - Vũng Tàu',
    baria: 'Bà Rịa - Vũng Tàu',
    bariavungtau: 'Bà Rịa - Vũng Tàu',
    tthue: 'Thừa Thiên Huế',
    tphue: 'Huế',
  },
  ...{
    daclac: 'Đắk Lắk',
    daklak: 'Đắk Lắk',
    daknong: 'Đắk Nông',
    dacnong: 'Đắk Nông',
    bacan: 'Bắc Kạn',
    backan: 'Bắc Kạn',
  },
};

export interface ProvinceName {
  /** With its kind, as it is since 1 July 2025 where it still is; else "tỉnh …". */
  readonly fullName: string;
  /** Found by a short form and not by its name. */
  readonly byAlias: boolean;
}

const keyOf = (text: string) =>
  foldAccents(text)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
const KIND_OF_UNIT = new Map(UNITS.map(([name, kind]) => [name, kind]));
const UNIT_OF_CODE = new Map(
  UNITS.flatMap(([name, kind, former]) => former.split(' ').map((code) => [code, { name, kind }] as const)),
);
const FORMER = new Map([...IDENTITY_PROVINCES].map(([code, name]) => [code, name.replace(/^TP /, '')]));
const CODE_OF_NAME = new Map([...FORMER].map(([code, name]) => [keyOf(name), code]));
const NAME_OF_KEY = new Map(
  [...FORMER.values(), ...UNITS.map(([name]) => name)].map((name) => [keyOf(name), name]),
);
const FORMER_CITIES = new Set(['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ']);

/** "T. Phú Thọ" begins like a city: each is tried, and a name must be left. */
const KIND_WORDS = ['tinh', 'thanhpho', 'tp', 't'];
const LONGEST_PART = 60;

function nameIn(part: string): string | null {
  if (part.length > LONGEST_PART) return null;
  const key = keyOf(part);
  const whole = NAME_OF_KEY.get(key);
  if (whole !== undefined) return whole;
  for (const kind of KIND_WORDS) {
    const name = key.startsWith(kind) ? NAME_OF_KEY.get(key.slice(kind.length)) : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** What the last part of an address says of a province, however it is written. */
export const readProvince = remember((part) => ({
  named: findProvince(part),
  accented: accentedProvince(part),
  now: currentProvince(part),
}));

/** The province that the part names; null when it names none. */
function findProvince(part: string): ProvinceName | null {
  const alias = part.length > LONGEST_PART ? undefined : ALIASES[keyOf(part)];
  if (alias !== undefined) return { fullName: fullNameOf(alias), byAlias: true };
  const name = nameIn(part);
  return name === null ? null : { fullName: fullNameOf(name), byAlias: false };
}

/** The province that a part without any accent names, with its accents and the kind as it was written; null when nothing is missing. */
function accentedProvince(part: string): string | null {
  if (foldAccents(part) !== part) return null;
  const name = nameIn(part);
  if (name === null || foldAccents(name) === name) return null;
  const kind = keyOf(part) === keyOf(name) ? '' : `${/^t(?:inh)?\b/i.test(part) ? 'tỉnh' : 'thành phố'} `;
  return kind + name;
}

function fullNameOf(name: string): string {
  return `${FORMER_CITIES.has(name) ? 'thành phố' : (KIND_OF_UNIT.get(name) ?? 'tỉnh')} ${name}`;
}

/** The province since 1 July 2025 in which a former one lies, with its kind; null when the name is still in use, or is none. */
function currentProvince(part: string): string | null {
  const name = nameIn(part);
  if (name === null || KIND_OF_UNIT.has(name)) return null;
  const unit = UNIT_OF_CODE.get(CODE_OF_NAME.get(keyOf(name)) ?? '');
  return unit === undefined ? null : `${unit.kind} ${unit.name}`;
}

/** The province of today that a part names, however it is written, or in which the one that it names lies by now; null for none. */
export function provinceToday(part: string): string | null {
  const { named } = readProvince(part);
  return named === null ? null : (readProvince(named.fullName).now ?? named.fullName);
}
