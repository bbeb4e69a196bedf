/** Syllables that Vietnamese names are made of, the common before the rare: what a syllable without accents may have been. */
import { foldAccents } from '../resident/syllable';

/** By share in the nation (Lê Trung Hoa, 2005), then the rarer ones. */
const SURNAMES = `Nguyễn Trần Lê Phạm Phan Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Trương Đinh Trịnh Nông Mai Hà Đoàn Lương Cao Đào
Lý Lâm Tạ Chu Phùng Vương Thái Tô Hứa Quách Kiều La Lã Lưu Mạc Nghiêm Ninh Ông Quan Sầm Tăng Thạch Thân Tiêu Tôn Tống Triệu Trang Từ
Ung Văn Viên Vi Bế Bạch Cù Châu Chử Doãn Diệp Đàm Đậu Điêu Giang Giáp Hàn Khổng Khuất Khúc Kim Lại Lò Lục Ma Mã Mẫn Nhâm Ngọ Hầu Lường Quàng Cầm Cà Thào Vàng Giàng Sùng Hờ Mùa Vừ`;
const MIDDLE_NAMES = `Thị Văn Ngọc Đức Hữu Minh Quang Quốc Thanh Xuân Đình Công Hoàng Anh Bá Kim Phương Thu Bảo Gia Thành Tuấn Hồng Mỹ Thế
Viết Duy Trọng Mạnh Khánh Hải Trung Tiến Bích Như Quỳnh Thùy Thúy Diệu Tường Phước Phúc Nhật Hà Đăng Khắc Doãn Sỹ Tấn Chí Cao Danh Đại
Đắc Huy Hùng Huyền Hương Hoài Kiều Kiên Lan Mai Nguyên Phú Sơn Tú Tùng Tâm Thiên Thảo Trà Trúc Tuyết Vân Việt Vĩnh Yến Ánh`;
const GIVEN_NAMES = `Anh Trang Thảo Linh Tuấn Hoàng Huy Phương Hằng Huyền Hiền Hiếu Hùng Nam Sơn Đức Hương Ngọc Dung Nhung Dũng Thành Thủy
Nhi Duyên Đạt Cường Long Trung Hoa Hà Lan Mai Minh Thanh Hải Hòa Bình Tâm Tú Yến Vân Thu Nga Loan Oanh Quỳnh Phượng Tuyết Xuân Hạnh
Liên Hồng Thúy Thùy Vy Vi My Mỹ Ngân Như Trâm Trinh Thư Tiên Trúc Tuyền Quyên Nguyệt Nhàn Lụa Ly Lý Lệ Khánh Kiều Hoài Hậu Giang Diễm
Diệu Chi Châu Bích Ánh An Ái Uyên Hân Nguyên Nhiên Bảo Quân Khoa Khang Phúc Phước Phát Thịnh Thắng Tùng Tiến Toàn Tín Trí Trọng Trường
Tài Tân Tấn Thái Thông Thuận Thiện Thiên Thế Quang Quý Quyền Quốc Phong Phú Nhân Nhật Nghĩa Mạnh Mẫn Lợi Lộc Lực Lâm Kiên Khôi Hưng Huân
Hiệp Hào Hậu Gia Duy Dương Đông Đoàn Điền Danh Công Chính Chiến Chung Bách Vũ Vinh Việt Viễn Vượng Văn Cảnh Sang Sáng Sinh Thọ Thơm Thơ
Thoa Thắm Thương Tươi Út Bé Bốn Ba Tư Năm Sáu Bảy Tám Chín Mười Đào Cúc Huệ Sen Mận Lài Nhài Ngoan Nết Ngà Ngát Mùi Tý Sửu Dần Mão Thìn
Tỵ Ngọ Mùi Thân Dậu Tuất Hợi Hường Hiên Hoàn Hoan Khuê Khanh Khải Kha Luân Luận Lượng Lương Ninh Nhã Nhu Nương Phi Phụng Sương Tuệ Tường`;

/** What stands where in a name. */
export const NamePart = { SURNAME: 'SURNAME', MIDDLE: 'MIDDLE', GIVEN: 'GIVEN' } as const;
export type NamePart = (typeof NamePart)[keyof typeof NamePart];

const LISTS: Readonly<Record<NamePart, readonly string[]>> = {
  SURNAME: SURNAMES.split(/\s+/),
  MIDDLE: [...MIDDLE_NAMES.split(/\s+/), ...GIVEN_NAMES.split(/\s+/)],
  GIVEN: [...GIVEN_NAMES.split(/\s+/), ...MIDDLE_NAMES.split(/\s+/)],
};
const BY_FOLD = Object.fromEntries(
  Object.entries(LISTS).map(([part, names]) => [part, groupByFold(names)]),
) as unknown as Record<NamePart, ReadonlyMap<string, readonly string[]>>;
const ALL_BY_FOLD = groupByFold([...LISTS.SURNAME, ...LISTS.MIDDLE]);
const SURNAME_SET = new Set(LISTS.SURNAME);

function groupByFold(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const fold = foldAccents(name).toLowerCase();
    const group = groups.get(fold) ?? [];
    if (!group.includes(name)) group.push(name);
    groups.set(fold, group);
  }
  return groups;
}

export function isKnownSurname(word: string): boolean {
  return SURNAME_SET.has(word);
}

/** Spellings of a syllable that has no accents, the likeliest first; title case. Empty when no name is known by it. */
export function spellingsOf(fold: string, part: NamePart): readonly string[] {
  const key = fold.toLowerCase();
  return BY_FOLD[part].get(key) ?? ALL_BY_FOLD.get(key) ?? [];
}

/** Known syllables of a part of a name that fit a pattern in which `?` stands for one lost letter. */
export function syllablesLike(pattern: string, part: NamePart): readonly string[] {
  const wanted = pattern.toLowerCase();
  return [...new Set(LISTS[part])].filter((name) => {
    const low = name.toLowerCase();
    return low.length === wanted.length && [...low].every((letter, at) => fits(letter, wanted[at]!));
  });
}

const fits = (letter: string, wanted: string) => letter === wanted || (wanted === '?' && letter > '\u007f');
