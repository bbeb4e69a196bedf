/** Datasets: what was uploaded, how its columns were understood and how its rows fared; never a row itself. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Field as ResidentField } from '../../domain/table/column-mapping';
import { RejectionCode } from '../../domain/table/csv-reader';
import { TextEncoding } from '../../domain/encoding/text-encoding';
import { says, valuesSay } from '../describe';
import { connectionOf } from './connection.type';
import { Locality } from './locality.type';
import { Node } from './node.type';
import { DatasetSource } from './reading.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

export const DatasetState = { IMPORTING: 'IMPORTING', READY: 'READY', FAILED: 'FAILED' } as const;
export type DatasetState = (typeof DatasetState)[keyof typeof DatasetState];

registerEnumType(DatasetState, {
  name: 'DatasetState',
  ...says('Tình trạng của bộ dữ liệu', 'Where a dataset stands'),
  valuesConfig: valuesSay<DatasetState>({
    IMPORTING: ['Đang nhập', 'Being read in'],
    READY: ['Sẵn sàng', 'Ready'],
    FAILED: ['Nhập không thành công', 'Could not be read'],
  }),
});

registerEnumType(ResidentField, {
  name: 'ResidentField',
  ...says('Trường thông tin của một người', "A field of a person's record"),
  valuesConfig: valuesSay<ResidentField>({
    name: ['Họ, chữ đệm và tên', 'Full name'],
    birthDate: ['Ngày sinh', 'Date of birth'],
    sex: ['Giới tính', 'Sex'],
    number: ['Số định danh cá nhân', 'Personal identification number'],
    oldCardNumber: ['Số chứng minh nhân dân 9 số', 'Old identity card number, 9 digits'],
    address: ['Địa chỉ', 'Address'],
    phone: ['Số điện thoại', 'Phone number'],
  }),
});

/** Why a row was not taken in, in words. */
export const REJECTION_WORDS: Readonly<Record<RejectionCode, readonly [vi: string, en: string]>> = {
  BLANK_ROW: ['Dòng trống', 'The row is blank'],
  RAGGED_ROW: ['Số ô khác với dòng tiêu đề', 'The row has more or fewer cells than the header'],
  BAD_QUOTES: ['Dấu ngoặc kép không khớp', 'The quotes do not match'],
  NUL_CHARACTER: ['Có ký tự NUL', 'The row holds a NUL character'],
  BAD_ENCODING: ['Không phải mã hóa UTF-8', 'The row is not UTF-8'],
  CELL_TOO_LONG: ['Có ô quá dài', 'A cell is too long'],
  ROW_TOO_LONG: ['Dòng quá dài', 'The row is too long'],
};

registerEnumType(RejectionCode, {
  name: 'RejectionCode',
  ...says('Lý do một dòng bị loại', 'Why a row was rejected'),
  valuesConfig: valuesSay<RejectionCode>(REJECTION_WORDS),
});

@ObjectType(
  'DatasetRows',
  says('Số dòng: đọc được cộng bị loại bằng tổng số', 'Row counts: accepted plus rejected is physical'),
)
export class DatasetRows {
  @Field(
    () => Int,
    says(
      'Tổng số dòng trong tệp, không kể tiêu đề; trống khi đang nhập',
      'Rows in the file without the header; null while it is being read',
      { nullable: true },
    ),
  )
  physical: number | null;

  @Field(() => Int, says('Số dòng đọc được', 'Rows taken in', { nullable: true }))
  accepted: number | null;

  @Field(() => Int, says('Số dòng bị loại', 'Rows rejected', { nullable: true }))
  rejected: number | null;
}

@ObjectType('DatasetColumn', says('Một cột của tệp', 'A column of the file'))
export class DatasetColumn {
  @Field(() => String, says('Tên cột trong tệp', 'Its name in the file'))
  header: string;

  @Field(
    () => ResidentField,
    says(
      'Trường mà cột được hiểu là; trống nếu chỉ giữ nguyên',
      'The field it was taken for; null when it is only kept',
      { nullable: true },
    ),
  )
  field: ResidentField | null;

  @Field(
    () => TextEncoding,
    says('Bảng mã mà nội dung cột được đọc từ đó', 'The encoding its text was read from'),
  )
  encoding: TextEncoding;

  @Field(
    () => Float,
    says(
      'Độ chắc chắn về bảng mã, từ 0 đến 1; 1 khi do người nêu',
      'How sure the encoding is, 0 to 1; 1 when a person said it',
    ),
  )
  encodingConfidence: number;
}

@ObjectType('Rejection', says('Một dòng bị loại', 'A row that was rejected'))
export class Rejection {
  @Field(() => Int, says('Dòng trong tệp, đếm từ 1', 'Line of the file, counted from 1'))
  line: number;

  @Field(() => RejectionCode, says('Mã lý do', 'Code of the reason'))
  code: RejectionCode;

  @Field(() => LText, says('Lý do', 'The reason'))
  reason: LText;
}

export const RejectionConnection = connectionOf(
  'Rejection',
  () => Rejection,
  'dòng bị loại',
  'rejected rows',
);

@ObjectType('Dataset', says('Một bộ dữ liệu đã tải lên', 'A dataset that was uploaded', { implements: Node }))
export class Dataset extends Node {
  @Field(() => String, says('Tên do người tải lên đặt', 'The name its uploader gave it'))
  name: string;

  @Field(() => Locality, says('Địa phương của dữ liệu', 'The locality whose data it is'))
  locality: Locality;

  @Field(() => DatasetState, says('Tình trạng', 'Where it stands'))
  state: DatasetState;

  @Field(() => DatasetRows, says('Số dòng', 'Row counts'))
  rows: DatasetRows;

  @Field(() => [DatasetColumn], says('Các cột theo thứ tự trong tệp', 'The columns in file order'))
  columns: DatasetColumn[];

  @Field(() => DatasetSource, says('Tệp đã được đọc như thế nào', 'How the file was read'))
  source: DatasetSource;

  @Field(() => DateTimeScalar, says('Thời điểm tạo', 'When it was made'))
  createdAt: Date;
}

export const DatasetConnection = connectionOf('Dataset', () => Dataset, 'bộ dữ liệu', 'datasets');
