/** Answers for given and middle names of Kinh people by sex and cohort of birth. */
import { MALE, type SexCode } from '../pyramid';

/** Births before 1965, 1965–1984, 1985–2004, since 2005. */
export const COHORTS = 4;

export function cohortOf(year: number): number {
  if (year < 1965) return 0;
  if (year < 1985) return 1;
  return year < 2005 ? 2 : 3;
}

/** Percent of births 1991–2002 for the most frequent names. */
const TOP_FEMALE =
  'Trang 4.2 Thảo 3.5 Linh 3.0 Anh 2.5 Phương 2.2 Hằng 2.1 Huyền 2.1 Hiền 2.0 Hương 1.7 Ngọc 1.7 Dung 1.7 Nhung 1.7 ' +
  'Thủy 1.6 Nhi 1.6 Duyên 1.6';
const TOP_MALE =
  'Tuấn 2.7 Hoàng 2.5 Huy 2.2 Anh 2.05 Hiếu 2.0 Hùng 2.0 Nam 2.0 Sơn 1.9 Đức 1.9 Dũng 1.7 Thành 1.6 Đạt 1.6 Cường 1.6 ' +
  'Long 1.55 Trung 1.55';

const FEMALE_BY_COHORT = [
  'Hoa Lan Hồng Hương Liên Thanh Nga Mai Tâm Bình Hà Minh Xuân Loan Phượng Sen Cúc Huệ Đào Mận Tuyết Nguyệt Hạnh Hòa Thu ' +
    'Lý Nhung Yến Bé Út Sáu Năm Ba Tư Hai Bảy Chín Mười Thơm Thoa Lài Nhàn Thắm Nụ Gái Mùi Tý Sửu Dần Thìn Chanh Quýt Bưởi ' +
    'Đông Hậu Khuê Mỵ Ngà Ngoan Oanh Phúc Rớt Sáng Thành Vân Vinh Xuyến Ánh Bích Chung Diệu Điệp',
  'Hương Hà Hạnh Lan Thủy Hoa Hồng Nga Hiền Thanh Mai Phương Yến Vân Tuyết Thu Loan Bình Liên Hằng Dung Nhung Oanh Phượng ' +
    'Tâm Thúy Xuân Nguyệt Huệ Minh Hoài Trang Thảo Huyền Ngọc Ánh Bích Cúc Diệp Đào Giang Hiên Hòa Hường Khanh Kiều Lệ Lý ' +
    'Lành Mơ Mỹ Ngân Nhàn Nhi Quyên Sương Thắm Thơ Thoa Tuyền Uyên Vinh Xuyến',
  'Quỳnh Vy Yến Ngân Tâm My Hà Hạnh Lan Mai Vân Thu Hoa Hồng Nga Loan Oanh Uyên Như Trâm Trinh Thư Tiên Trúc Tuyền Thanh ' +
    'Thúy Thùy Quyên Phượng Nguyệt Nhàn My Mỹ Lụa Ly Lệ Khánh Kiều Hoài Hậu Giang Diễm Diệu Chi Châu Bích Ánh An Ái Tú Xuân ' +
    'Vi Vui Thơm Thắm Sương Phúc Nương Hiếu Đào',
  'Ngọc Anh Linh Vy Như Hân Nhi Trâm Thư Trang Phương Ngân My Hà Châu Chi Khánh Thảo Quỳnh Hương Mai An Dương Giang Hiền ' +
    'Huyền Lan Ly Minh Nguyên Nhiên Tiên Trúc Tuyền Uyên Vân Yến Thy Diệp Đan Khuê Quyên Thùy Thúy Thủy Tú Tuệ Băng Di ' +
    'Hạ Mỹ San Thanh Thiên Vi Xuân Ánh Bích',
];
const MALE_BY_COHORT = [
  'Minh Hùng Thanh Sơn Hải Bình Dũng Long Tâm Hòa Thành Lợi Phúc Quang Tài Tân Thắng Thọ Trung Xuân An Ba Tư Năm Sáu Bảy Tám ' +
    'Chín Mười Út Bé Cảnh Chiến Chính Chung Công Cường Đông Đức Hai Hiền Hồng Hưng Khánh Kiên Lâm Lộc Mạnh Mẫn Nam Nghĩa ' +
    'Ngọc Nhân Ninh Phong Phú Phương Quý Sáng Sinh Sửu Tín Toàn Trường Tuất Vinh Vượng Tý Dần Thìn Ngọ Hợi Đạo Điền Cầu',
  'Hùng Dũng Tuấn Minh Cường Hải Sơn Thành Thắng Nam Hòa Long Bình Tùng Trung Hưng Đức Quang Tâm Toàn Thanh Phong Quân Khánh ' +
    'Kiên Chiến Chung Công Đông Giang Hà Hiếu Hiệp Hoàng Huy Khoa Lâm Linh Lợi Lực Mạnh Nghĩa Ngọc Nhân Ninh Phúc Phương ' +
    'Quý Quyết Tân Tài Thái Thịnh Thuận Tiến Tình Trường Tú Vinh Việt Vũ Vương Xuân',
  'Minh Quân Tùng Thắng Hải Linh Quang Phong Phúc Khánh Khoa Tú Việt Vũ Vinh Trường Toàn Tiến Thịnh Thái Thanh Tài Tân Tâm ' +
    'Sang Quý Quốc Phương Phú Phát Nhật Nhân Nghĩa Nguyên Ngọc Mạnh Lộc Lợi Lâm Kiên Khang Khải Hưng Hòa Hào Hậu Giang Duy ' +
    'Dương Đông Điệp Công Chiến Bình Bảo Bách An Ân Triều Thuận Thông Thiện Tín Tình Trọng',
  'Minh Huy Khang Bảo Anh Khoa Phúc Khôi Đạt Long Nam Phát Quân Hưng Kiệt Thịnh Duy Đức Hoàng Nguyên Phong Tuấn An Dũng Hải ' +
    'Hiếu Lâm Lộc Nhân Nhật Phú Quang Sơn Tài Tâm Thành Thiên Thiện Tiến Trí Trung Tùng Việt Vinh Vũ Bách Bình Cường Dương ' +
    'Đăng Gia Hào Khánh Khải Kiên Linh Luân Minh Nghĩa Thái Toàn Triết Trọng Tú',
];

const MIDDLE_FEMALE =
  'Ngọc Thu Thanh Kim Hồng Minh Phương Mỹ Bích Thùy Thúy Hoài Khánh Quỳnh Bảo Diễm Tuyết Lan Xuân Như Yến Ánh Mai Diệu Hải ' +
  'Cẩm Tố Huyền Linh Gia Tường Hà Hương Kiều Lệ Trúc Vân';
const MIDDLE_MALE =
  'Đức Minh Hữu Công Quang Đình Xuân Ngọc Thanh Quốc Trọng Thế Hoàng Tuấn Anh Duy Gia Bảo Nhật Hải Tiến Mạnh Khắc Bá Viết Tấn ' +
  'Thành Trung Chí Hồng Việt Đăng Phúc Hoài Tùng Nguyên Vĩnh Huy';

/** P(Thị | woman) and P(Văn | man) as the only or first middle name, by cohort (our proposal). */
const COMMON_MIDDLE = { female: [0.8, 0.55, 0.3, 0.15], male: [0.55, 0.35, 0.15, 0.03] };

/** Shares of names of 2, 3, 4 and 5 words: the youngest cohort after 241,012 pupils, the older ones lean to three. */
const WORD_COUNTS = {
  female: [
    [0.03, 0.79, 0.178, 0.002],
    [0.012, 0.64, 0.345, 0.003],
    [0.005, 0.47, 0.521, 0.004],
    [0.002, 0.347, 0.646, 0.005],
  ],
  male: [
    [0.06, 0.89, 0.049, 0.001],
    [0.035, 0.86, 0.104, 0.001],
    [0.018, 0.8, 0.181, 0.001],
    [0.009, 0.728, 0.261, 0.002],
  ],
};

export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

function ranked(list: string, total: number, flatness: number): WeightedText[] {
  const texts = [...new Set(list.split(' '))];
  const sum = texts.reduce((all, _, rank) => all + 1 / (rank + flatness), 0);
  return texts.map((text, rank) => ({ text, weight: total / (rank + flatness) / sum }));
}

function published(list: string): WeightedText[] {
  const parts = list.split(' ');
  return parts.flatMap((text, i) => (i % 2 === 0 ? [{ text, weight: Number(parts[i + 1]) }] : []));
}

/** Given names of one sex and cohort; weights are percent. */
export function givenNames(sex: SexCode, cohort: number): WeightedText[] {
  const list = (sex === MALE ? MALE_BY_COHORT : FEMALE_BY_COHORT)[cohort] as string;
  if (cohort !== 2) return ranked(list, 100, 12);
  const top = published(sex === MALE ? TOP_MALE : TOP_FEMALE);
  const topSum = top.reduce((sum, entry) => sum + entry.weight, 0);
  const topTexts = new Set(top.map((entry) => entry.text));
  const others = ranked(list, 100 - topSum, 30).filter((entry) => !topTexts.has(entry.text));
  return [...top, ...others];
}

/** Middle names without the common one (Thị, Văn). */
export function middleNames(sex: SexCode): WeightedText[] {
  return ranked(sex === MALE ? MIDDLE_MALE : MIDDLE_FEMALE, 100, 6);
}

export function commonMiddle(sex: SexCode, cohort: number): { text: string; share: number } {
  const share = (sex === MALE ? COMMON_MIDDLE.male : COMMON_MIDDLE.female)[cohort] as number;
  return { text: sex === MALE ? 'Văn' : 'Thị', share };
}

export function wordCountShares(sex: SexCode, cohort: number): readonly number[] {
  return (sex === MALE ? WORD_COUNTS.male : WORD_COUNTS.female)[cohort] as readonly number[];
}
