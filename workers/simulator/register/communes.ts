/** Answers for the wards and communes of today's units and for the old three-tier units before them; names are invented. */
import { hash } from './hash';
import { OLD_PROVINCES } from './provinces';
import { permute } from './permutation';
import { type Unit, UNITS } from './units';

const FIRST =
  'Tân An Bình Phú Hòa Long Thạnh Vĩnh Đông Nam Bắc Trung Mỹ Hưng Quang Thanh Xuân Yên Thuận Phước Lộc Sơn Hải Cẩm Kim Đại Đức Minh'.split(
    ' ',
  );
const SECOND =
  'Hưng Lộc Thành Lập Tiến Hiệp Phong Lợi Thới Khánh Hội Định Thọ Châu Giang Sơn Lâm Hải Điền Quý Tường Nghĩa Khê Trạch Mai Đồng Cường Thịnh'.split(
    ' ',
  );
const DISTRICTS =
  'An Phú,Bình Sơn,Cẩm Thủy,Đông Hưng,Gia Lộc,Hải Hà,Kim Bảng,Long Điền,Mỹ Đức,Nam Sách,Ninh Giang,Phú Lương,Quế Võ,Sơn Hòa,Tân Biên,Thanh Ba,Thuận Thành,Vĩnh Bảo,Xuân Lộc,Yên Khánh'.split(
    ',',
  );
const CENTRAL_CITIES = ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ'];
const WARD_KINDS = { WARD: 'phường', COMMUNE: 'xã', SPECIAL_ZONE: 'đặc khu' } as const;

export interface Commune {
  /** Five digits, invented: the unit's two and a serial of three. */
  readonly code: string;
  readonly kind: (typeof WARD_KINDS)[keyof typeof WARD_KINDS];
  readonly name: string;
  /** The same place in three tiers, as written before 1 July 2025. */
  readonly formerCommune: string;
  readonly formerDistrict: string;
  readonly formerProvince: string;
}

export function communeCount(unit: Unit): number {
  return unit.wards + unit.communes + unit.specialZones.length;
}

/** The old province that a commune belonged to, as a position in {@link OLD_PROVINCES}. */
function formerProvinceOf(unitPosition: number, position: number): number {
  const unit = UNITS[unitPosition] as Unit;
  const provinces = OLD_PROVINCES.flatMap((province, at) => (province.unit === unit.code ? [at] : []));
  return provinces[position % provinces.length] as number;
}

const byProvince = new Map<number, readonly number[]>();

/** Positions of the communes that lay in one old province. */
export function communesOfProvince(province: number): readonly number[] {
  const code = (OLD_PROVINCES[province] as { unit: string }).unit;
  const unitPosition = UNITS.findIndex((unit) => unit.code === code);
  const found =
    byProvince.get(province) ??
    Array.from({ length: communeCount(UNITS[unitPosition] as Unit) }, (_, position) => position).filter(
      (position) => formerProvinceOf(unitPosition, position) === province,
    );
  byProvince.set(province, found);
  return found;
}

const known = new Map<number, Commune>();

/** The `position`-th commune of a unit: wards first, then communes, then special zones (whose names are real). */
export function communeOf(unitPosition: number, position: number): Commune {
  const key = unitPosition * 1000 + position;
  const commune = known.get(key) ?? madeCommune(unitPosition, position);
  known.set(key, commune);
  return commune;
}

function madeCommune(unitPosition: number, position: number): Commune {
  const unit = UNITS[unitPosition] as Unit;
  const key = hash(0x636f6d6d, unitPosition);
  const kind =
    position < unit.wards ? 'phường' : position < unit.wards + unit.communes ? 'xã' : WARD_KINDS.SPECIAL_ZONE;
  const name =
    kind === 'đặc khu'
      ? (unit.specialZones[position - unit.wards - unit.communes] as string)
      : pairName(permute(position, FIRST.length * SECOND.length, key));
  const old = OLD_PROVINCES[formerProvinceOf(unitPosition, position)] as { name: string };
  const district = DISTRICTS[hash(key + 1, position) % DISTRICTS.length] as string;
  const oldName = pairName(permute((position + 400) % 784, FIRST.length * SECOND.length, key + 2));
  return {
    code: unit.code + String(position + 1).padStart(3, '0'),
    kind,
    name,
    formerCommune: `${kind === 'phường' ? 'phường' : 'xã'} ${oldName}`,
    formerDistrict: `${kind === 'phường' ? 'thành phố' : 'huyện'} ${district}`,
    formerProvince: CENTRAL_CITIES.includes(old.name) ? `thành phố ${old.name}` : `tỉnh ${old.name}`,
  };
}

function pairName(position: number): string {
  const first = FIRST[Math.floor(position / SECOND.length)] as string;
  const second = SECOND[position % SECOND.length] as string;
  return first === second ? `${first} Hòa` : `${first} ${second}`;
}
