/** The closed lists that runs and verdicts speak in. */
import { registerEnumType } from 'type-graphql';
import { FieldClass } from '../../domain/verdict/field-outcome';
import { RunKind, RunState } from '../../domain/run/run-state';
import { ReasonCode, Verdict } from '../../domain/verdict/verdict';
import { says, valuesSay } from '../describe';

registerEnumType(RunKind, {
  name: 'RunKind',
  ...says('Loại lượt chạy', 'What a run does'),
  valuesConfig: valuesSay<RunKind>({
    IMPORT: ['Nhập tệp vào bộ dữ liệu', 'Reads a file into a dataset'],
    PROFILE: ['Phân tích chất lượng', 'Profiles the data'],
    CLEANSE: ['Làm sạch', 'Cleanses the data'],
    VERIFY: ['Đối soát với CSDLQG về dân cư', 'Verifies against the population register'],
    LINK: ['Liên kết bản ghi', 'Links records'],
    SYNC: ['Đồng bộ', 'Synchronises'],
    EXPORT: ['Xuất dữ liệu', 'Exports'],
    CONFORMANCE: ['Kiểm tra sự phù hợp của kết nối', 'Checks a connector'],
  }),
});

registerEnumType(RunState, {
  name: 'RunState',
  ...says('Trạng thái của lượt chạy', 'Where a run stands'),
  valuesConfig: valuesSay<RunState>({
    QUEUED: ['Đang chờ', 'Waiting'],
    RUNNING: ['Đang chạy', 'Working'],
    SUCCEEDED: ['Hoàn tất', 'Finished'],
    SUCCEEDED_WITH_ISSUES: ['Hoàn tất, có bản ghi phải để riêng', 'Finished, with records put aside'],
    FAILED_CONFIG: ['Dừng vì cấu hình hoặc quyền sai', 'Stopped by a wrong setting or a missing right'],
    FAILED_SYSTEM: ['Dừng vì sự cố hệ thống', 'Stopped by a failure'],
    CANCELLED: ['Đã huỷ', 'Cancelled'],
  }),
});

registerEnumType(Verdict, {
  name: 'Verdict',
  ...says('Kết luận về một bản ghi', 'What a record was told'),
  valuesConfig: valuesSay<Verdict>({
    VERIFIED: ['Đã xác thực', 'Verified'],
    PROBABLE: ['Có khả năng đúng', 'Probable'],
    REVIEW: ['Cần người xem', 'For a person to look at'],
    AMBIGUOUS: ['Nhiều người phù hợp', 'More than one person fits'],
    STATUS_ALERT: [
      'Cảnh báo về tình trạng trong sổ dân cư',
      "The register warns of the person's or the number's status",
    ],
    MISMATCH: ['Không khớp', 'Does not match'],
    NOT_FOUND: ['Không tìm thấy', 'Not found'],
    INSUFFICIENT: ['Thiếu thông tin để tra cứu', 'Too little to look up by'],
    UNAVAILABLE: [
      'Nguồn chưa trả lời; không nói gì về người này',
      'The source gave no answer; says nothing about the person',
    ],
  }),
});

registerEnumType(ReasonCode, {
  name: 'ReasonCode',
  ...says('Mã lý do của kết luận', 'A reason behind a verdict'),
  valuesConfig: valuesSay<ReasonCode>({
    ID_FORMAT: ['Số định danh sai định dạng', 'The number is not well formed'],
    ID_PROVINCE_UNKNOWN: [
      'Mã nơi đăng ký trong số không có trong danh mục',
      'The place code in the number is not in the list',
    ],
    ID_SEX_CONFLICT: ['Giới tính trái với số định danh', 'The sex contradicts the number'],
    ID_YEAR_CONFLICT: ['Năm sinh trái với số định danh', 'The birth year contradicts the number'],
    ID_OLD_CMND: ['Dùng số chứng minh nhân dân cũ', 'The number is an old identity card number'],
    ID_BELONGS_TO_OTHER: ['Số định danh thuộc về người khác', 'The number belongs to another person'],
    ID_SHARED_IN_BATCH: ['Số định danh xuất hiện ở nhiều dòng', 'The number stands in more than one row'],
    NAME_ACCENT_LOST: ['Họ tên mất dấu', 'The name lost its accents'],
    NAME_TONE_STYLE: ['Khác cách đặt dấu thanh', 'The tone mark is placed in another style'],
    NAME_TYPO: ['Họ tên có lỗi gõ', 'The name has a typing error'],
    NAME_ORDER: ['Họ tên khác thứ tự', 'The name has another order of words'],
    NAME_TOKEN_MISSING: ['Họ tên thiếu chữ', 'The name lacks a word'],
    NAME_FORMER: ['Họ tên cũ', 'The name is a former one'],
    DOB_YEAR_ONLY: ['Chỉ có năm sinh', 'Only the birth year is given'],
    DOB_SWAP: ['Ngày và tháng bị đảo', 'Day and month are swapped'],
    DOB_PLACEHOLDER: ['Ngày 01/01 ghi thay cho ngày không rõ', '1 January stands for an unknown day'],
    DOB_DIGIT: ['Ngày sinh sai một chữ số', 'One digit of the birth date differs'],
    DOB_REGISTER_PRECISION: [
      'Sổ dân cư chỉ có năm hoặc tháng sinh',
      'The register knows only the year or month',
    ],
    SEX_CONFLICT: ['Giới tính không khớp', 'The sex differs'],
    ADDR_OLD_UNIT: ['Địa chỉ dùng đơn vị hành chính cũ', 'The address names an old unit'],
    ADDR_SPLIT_UNIT: ['Đơn vị trong địa chỉ đã được chia', 'The unit in the address was split'],
    ADDR_OTHER_WARD: ['Địa chỉ ở xã, phường khác', 'The address is in another ward'],
    REG_DECEASED: ['Sổ dân cư ghi đã mất', 'The register says deceased'],
    REG_CANCELLED: ['Số định danh đã bị huỷ', 'The number was cancelled'],
    REG_UNAVAILABLE: ['Nguồn không trả lời', 'The source did not answer'],
    POLICY_WITHHELD: [
      'Không được phép so sánh theo mục đích này',
      'The purpose does not allow the comparison',
    ],
    DUP_IN_BATCH: ['Trùng với dòng khác trong tệp', 'The row repeats another one'],
  }),
});

registerEnumType(FieldClass, {
  name: 'FieldClass',
  ...says(
    'Kết quả so sánh một trường; không bao giờ nêu giá trị trong sổ',
    "How one field compares; the register's value is never told",
  ),
  valuesConfig: valuesSay<FieldClass>({
    EXACT: ['Giống hệt', 'Exactly equal'],
    EQUIV: ['Bằng nhau sau chuẩn hoá không mất thông tin', 'Equal after lossless normalisation'],
    FOLD: ['Chỉ bằng nhau khi bỏ dấu, i/y hoặc thứ tự', 'Equal only without accents, i/y or order'],
    PARTIAL: ['Phù hợp ở mức ít chi tiết hơn', 'Compatible at the coarser precision'],
    HISTORIC: ['Bằng giá trị cũ', 'Equal to a former value'],
    CLOSE: ['Gần giống', 'Close'],
    DIFFERENT: ['Khác nhau', 'Different'],
    MISSING_INPUT: ['Tệp không có giá trị', 'The file has no value'],
    MISSING_REGISTER: ['Sổ dân cư không có giá trị', 'The register has no value'],
    INVALID_INPUT: ['Giá trị trong tệp không so sánh được', "The file's value cannot be compared"],
    NOT_COMPARED: ['Không so sánh', 'Not compared'],
  }),
});

export const ComparedField = {
  number: 'number',
  name: 'name',
  birthDate: 'birthDate',
  sex: 'sex',
  address: 'address',
} as const;
export type ComparedField = (typeof ComparedField)[keyof typeof ComparedField];

registerEnumType(ComparedField, {
  name: 'ComparedField',
  ...says('Trường được so sánh', 'A field that is compared'),
  valuesConfig: valuesSay<ComparedField>({
    number: ['Số định danh cá nhân', 'Personal identification number'],
    name: ['Họ tên', 'Name'],
    birthDate: ['Ngày sinh', 'Date of birth'],
    sex: ['Giới tính', 'Sex'],
    address: ['Nơi thường trú', 'Permanent residence'],
  }),
});
