/** The quality report: six headings with their intervals, every rule, the verdicts, masked rows, and the trend. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Dimension, RuleGroup } from '../../domain/quality/quality-report';
import { RunKind } from '../../domain/run/run-state';
import { Verdict } from '../../domain/verdict/verdict';
import { says, valuesSay } from '../describe';
import { Dataset } from './dataset.type';
import { ShareType } from './profile.type';
import './run-enums.type';
import { Run } from './run.type';
import { LText } from './text.type';

const optional = { nullable: true } as const;

registerEnumType(Dimension, {
  name: 'QualityDimension',
  ...says('Tiêu chí chất lượng dữ liệu', 'A heading of data quality'),
  valuesConfig: valuesSay<Dimension>({
    COMPLETENESS: ['Đầy đủ: ô có giá trị', 'Completeness: cells that hold a value'],
    VALIDITY: ['Hợp lệ: đúng cú pháp và miền giá trị', 'Validity: right syntax and range'],
    CONSISTENCY: ['Nhất quán: các cột không mâu thuẫn nhau', 'Consistency: columns that do not contradict'],
    UNIQUENESS: ['Duy nhất: không trùng lặp', 'Uniqueness: no repetitions'],
    ACCURACY: ['Chính xác: khớp với cơ sở dữ liệu quốc gia', 'Accuracy: agrees with the national register'],
    TIMELINESS: ['Kịp thời: theo đơn vị hành chính hiện hành', "Timeliness: names today's units"],
  }),
});

registerEnumType(RuleGroup, {
  name: 'QualityRuleGroup',
  ...says('Nhóm quy tắc', 'Where a rule belongs'),
  valuesConfig: valuesSay<RuleGroup>({
    READING: ['Đọc tệp', 'Reading the file'],
    CLEANSING: ['Làm sạch', 'Cleansing'],
    VERIFICATION: ['Đối soát', 'Verification'],
  }),
});

@ObjectType('QualityMeasure', says('Một số đo', 'A measure'))
export class QualityMeasure {
  @Field(() => String, says('Đo cái gì: trường hoặc phép kiểm tra', 'What is measured: a field or a check'))
  of: string;

  @Field(() => ShareType, says('Tỷ lệ kèm khoảng tin cậy', 'The share with its interval'))
  share: ShareType;
}

@ObjectType('QualityDimensionReport', says('Một tiêu chí chất lượng', 'One heading of the report'))
export class QualityDimensionReport {
  @Field(() => Dimension, says('Tiêu chí', 'The heading'))
  dimension: Dimension;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;

  @Field(
    () => ShareType,
    says('Tỷ lệ chung; trống khi chưa đo', 'Over all; null while not measured', optional),
  )
  share: ShareType | null;

  @Field(() => [QualityMeasure], says('Từng số đo', 'Each measure'))
  measures: QualityMeasure[];

  @Field(
    () => RunKind,
    says('Cần chạy lượt nào để đo; trống khi đã đo', 'Which run would measure it; null when it is', optional),
  )
  needs: RunKind | null;
}

@ObjectType(
  'QualityRule',
  says('Kết quả của một quy tắc, kể cả khi đạt', 'What a rule found, also where it holds'),
)
export class QualityRule {
  @Field(() => RuleGroup, says('Nhóm', 'Its group'))
  group: RuleGroup;

  @Field(() => String, says('Mã', 'Its code'))
  rule: string;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;

  @Field(() => Int, says('Số dòng đã xét', 'Rows it looked at'))
  evaluated: number;

  @Field(() => Int, says('Số dòng có vấn đề', 'Rows in which it found something'))
  failed: number;

  @Field(() => ShareType, says('Tỷ lệ có vấn đề', 'Their share'))
  share: ShareType;
}

@ObjectType('QualityVerdict', says('Số dòng của một kết luận', 'Rows of a verdict'))
export class QualityVerdict {
  @Field(() => Verdict, says('Kết luận', 'The verdict'))
  verdict: Verdict;

  @Field(() => Int, says('Theo kết luận gốc', 'By the original verdict'))
  count: number;

  @Field(() => Int, says('Sau quyết định của người xem xét', 'After what reviewers decided'))
  effective: number;
}

@ObjectType('MaskedValue', says('Một ô đã che', 'A masked cell'))
export class MaskedValue {
  @Field(() => String, says('Trường', 'The field'))
  field: string;

  @Field(() => String, says('Giá trị đã che', 'The masked value'))
  masked: string;
}

@ObjectType('QualitySample', says('Một dòng ví dụ đã che', 'A masked row as an example'))
export class QualitySampleType {
  @Field(
    () => String,
    says('Kết luận hoặc quy tắc mà nó minh hoạ', 'The verdict or rule that it is an example of'),
  )
  about: string;

  @Field(() => Int, says('Số thứ tự dòng được nhận', 'Number of the accepted row'))
  seq: number;

  @Field(() => Int, says('Dòng trong tệp', 'Line of the file'))
  line: number;

  @Field(() => [MaskedValue], says('Các ô', 'Its cells'))
  values: MaskedValue[];
}

@ObjectType('QualityTrend', says('So với lần trước', 'Against the last time'))
export class QualityTrend {
  @Field(() => String, says('Tiêu chí, hoặc ACCEPTED', 'The heading, or ACCEPTED'))
  dimension: string;

  @Field(() => ShareType, says('Lần này', 'This time'))
  now: ShareType;

  @Field(() => ShareType, says('Lần trước', 'The last time'))
  before: ShareType;
}

@ObjectType('QualityReport', says('Báo cáo chất lượng dữ liệu', 'A data quality report'))
export class QualityReportType {
  @Field(() => Dataset, says('Bộ dữ liệu', 'The dataset'))
  dataset: Dataset;

  @Field(() => [Run], says('Các lượt chạy tạo nên báo cáo', 'The runs that it is made of'))
  runs: Run[];

  @Field(() => Boolean, says('Có phần từ nguồn mô phỏng', 'Part of it stems from a simulated source'))
  simulated: boolean;

  @Field(() => [QualityDimensionReport], says('Các tiêu chí', 'The headings'))
  dimensions: QualityDimensionReport[];

  @Field(() => [QualityRule], says('Mọi quy tắc, kể cả khi đạt', 'Every rule, also where it holds'))
  rules: QualityRule[];

  @Field(() => [QualityVerdict], says('Số dòng theo kết luận', 'Rows by verdict'))
  verdicts: QualityVerdict[];

  @Field(() => ShareType, says('Dòng dùng được cho mục đích', 'Rows that will do for the purpose', optional))
  accepted: ShareType | null;

  @Field(() => [QualitySampleType], says('Dòng ví dụ, đã che', 'Example rows, masked'))
  samples: QualitySampleType[];

  @Field(
    () => [QualityTrend],
    says('So với lần trước; trống ở lần đầu', 'Against the last time; empty the first time'),
  )
  trend: QualityTrend[];

  @Field(() => String, says('Địa chỉ tải về dạng JSON', 'Where to GET it as JSON'))
  jsonUrl: string;

  @Field(() => String, says('Địa chỉ tải về dạng Excel', 'Where to GET it as a workbook'))
  xlsxUrl: string;
}
