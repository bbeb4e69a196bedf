/** Answers for names of ethnic minorities that are built differently: clan names, H'…, Y …, single words, apostrophes. */
import { MALE, type SexCode } from '../pyramid';

export const MINORITY_STYLES = [
  'TAY_NUNG',
  'THAI_MUONG',
  'HMONG_DAO',
  'TAY_NGUYEN',
  'KHMER',
  'CHAM',
] as const;
export type MinorityStyle = (typeof MINORITY_STYLES)[number];

/**
 * Share of people whose name follows a minority's own habit, by code of the old province. Lower than the minority's share
 * of the people: many carry names like the majority's. Our estimate, to be replaced when a source is found.
 */
export const MINORITY_SHARES: Readonly<Record<string, Partial<Record<MinorityStyle, number>>>> = {
  '002': { HMONG_DAO: 0.28, TAY_NUNG: 0.2 },
  '004': { TAY_NUNG: 0.5, HMONG_DAO: 0.08 },
  '006': { TAY_NUNG: 0.4, HMONG_DAO: 0.05 },
  '008': { TAY_NUNG: 0.25, HMONG_DAO: 0.06 },
  '010': { HMONG_DAO: 0.3, TAY_NUNG: 0.1 },
  '011': { THAI_MUONG: 0.35, HMONG_DAO: 0.3 },
  '012': { THAI_MUONG: 0.3, HMONG_DAO: 0.3 },
  '014': { THAI_MUONG: 0.45, HMONG_DAO: 0.12 },
  '015': { TAY_NUNG: 0.15, THAI_MUONG: 0.08, HMONG_DAO: 0.12 },
  '017': { THAI_MUONG: 0.35 },
  '019': { TAY_NUNG: 0.12 },
  '020': { TAY_NUNG: 0.45 },
  '022': { TAY_NUNG: 0.05 },
  '024': { TAY_NUNG: 0.05 },
  '025': { THAI_MUONG: 0.05 },
  '038': { THAI_MUONG: 0.08 },
  '040': { THAI_MUONG: 0.06 },
  '049': { TAY_NGUYEN: 0.03 },
  '051': { TAY_NGUYEN: 0.05 },
  '058': { CHAM: 0.12 },
  '060': { CHAM: 0.05 },
  '062': { TAY_NGUYEN: 0.4 },
  '064': { TAY_NGUYEN: 0.35 },
  '066': { TAY_NGUYEN: 0.25, TAY_NUNG: 0.03 },
  '067': { TAY_NGUYEN: 0.15, TAY_NUNG: 0.05, HMONG_DAO: 0.04 },
  '068': { TAY_NGUYEN: 0.12 },
  '070': { TAY_NGUYEN: 0.05, KHMER: 0.02 },
  '084': { KHMER: 0.25 },
  '089': { KHMER: 0.05, CHAM: 0.01 },
  '091': { KHMER: 0.1 },
  '094': { KHMER: 0.25 },
  '095': { KHMER: 0.06 },
  '096': { KHMER: 0.02 },
};

/** A name is a first part followed by a last part, each drawn alike; an empty middle leaves it out. */
export interface MinorityPattern {
  readonly weight: number;
  readonly parts: readonly (readonly string[])[];
}

const list = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[] => text.split(',');

const TAY_NUNG = list('Nông Hoàng Lương Hứa Bế Ma Lục Đàm Triệu Vi Lý Hà Chu Phùng Lộc Mông Bàn Lèng');
const THAI_MUONG = list('Lò Quàng Cầm Lường Tòng Cà Bạc Lèo Đèo Vì Bùi Hà Quách Đinh Mùa Ngần Lữ Vi Kha');
const HMONG_DAO = list(
  'Giàng Sùng Vàng Thào Vừ Lầu Mùa Hạng Cứ Lý Má Phàn Chảo Tẩn Lồ Bàn Triệu Tráng Hầu Thò',
);
const KHMER = list('Thạch Sơn Kim Danh Lâm Châu Kiên Lý Trà Tăng Diệp Chau');
const CHAM = list('Đàng Báo Thiên Quảng Lưu Đạo Hán Thập Châu Bá Từ Não');
const CLANS = phrases(
  'Niê,Mlô,Êban,Byă,Kbuôr,Ayun,Knul,Hmok,Ktla,Adrơng,Niê Kdăm,Niê Siêng,Hđơk,Buôn Yă,Buôn Krông,Kpă,Êñuôl',
);
const JRAI = phrases('Rơ Châm,Rơ Lan,Rơ Mah,Ksor,Siu,Kpă,Nay,Rah Lan,Rmah,Kpui Blá');
const EDE_MEN = list('Bih Thut Khuê Nuên Tlam Djuang Wơn Đhăm Kreh Sơn Thim Hoan Suôn Blơ Ngun Jut Wiên Dơn');
const EDE_WOMEN = list(
  'Hen Mai Lan Bút Nghi Yéo Nhuang Bliăk Đuôm Ngoan Linh Jun Wit Rôk Nuêl Thảo Uôn Blek',
);
const JRAI_MEN = list('Thét Hlâm Lơr Phước Bôm Thìn Yưh Alâm Hùng Blút Chăm Khen Tơi Nguyên Djuy');
const XO_DANG = list('Thuyn Nhung Bia Brôl Đeng Kram Lơi Mưk Nhất Tar Vơn Xuân Hmưi Blơi Ngeh');
const SINGLE = list('Brôih Pyưnh Nhơr Yưh Hyưk Blưih Anhưn Đinh Jơr Mlưn Krêp Thưk Byơl Dêng');
const STIENG = list('Khươl Xiêm Sen Hương Ngọc Phước Lên Đêm Hồng Thu Huyền Băng Giang Minh');
const KHMER_WOMEN = phrases(
  'Sô Phia,Sa Mone,Ngọc Hân,Sà Rây,Chanh Tha,Út,Hồng,Sa Viết,Đa,Phương,Ni,Sóc Kha,Sa Rinh',
);
const KHMER_MEN = phrases(
  'Sa Rây,Út,Sà Phol,Minh,Thươl,Sóc Thia,Chanh Đa,Hoàng Anh,Khia,Rươl,Sà Phiêu,Na Rinh,Tha,Quang',
);
const HMONG_MEN = list(
  'Páo Sử Dơ Chu Tủa Dia Súa Chứ Lử Vảng Sào Giống Phử Chống Lềnh Của Dình Phóng Tính Sinh',
);
const HMONG_WOMEN = list('Mỷ Mai Dợ Sua Chở Máy Pà Vá Dính Mào Xúa Ly Chía Sống Dở Dua Kía Pàng Chư Sai');
const THAI_MEN = list('Ún Pản Xôm Hặc Pâng Chơ Hươi Thoan Văn Thành Cường Hoàng Tuấn Bình Dũng Thanh Tưởng');
const THAI_WOMEN = list('Ún Pản Xôm Ín Pọm Chương Hương Thoan Lả Xuân Hoa Phương Hặc Loan Yêu Bun Tươi');
const TAY_MEN = list(
  'Thắng Hùng Tuấn Cường Đức Thành Lâm Dũng Sơn Quân Hiếu Nam Tùng Dương Chiến Khánh Luân Phình',
);
const TAY_WOMEN = list(
  'Hương Lan Huyền Nhung Thảo Linh Mai Hoa Yến Tươi Nga Thơm Loan Bích Diệp Phượng Niềm Mến',
);

function simple(clans: string[], middles: string[], given: string[]): MinorityPattern[] {
  return [
    { weight: 1, parts: [clans, middles, given] },
    { weight: 0.08, parts: [clans, given] },
  ];
}

/** Patterns of one style and sex; weights are relative. */
export function minorityPatterns(style: MinorityStyle, sex: SexCode): MinorityPattern[] {
  return sex === MALE ? patternsOfMen(style) : patternsOfWomen(style);
}

function patternsOfMen(style: MinorityStyle): MinorityPattern[] {
  switch (style) {
    case 'TAY_NUNG':
      return simple(TAY_NUNG, list('Văn Đức Minh Xuân Quang Hữu Thanh'), TAY_MEN);
    case 'THAI_MUONG':
      return simple(THAI_MUONG, list('Văn Văn Văn Quang'), THAI_MEN);
    case 'HMONG_DAO':
      return simple(HMONG_DAO, list('A A Seo Láo Văn'), HMONG_MEN);
    case 'KHMER':
      return simple(KHMER, list('Văn Thanh Minh'), KHMER_MEN);
    case 'CHAM':
      return simple(CHAM, list('Năng Văn Đại Thanh Xuân'), TAY_MEN);
    case 'TAY_NGUYEN':
      return highlandMen();
  }
}

function patternsOfWomen(style: MinorityStyle): MinorityPattern[] {
  switch (style) {
    case 'TAY_NUNG':
      return simple(TAY_NUNG, phrases('Thị,Thị Thu,Thị Hồng,Thu,Thanh,Thị Ngọc,Bích'), TAY_WOMEN);
    case 'THAI_MUONG':
      return simple(THAI_MUONG, ['Thị'], THAI_WOMEN);
    case 'HMONG_DAO':
      return simple(HMONG_DAO, list('Thị Thị Mùi'), HMONG_WOMEN);
    case 'KHMER':
      return [
        ...simple(KHMER, phrases('Thị,Thị Sa,Thị Ngọc'), KHMER_WOMEN),
        { weight: 0.1, parts: [['Neáng'], KHMER_WOMEN] },
      ];
    case 'CHAM':
      return simple(CHAM, phrases('Thị,Thị Mỹ,Nữ'), TAY_WOMEN);
    case 'TAY_NGUYEN':
      return highlandWomen();
  }
}

function highlandMen(): MinorityPattern[] {
  return [
    { weight: 0.42, parts: [EDE_MEN.map((name) => `Y ${name}`), CLANS] },
    { weight: 0.06, parts: [EDE_MEN.map((name) => `Y-${name}`), CLANS] },
    { weight: 0.26, parts: [JRAI, JRAI_MEN] },
    { weight: 0.14, parts: [['A'], XO_DANG] },
    { weight: 0.05, parts: [SINGLE] },
    { weight: 0.07, parts: [['Điểu'], STIENG] },
  ];
}

function highlandWomen(): MinorityPattern[] {
  return [
    { weight: 0.36, parts: [EDE_WOMEN.map((name) => `H'${name}`), CLANS] },
    { weight: 0.06, parts: [EDE_WOMEN.map((name) => `H' ${name}`), CLANS] },
    { weight: 0.3, parts: [JRAI, EDE_WOMEN.map((name) => `H'${name}`)] },
    { weight: 0.14, parts: [['Y'], XO_DANG] },
    { weight: 0.06, parts: [SINGLE] },
    { weight: 0.08, parts: [['Thị'], STIENG] },
  ];
}
