/** The 63 place codes that open a personal number: the provinces as they were before 1 July 2025. */

/**
 * Code → name. The number keeps the place of birth registration of its time, so the list does not follow the merger into 34
 * provinces; seven provinces changed their administrative code while keeping their name, but not here.
 */
export const IDENTITY_PROVINCES: ReadonlyMap<string, string> = new Map([
  ...([
    ['001', 'Hà Nội'],
    ['002', 'Hà Giang'],
    ['004', 'Cao Bằng'],
    ['006', 'Bắc Kạn'],
    ['008', 'Tuyên Quang'],
  ] as const),
  ...([
    ['010', 'Lào Cai'],
    ['011', 'Điện Biên'],
    ['012', 'Lai Châu'],
    ['014', 'Sơn La'],
    ['015', 'Yên Bái'],
  ] as const),
  ...([
    ['017', 'Hòa Bình'],
    ['019', 'Thái Nguyên'],
    ['020', 'Lạng Sơn'],
    ['022', 'Quảng Ninh'],
    ['024', 'Bắc Giang'],
  ] as const),
  ...([
    ['025', 'Phú Thọ'],
    ['026', 'Vĩnh Phúc'],
    ['027', 'Bắc Ninh'],
    ['030', 'Hải Dương'],
    ['031', 'Hải Phòng'],
  ] as const),
  ...([
    ['033', 'Hưng Yên'],
    ['034', 'Thái Bình'],
    ['035', 'Hà Nam'],
    ['036', 'Nam Định'],
    ['037', 'Ninh Bình'],
  ] as const),
  ...([
    ['038', 'Thanh Hóa'],
    ['040', 'Nghệ An'],
    ['042', 'Hà Tĩnh'],
    ['044', 'Quảng Bình'],
    ['045', 'Quảng Trị'],
  ] as const),
  ...([
    ['046', 'Thừa Thiên Huế'],
    ['048', 'Đà Nẵng'],
    ['049', 'Quảng Nam'],
    ['051', 'Quảng Ngãi'],
  ] as const),
  ...([
    ['052', 'Bình Định'],
    ['054', 'Phú Yên'],
    ['056', 'Khánh Hòa'],
    ['058', 'Ninh Thuận'],
    ['060', 'Bình Thuận'],
  ] as const),
  ...([
    ['062', 'Kon Tum'],
    ['064', 'Gia Lai'],
    ['066', 'Đắk Lắk'],
    ['067', 'Đắk Nông'],
    ['068', 'Lâm Đồng'],
  ] as const),
  ...([
    ['070', 'Bình Phước'],
    ['072', 'Tây Ninh'],
    ['074', 'Bình Dương'],
    ['075', 'Đồng Nai'],
  ] as const),
  ...([
    ['077', 'Bà Rịa – Vũng Tàu'],
    ['079', 'TP Hồ Chí Minh'],
    ['080', 'Long An'],
    ['082', 'Tiền Giang'],
  ] as const),
  ...([
    ['083', 'Bến Tre'],
    ['084', 'Trà Vinh'],
    ['086', 'Vĩnh Long'],
    ['087', 'Đồng Tháp'],
    ['089', 'An Giang'],
  ] as const),
  ...([
    ['091', 'Kiên Giang'],
    ['092', 'Cần Thơ'],
    ['093', 'Hậu Giang'],
    ['094', 'Sóc Trăng'],
    ['095', 'Bạc Liêu'],
  ] as const),
  ...([['096', 'Cà Mau']] as const),
]);
