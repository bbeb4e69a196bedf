/** Where each province stands on the tile map: column and row on a grid that keeps the country's shape and neighbours. */

export interface Tile {
  readonly column: number;
  readonly row: number;
  /** Fits a tile. */
  readonly short: string;
}

export const TILES: Readonly<Record<string, Tile>> = {
  '11': { column: 1, row: 2, short: 'Điện Biên' },
  '12': { column: 2, row: 1, short: 'Lai Châu' },
  '14': { column: 2, row: 2, short: 'Sơn La' },
  '15': { column: 3, row: 1, short: 'Lào Cai' },
  '08': { column: 4, row: 1, short: 'T. Quang' },
  '04': { column: 5, row: 1, short: 'Cao Bằng' },
  '25': { column: 3, row: 2, short: 'Phú Thọ' },
  '19': { column: 4, row: 2, short: 'T. Nguyên' },
  '20': { column: 5, row: 2, short: 'Lạng Sơn' },
  '01': { column: 3, row: 3, short: 'Hà Nội' },
  '24': { column: 4, row: 3, short: 'Bắc Ninh' },
  '22': { column: 6, row: 2, short: 'Q. Ninh' },
  '31': { column: 5, row: 3, short: 'H. Phòng' },
  '33': { column: 4, row: 4, short: 'Hưng Yên' },
  '37': { column: 3, row: 4, short: 'N. Bình' },
  '38': { column: 3, row: 5, short: 'T. Hóa' },
  '40': { column: 3, row: 6, short: 'Nghệ An' },
  '42': { column: 4, row: 6, short: 'Hà Tĩnh' },
  '44': { column: 4, row: 7, short: 'Q. Trị' },
  '46': { column: 5, row: 7, short: 'Huế' },
  '48': { column: 5, row: 8, short: 'Đà Nẵng' },
  '51': { column: 6, row: 8, short: 'Q. Ngãi' },
  '52': { column: 6, row: 9, short: 'Gia Lai' },
  '66': { column: 6, row: 10, short: 'Đắk Lắk' },
  '56': { column: 7, row: 10, short: 'K. Hòa' },
  '68': { column: 6, row: 11, short: 'L. Đồng' },
  '75': { column: 5, row: 11, short: 'Đồng Nai' },
  '80': { column: 4, row: 11, short: 'Tây Ninh' },
  '79': { column: 5, row: 12, short: 'TP.HCM' },
  '82': { column: 4, row: 12, short: 'Đ. Tháp' },
  '91': { column: 3, row: 12, short: 'An Giang' },
  '86': { column: 5, row: 13, short: 'V. Long' },
  '92': { column: 4, row: 13, short: 'Cần Thơ' },
  '96': { column: 3, row: 14, short: 'Cà Mau' },
};
