/** What every code is called, in Vietnamese and English, and what to do next about each verdict. */
import { CloseKind, FieldClass } from './field-outcome';
import { type ReasonCode, Verdict } from './verdict';

export interface Label {
  readonly vi: string;
  readonly en: string;
}

export interface VerdictLabel extends Label {
  /** What the data team does next: one sentence. */
  readonly remedy: Label;
}

export const VERDICT_LABELS: Readonly<Record<Verdict, VerdictLabel>> = {
  [Verdict.VERIFIED]: {
    vi: 'Đã xác thực',
    en: 'Verified',
    remedy: {
      vi: 'Không cần làm gì thêm: dòng này dùng được ngay.',
      en: 'Nothing to do: the row can be used as it is.',
    },
  },
  [Verdict.PROBABLE]: {
    vi: 'Nhiều khả năng đúng',
    en: 'Probably right',
    remedy: {
      vi: 'Xem các lý do kèm theo và sửa chỗ lệch theo giấy tờ gốc rồi xác thực lại; chỉ chấp nhận ngay khi mục đích sử dụng cho phép.',
      en: 'Read the reasons, correct the difference from the original papers and verify again; accept as it is only where the purpose allows.',
    },
  },
  [Verdict.REVIEW]: {
    vi: 'Cần người xem xét',
    en: 'Needs review',
    remedy: {
      vi: 'Đối chiếu dòng này với hồ sơ gốc, bổ sung số định danh hoặc ngày sinh đầy đủ rồi xác thực lại.',
      en: 'Compare the row with the original file, add the personal number or the full birth date, and verify again.',
    },
  },
  [Verdict.AMBIGUOUS]: {
    vi: 'Có nhiều người phù hợp',
    en: 'Several people fit',
    remedy: {
      vi: 'Bổ sung số định danh cá nhân: họ tên và ngày sinh không đủ để phân biệt những người trùng tên.',
      en: 'Add the personal number: name and birth date do not tell these namesakes apart.',
    },
  },
  [Verdict.STATUS_ALERT]: {
    vi: 'Cảnh báo tình trạng',
    en: 'Status alert',
    remedy: {
      vi: 'Kiểm tra tình trạng của người này hoặc số định danh mới với Công an cấp xã trước khi dùng dữ liệu.',
      en: "Check this person's status, or the new number, with the commune police before using the row.",
    },
  },
  [Verdict.MISMATCH]: {
    vi: 'Không khớp',
    en: 'Does not match',
    remedy: {
      vi: 'Kiểm tra lại số định danh, họ tên và ngày sinh theo giấy tờ gốc; nếu giấy tờ đúng, đề nghị Công an cấp xã cùng kiểm tra.',
      en: 'Check number, name and birth date against the original papers; if the papers are right, ask the commune police to check with you.',
    },
  },
  [Verdict.NOT_FOUND]: {
    vi: 'Không tìm thấy',
    en: 'Not found',
    remedy: {
      vi: 'Kiểm tra lại họ tên, số định danh và ngày sinh xem có gõ sai không, rồi xác thực lại.',
      en: 'Check name, number and birth date for typing errors, then verify again.',
    },
  },
  [Verdict.INSUFFICIENT]: {
    vi: 'Không đủ thông tin để tra cứu',
    en: 'Not enough to look up',
    remedy: {
      vi: 'Bổ sung số định danh (12 số), số CMND (9 số), hoặc cả họ tên và ngày sinh.',
      en: 'Add the personal number (12 digits), the old card number (9 digits), or both name and birth date.',
    },
  },
  [Verdict.UNAVAILABLE]: {
    vi: 'Chưa tra cứu được',
    en: 'Register not available',
    remedy: {
      vi: 'Không phải lỗi của dữ liệu: hãy chạy lại khi kết nối tới cơ sở dữ liệu quốc gia hoạt động trở lại.',
      en: 'No fault of the data: run again when the connection to the national database is back.',
    },
  },
};

export const FIELD_CLASS_LABELS: Readonly<Record<FieldClass, Label>> = {
  [FieldClass.EXACT]: { vi: 'Trùng khớp hoàn toàn', en: 'Exactly equal' },
  [FieldClass.EQUIV]: { vi: 'Trùng khớp, chỉ khác cách viết', en: 'Equal but for the way of writing' },
  [FieldClass.FOLD]: {
    vi: 'Chỉ khớp khi bỏ dấu hoặc bỏ thứ tự',
    en: 'Equal only without accents or word order',
  },
  [FieldClass.PARTIAL]: { vi: 'Khớp một phần, kém chi tiết hơn', en: 'Agrees as far as it is known' },
  [FieldClass.HISTORIC]: { vi: 'Khớp với giá trị cũ', en: 'Equal to a former value' },
  [FieldClass.CLOSE]: { vi: 'Gần giống', en: 'Close' },
  [FieldClass.DIFFERENT]: { vi: 'Khác', en: 'Different' },
  [FieldClass.MISSING_INPUT]: { vi: 'Tệp không có giá trị', en: 'Missing in the file' },
  [FieldClass.MISSING_REGISTER]: { vi: 'Cơ sở dữ liệu không có giá trị', en: 'Missing in the register' },
  [FieldClass.INVALID_INPUT]: { vi: 'Giá trị không hợp lệ', en: 'Not a valid value' },
  [FieldClass.NOT_COMPARED]: { vi: 'Không đối chiếu', en: 'Not compared' },
};

export const CLOSE_KIND_LABELS: Readonly<Record<CloseKind, Label>> = {
  [CloseKind.TYPO1]: { vi: 'Sai một ký tự', en: 'One letter off' },
  [CloseKind.TRANSPOSE]: { vi: 'Đảo hai ký tự liền nhau', en: 'Two neighbours exchanged' },
  [CloseKind.SWAP_DM]: { vi: 'Đảo ngày và tháng', en: 'Day and month exchanged' },
  [CloseKind.DIGIT1]: { vi: 'Sai một chữ số', en: 'One digit off' },
  [CloseKind.TOKEN_MISSING]: { vi: 'Thiếu hoặc thừa một từ', en: 'A word missing or added' },
  [CloseKind.TOKEN_ORDER]: { vi: 'Khác thứ tự các từ', en: 'Words in another order' },
};

export const REASON_LABELS: Readonly<Record<ReasonCode, Label>> = {
  ID_FORMAT: { vi: 'Số định danh sai định dạng', en: 'The number has the wrong format' },
  ID_PROVINCE_UNKNOWN: {
    vi: 'Mã nơi đăng ký khai sinh trong số định danh không có trong danh mục',
    en: 'The place code in the number is not on the list',
  },
  ID_SEX_CONFLICT: { vi: 'Giới tính mâu thuẫn với số định danh', en: 'The sex contradicts the number' },
  ID_YEAR_CONFLICT: {
    vi: 'Năm sinh mâu thuẫn với số định danh',
    en: 'The birth year contradicts the number',
  },
  ID_OLD_CMND: { vi: 'Chỉ có số CMND cũ', en: 'Only an old card number is given' },
  ID_BELONGS_TO_OTHER: { vi: 'Số định danh thuộc về người khác', en: 'The number belongs to somebody else' },
  ID_SHARED_IN_BATCH: {
    vi: 'Nhiều người trong tệp dùng chung một số',
    en: 'Several people in the file share one number',
  },
  NAME_ACCENT_LOST: { vi: 'Họ tên bị mất dấu', en: 'The name has lost accents' },
  NAME_TONE_STYLE: { vi: 'Vị trí dấu thanh viết kiểu khác', en: 'The tone mark is placed in another style' },
  NAME_TYPO: { vi: 'Họ tên có thể gõ sai', en: 'The name may be mistyped' },
  NAME_ORDER: { vi: 'Họ tên viết khác thứ tự', en: 'The words of the name are in another order' },
  NAME_TOKEN_MISSING: { vi: 'Họ tên thiếu hoặc thừa một từ', en: 'A word of the name is missing or added' },
  NAME_FORMER: { vi: 'Họ tên cũ, đã được thay đổi', en: 'A former name, since changed' },
  DOB_YEAR_ONLY: { vi: 'Ngày sinh không đầy đủ', en: 'The birth date is incomplete' },
  DOB_SWAP: { vi: 'Ngày và tháng sinh bị đảo', en: 'Day and month of birth are exchanged' },
  DOB_PLACEHOLDER: {
    vi: 'Ngày 01/01 có thể chỉ thay cho ngày chưa biết',
    en: '1 January may stand for an unknown day',
  },
  DOB_DIGIT: { vi: 'Ngày sinh sai một chữ số', en: 'One digit of the birth date is off' },
  DOB_REGISTER_PRECISION: {
    vi: 'Cơ sở dữ liệu chỉ có năm hoặc tháng sinh',
    en: 'The register knows only year or month of birth',
  },
  SEX_CONFLICT: { vi: 'Giới tính khác với cơ sở dữ liệu', en: 'The sex differs from the register' },
  ADDR_OLD_UNIT: {
    vi: 'Địa chỉ dùng đơn vị hành chính cũ',
    en: 'The address uses a former administrative unit',
  },
  ADDR_SPLIT_UNIT: {
    vi: 'Đơn vị hành chính cũ đã được chia cho nhiều đơn vị mới',
    en: 'The former unit was split among several new ones',
  },
  ADDR_OTHER_WARD: { vi: 'Địa chỉ thuộc xã, phường khác', en: 'The address is in another commune' },
  REG_DECEASED: {
    vi: 'Người đã mất hoặc bị tuyên bố mất tích',
    en: 'The person died or was declared missing',
  },
  REG_CANCELLED: {
    vi: 'Số định danh đã bị hủy và được cấp lại',
    en: 'The number was cancelled and issued anew',
  },
  REG_UNAVAILABLE: { vi: 'Cơ sở dữ liệu quốc gia không trả lời', en: 'The national database did not answer' },
  POLICY_WITHHELD: {
    vi: 'Không được phép đối chiếu trường này',
    en: 'This field may not be compared for the purpose',
  },
  DUP_IN_BATCH: { vi: 'Trùng với một dòng khác trong tệp', en: 'Repeats another row of the file' },
};
