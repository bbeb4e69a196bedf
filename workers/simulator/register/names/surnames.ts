/** Answers for the surnames of the Kinh majority and how frequent they are in each region. */
import { type Region } from '../provinces';

/** National shares in percent of the whole population (Lê Trung Hoa 2005), the pairs Hoàng/Huỳnh and Vũ/Võ taken together. */
export const NATIONAL_SHARES: Readonly<Record<string, number>> = {
  Nguyễn: 38.4,
  Trần: 12.1,
  Lê: 9.5,
  Phạm: 7.0,
  Hoàng: 5.1,
  Phan: 4.5,
  Vũ: 3.9,
  Đặng: 2.1,
  Bùi: 2.0,
  Đỗ: 1.4,
  Hồ: 1.3,
  Ngô: 1.3,
  Dương: 1.0,
  Lý: 0.5,
};

/** Share of the southern spelling of a pair, by region (our proposal after two samples). */
const SOUTHERN_FORM: Readonly<Record<Region, { Huỳnh: number; Võ: number }>> = {
  NORTH: { Huỳnh: 0, Võ: 0.02 },
  NGHE: { Huỳnh: 0.01, Võ: 0.6 },
  CENTRE: { Huỳnh: 0.45, Võ: 0.85 },
  SOUTH: { Huỳnh: 0.85, Võ: 0.8 },
};

/** The rest of the population, heaviest first; shares of the first ones after a sample of 207,000 people in Đắk Lắk. */
const FURTHER_WEIGHTED: Readonly<Record<string, number>> = {
  Trương: 1.3,
  Đinh: 0.9,
  Trịnh: 0.6,
  Mai: 0.5,
  Hà: 0.4,
  Đoàn: 0.5,
  Lương: 0.4,
  Cao: 0.4,
  Đào: 0.4,
};
const TAIL =
  'Lâm Tạ Châu Tô Phùng Vương Lưu Thái Từ Quách Tống Hứa Chu Kiều Nghiêm Doãn La Khổng Thân Ninh Triệu Giang Lại Bạch Mạc ' +
  'Văn Tôn Ông Đồng Quan Lục Đàm Thiều Diệp Viên Ngụy Cù Cung Khúc Nhâm Nhữ Phí Phó Quản Tăng Thạch Tiêu Trà Trình Ứng Úc ' +
  'Uông Âu An Ấu Bành Biện Cái Cấn Chế Chung Chử Cổ Công Dư Đái Đậu Điền Đới Đường Giáp Hàn Hạ Hầu Hình Hoa Hướng Khương ' +
  'Khưu Kha Kim Lạc Lã Lữ Liêu Liễu Lô Luyện Lư Lường Mã Mẫn Mẫu Nguyên Ngọ Nhan Nhiêu Phương Quang Quế Sầm Sái Sử Tào Tất ' +
  'Thang Thẩm Thập Thi Thiệu Thôi Tiết Tiền Toàn Trang Tri Trưng Tưởng Vi Xa Yên Yến';
/** Two-word surnames are kept whole. */
const TWO_WORD = ['Tôn Thất', 'Tôn Nữ', 'Công Tằng', 'Âu Dương', 'Nguyễn Phúc', 'Đặng Trần', 'Vũ Đình'];

export interface WeightedSurname {
  readonly text: string;
  readonly percent: number;
}

/**
 * Surnames of one region in percent of its Kinh people. `kinhShare` is the nation's share of people whose name comes from
 * the Kinh tree: the listed surnames are raised by it, so that the shares of the whole register agree with the table.
 */
export function surnamesOf(region: Region, kinhShare: number): WeightedSurname[] {
  const surnames: WeightedSurname[] = [];
  let listed = 0;
  const add = (text: string, percent: number): void => {
    surnames.push({ text, percent });
    listed += percent;
  };
  for (const [text, national] of Object.entries(NATIONAL_SHARES)) {
    const percent = (text === 'Hồ' && region === 'NGHE' ? 4.2 : text === 'Hồ' ? 1.2 : national) / kinhShare;
    if (text === 'Hoàng') addPair(add, 'Hoàng', 'Huỳnh', percent, SOUTHERN_FORM[region].Huỳnh);
    else if (text === 'Vũ') addPair(add, 'Vũ', 'Võ', percent, SOUTHERN_FORM[region].Võ);
    else add(text, percent);
  }
  const room = Math.max(1, 100 - listed);
  const further = Object.entries(FURTHER_WEIGHTED);
  const furtherSum = further.reduce((sum, [, percent]) => sum + percent, 0);
  for (const [text, percent] of further) add(text, (percent / furtherSum) * room * 0.6);
  const tail = [...TAIL.split(' '), ...TWO_WORD];
  const tailSum = tail.reduce((sum, _, rank) => sum + 1 / (rank + 8), 0);
  tail.forEach((text, rank) => surnames.push({ text, percent: (room * 0.4) / (rank + 8) / tailSum }));
  return surnames;
}

function addPair(
  add: (text: string, percent: number) => void,
  northern: string,
  southern: string,
  percent: number,
  southernShare: number,
): void {
  add(northern, percent * (1 - southernShare));
  add(southern, percent * southernShare);
}
