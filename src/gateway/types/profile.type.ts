/** What a profile says of a dataset: figures, patterns and signs, and values only where many rows share them. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Field as ResidentField } from '../../domain/table/column-mapping';
import { ConsistencyCheck } from '../../domain/profile/profile-table';
import { Sign } from '../../domain/profile/profile-column';
import { says, valuesSay } from '../describe';

registerEnumType(Sign, {
  name: 'ProfileSign',
  ...says('Dấu hiệu đáng ngờ của một cột', 'What makes a column suspicious'),
  valuesConfig: valuesSay<Sign>({
    PLACEHOLDERS: ['Ô ghi cho có', 'Placeholders'],
    ZEROS_LOST: ['Số mất số 0 ở đầu', 'Leading zeros lost'],
    SCIENTIFIC_NOTATION: ['Số bị bảng tính viết dạng mũ', 'Numbers in scientific notation'],
    JANUARY_FIRST_HEAPED: ['01/01 nhiều bất thường', 'Too many on 1 January'],
    MONTH_FIRST: ['Tháng ghi trước ngày', 'Month before day'],
    CUT_OFF: ['Bị cắt ở cùng một độ dài', 'Cut off at one length'],
    CONSTANT: ['Chỉ có một giá trị', 'One value only'],
  }),
});
registerEnumType(ConsistencyCheck, {
  name: 'ConsistencyCheck',
  ...says('Quy tắc giữa hai cột', 'A rule between two columns'),
  valuesConfig: valuesSay<ConsistencyCheck>({
    NUMBER_AND_SEX: ['Số định danh khớp giới tính', 'The number agrees with the sex'],
    NUMBER_AND_BIRTH_YEAR: ['Số định danh khớp năm sinh', 'The number agrees with the birth year'],
    NUMBER_PLACE_KNOWN: ['Mã nơi đăng ký có trong danh mục', 'The place code is in the list'],
  }),
});

@ObjectType('Share', says('Một tỷ lệ kèm khoảng tin cậy 95 %', 'A share with its 95 % interval'))
export class ShareType {
  @Field(() => Int, says('Tử số', 'Numerator'))
  numerator: number;

  @Field(() => Int, says('Mẫu số', 'Denominator'))
  denominator: number;

  @Field(
    () => Float,
    says('Giá trị; trống khi mẫu số là 0', 'The value; null for a denominator of 0', { nullable: true }),
  )
  value: number | null;

  @Field(() => Float, says('Cận dưới', 'Lower bound'))
  low: number;

  @Field(() => Float, says('Cận trên', 'Upper bound'))
  high: number;
}

@ObjectType(
  'CountedText',
  says('Một giá trị hoặc mẫu và số lần gặp', 'A value or pattern, and how often it came'),
)
export class CountedText {
  @Field(() => String, says('Giá trị hoặc mẫu', 'The value or pattern'))
  text: string;

  @Field(() => Int, says('Số dòng', 'Rows'))
  count: number;
}

@ObjectType(
  'ProfileSignCount',
  says('Một dấu hiệu và số dòng liên quan', 'A sign, and how many rows it concerns'),
)
export class ProfileSignCount {
  @Field(() => Sign, says('Dấu hiệu', 'The sign'))
  sign: Sign;

  @Field(() => Int, says('Số dòng', 'Rows'))
  rows: number;
}

@ObjectType('ColumnProfile', says('Phân tích một cột', 'The profile of a column'))
export class ColumnProfileType {
  @Field(() => String, says('Tên cột', 'Its name'))
  header: string;

  @Field(
    () => ResidentField,
    says('Trường mà cột được hiểu là', 'The field it was taken for', { nullable: true }),
  )
  field: ResidentField | null;

  @Field(() => ShareType, says('Đầy đủ', 'Completeness'))
  completeness: ShareType;

  @Field(
    () => ShareType,
    says('Hợp lệ; trống với cột không ánh xạ', 'Validity; null for columns that stand for no field', {
      nullable: true,
    }),
  )
  validity: ShareType | null;

  @Field(() => Int, says('Số giá trị khác nhau, ước lượng', 'Different values, estimated'))
  distinct: number;

  @Field(() => Int, says('Độ dài ngắn nhất', 'Shortest length'))
  shortest: number;

  @Field(() => Int, says('Độ dài dài nhất', 'Longest length'))
  longest: number;

  @Field(() => Float, says('Độ dài trung bình', 'Mean length'))
  meanLength: number;

  @Field(() => [CountedText], says('Các mẫu thường gặp: A a 9', 'Frequent patterns: A a 9'))
  patterns: CountedText[];

  @Field(
    () => [CountedText],
    says(
      'Giá trị thường gặp, chỉ khi nhiều dòng dùng chung',
      'Frequent values, only where many rows share them',
    ),
  )
  topValues: CountedText[];

  @Field(() => [ProfileSignCount], says('Dấu hiệu đáng ngờ', 'Suspicious signs'))
  signs: ProfileSignCount[];
}

@ObjectType(
  'ConsistencyShare',
  says('Tỷ lệ dòng đúng một quy tắc giữa hai cột', 'How many rows keep a rule between two columns'),
)
export class ConsistencyShare {
  @Field(() => ConsistencyCheck, says('Quy tắc', 'The rule'))
  check: ConsistencyCheck;

  @Field(() => ShareType, says('Tỷ lệ', 'The share'))
  share: ShareType;
}

@ObjectType('DatasetProfile', says('Phân tích chất lượng của bộ dữ liệu', 'The profile of a dataset'))
export class DatasetProfileType {
  @Field(() => Int, says('Số dòng', 'Rows'))
  rows: number;

  @Field(() => [ColumnProfileType], says('Các cột', 'The columns'))
  columns: ColumnProfileType[];

  @Field(() => [ConsistencyShare], says('Nhất quán giữa các cột', 'Consistency between columns'))
  consistency: ConsistencyShare[];
}
