/** Answers for today's 34 units: name, registry population, number of wards, communes and special zones. */
import { OLD_PROVINCES } from './provinces';

export interface Unit {
  readonly code: string;
  /** Name without the kind word. */
  readonly name: string;
  readonly kind: 'thành phố' | 'tỉnh';
  readonly population: number;
  readonly wards: number;
  readonly communes: number;
  readonly specialZones: readonly string[];
}

/** Populations are the registry sizes of the 2025 resolutions; counts are those of July 2026. */
const ROWS = `01|c|Hà Nội|8807523|51|75|
04|t|Cao Bằng|573119|3|53|
08|t|Tuyên Quang|1865270|7|117|
11|t|Điện Biên|673091|3|42|
12|t|Lai Châu|512601|2|36|
14|t|Sơn La|1404587|8|67|
15|t|Lào Cai|1778785|10|89|
19|t|Thái Nguyên|1799489|15|77|
20|t|Lạng Sơn|881384|4|61|
22|t|Quảng Ninh|1497447|30|22|Vân Đồn,Cô Tô
24|t|Bắc Ninh|3619433|33|66|
25|t|Phú Thọ|4022638|15|133|
31|c|Hải Phòng|4664124|45|67|Cát Hải,Bạch Long Vĩ
33|t|Hưng Yên|3567943|11|93|
37|t|Ninh Bình|4412264|32|97|
38|t|Thanh Hóa|4324783|19|147|
40|t|Nghệ An|3831694|11|119|
42|t|Hà Tĩnh|1622901|9|60|
44|t|Quảng Trị|1870845|8|69|Cồn Cỏ
46|c|Huế|1432986|21|19|
48|c|Đà Nẵng|3065628|23|70|Hoàng Sa
51|t|Quảng Ngãi|2161755|9|86|Lý Sơn
52|t|Gia Lai|3583693|25|110|
56|t|Khánh Hòa|2243554|16|48|Trường Sa
66|t|Đắk Lắk|3346853|14|88|
68|t|Lâm Đồng|3872999|20|103|Phú Quý
75|c|Đồng Nai|4491408|33|62|
79|c|Hồ Chí Minh|14002598|113|54|Côn Đảo
80|t|Tây Ninh|3254170|14|82|
82|t|Đồng Tháp|4370046|20|82|
86|t|Vĩnh Long|4257581|19|105|
91|t|An Giang|4952238|14|85|Phú Quốc,Thổ Châu,Kiên Hải
92|c|Cần Thơ|4199824|31|72|
96|t|Cà Mau|2606672|9|55|`;

export const UNITS: readonly Unit[] = ROWS.split('\n').map((row) => {
  const [code, kind, name, population, wards, communes, zones] = row.split('|') as string[] as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    code,
    name,
    kind: kind === 'c' ? 'thành phố' : 'tỉnh',
    population: Number(population),
    wards: Number(wards),
    communes: Number(communes),
    specialZones: zones === '' ? [] : zones.split(','),
  };
});

const UNIT_BY_CODE = new Map(UNITS.map((unit, position) => [unit.code, position]));

export function unitPosition(code: string): number {
  const position = UNIT_BY_CODE.get(code);
  if (position === undefined) throw new Error(`no unit with code ${code}`);
  return position;
}

/** People registered at birth in each old province: the unit's registry population split by the old provinces' sizes. */
export const PROVINCE_WEIGHTS: readonly number[] = OLD_PROVINCES.map((province) => {
  const siblings = OLD_PROVINCES.filter((other) => other.unit === province.unit);
  const total = siblings.reduce((sum, other) => sum + other.thousands, 0);
  const unit = UNITS[unitPosition(province.unit)] as Unit;
  return (unit.population * province.thousands) / total;
});
