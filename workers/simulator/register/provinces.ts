/** Answers for the 63 old provinces whose codes open a personal number: name, today's unit, weight, old-card prefix, region. */

export type Region = 'NORTH' | 'NGHE' | 'CENTRE' | 'SOUTH';

export interface OldProvince {
  readonly code: string;
  readonly name: string;
  /** Code of the unit that covers it since 1 July 2025. */
  readonly unit: string;
  /** Thousands of people, rounded from memory of the last separate statistics: used only to split the unit's published total. */
  readonly thousands: number;
  /** First two digits of 9-digit cards issued there: neighbours that were once one province share them. */
  readonly cardPrefix: string;
  readonly region: Region;
}

const ROWS = `001|Hà Nội|01|8587|01|NORTH
002|Hà Giang|08|899|07|NORTH
004|Cao Bằng|04|547|08|NORTH
006|Bắc Kạn|19|326|09|NORTH
008|Tuyên Quang|08|812|07|NORTH
010|Lào Cai|15|781|06|NORTH
011|Điện Biên|11|646|04|NORTH
012|Lai Châu|12|489|04|NORTH
014|Sơn La|14|1313|05|NORTH
015|Yên Bái|15|855|06|NORTH
017|Hòa Bình|25|880|11|NORTH
019|Thái Nguyên|19|1350|09|NORTH
020|Lạng Sơn|20|807|08|NORTH
022|Quảng Ninh|22|1381|10|NORTH
024|Bắc Giang|24|1922|12|NORTH
025|Phú Thọ|25|1530|13|NORTH
026|Vĩnh Phúc|25|1211|13|NORTH
027|Bắc Ninh|24|1517|12|NORTH
030|Hải Dương|31|1957|14|NORTH
031|Hải Phòng|31|2105|03|NORTH
033|Hưng Yên|33|1301|14|NORTH
034|Thái Bình|33|1882|15|NORTH
035|Hà Nam|37|885|16|NORTH
036|Nam Định|37|1887|16|NORTH
037|Ninh Bình|37|1018|16|NORTH
038|Thanh Hóa|38|3739|17|NORTH
040|Nghệ An|40|3442|18|NGHE
042|Hà Tĩnh|42|1323|18|CENTRE
044|Quảng Bình|44|919|19|CENTRE
045|Quảng Trị|44|655|19|CENTRE
046|Thừa Thiên Huế|46|1166|19|CENTRE
048|Đà Nẵng|48|1245|20|CENTRE
049|Quảng Nam|48|1526|20|CENTRE
051|Quảng Ngãi|51|1248|21|CENTRE
052|Bình Định|52|1507|21|CENTRE
054|Phú Yên|66|877|22|CENTRE
056|Khánh Hòa|56|1261|22|CENTRE
058|Ninh Thuận|56|601|26|CENTRE
060|Bình Thuận|68|1258|26|CENTRE
062|Kon Tum|51|591|23|CENTRE
064|Gia Lai|52|1614|23|CENTRE
066|Đắk Lắk|66|1931|24|CENTRE
067|Đắk Nông|68|681|24|CENTRE
068|Lâm Đồng|68|1345|25|SOUTH
070|Bình Phước|75|1046|28|SOUTH
072|Tây Ninh|80|1194|29|SOUTH
074|Bình Dương|79|2823|28|SOUTH
075|Đồng Nai|75|3310|27|SOUTH
077|Bà Rịa - Vũng Tàu|79|1188|27|SOUTH
079|Hồ Chí Minh|79|9457|02|SOUTH
080|Long An|80|1744|30|SOUTH
082|Tiền Giang|82|1791|31|SOUTH
083|Bến Tre|86|1299|32|SOUTH
084|Trà Vinh|86|1019|33|SOUTH
086|Vĩnh Long|86|1029|33|SOUTH
087|Đồng Tháp|82|1600|34|SOUTH
089|An Giang|91|1907|35|SOUTH
091|Kiên Giang|91|1755|37|SOUTH
092|Cần Thơ|92|1259|36|SOUTH
093|Hậu Giang|92|728|36|SOUTH
094|Sóc Trăng|92|1198|36|SOUTH
095|Bạc Liêu|96|925|38|SOUTH
096|Cà Mau|96|1208|38|SOUTH`;

export const OLD_PROVINCES: readonly OldProvince[] = ROWS.split('\n').map((row) => {
  const [code, name, unit, thousands, cardPrefix, region] = row.split('|') as [
    string,
    string,
    string,
    string,
    string,
    Region,
  ];
  return { code, name, unit, thousands: Number(thousands), cardPrefix, region };
});

const PROVINCE_BY_CODE = new Int8Array(1000).fill(-1);
OLD_PROVINCES.forEach((province, position) => {
  PROVINCE_BY_CODE[Number(province.code)] = position;
});

/** Position in {@link OLD_PROVINCES} of a three-digit code given as a number, or -1. */
export function provincePosition(code: number): number {
  return PROVINCE_BY_CODE[code] ?? -1;
}
