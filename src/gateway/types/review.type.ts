/** The review: a row that the rules left open, its candidates side by side by class, and what a person decides about it. */
import { IsBoolean, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type CloseKind, FieldClass } from '../../domain/verdict/field-outcome';
import { Risk } from '../../domain/verdict/purpose-policy';
import { ReviewDecision } from '../../domain/verdict/review';
import { ReasonCode, Verdict } from '../../domain/verdict/verdict';
import { says } from '../describe';
import { connectionOf } from './connection.type';
import { Node } from './node.type';
import './review-enums.type';
import { ComparedField } from './run-enums.type';
import { Run } from './run.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';
import { IdFilter, ReasonListFilter, VerdictFilter } from './where.type';

const optional = { nullable: true } as const;

@ObjectType('ReviewValue', says('Một giá trị của dòng trong tệp', 'A value of the row, as the file has it'))
export class ReviewValue {
  @Field(() => String, says('Trường', 'The field'))
  field: string;

  @Field(
    () => String,
    says(
      'Giá trị trong tệp; số được che bớt, trừ khi xem qua unmaskRow',
      'The value of the file; numbers are masked, unless seen through unmaskRow',
      optional,
    ),
  )
  value: string | null;
}

@ObjectType('ReviewField', says('Một trường so với một người', 'How one field compares with a candidate'))
export class ReviewField {
  @Field(() => ComparedField, says('Trường', 'The field'))
  name: ComparedField;

  @Field(() => FieldClass, says('Kết quả so sánh', 'How it compares'))
  class: FieldClass;

  @Field(() => String, says('Gần giống theo cách nào', 'In which way it is close', optional))
  sub: CloseKind | null;

  @Field(() => [String], says('Mã các quy tắc đã dùng', 'Ids of the rules that were needed'))
  rules: string[];

  @Field(
    () => Float,
    says('Đóng góp vào trọng số (bit); ẩn tới khi đã quyết định', 'Its bits; hidden until decided', optional),
  )
  bits: number | null;
}

@ObjectType(
  'ReviewCandidate',
  says(
    'Một người mà dòng có thể nói tới; giá trị trong sổ không bao giờ được nêu',
    'A person whom the row may mean; values of the register are never told',
  ),
)
export class ReviewCandidate {
  @Field(() => Int, says('Số thứ tự, đếm từ 1', 'Its number, counted from 1'))
  no: number;

  @Field(() => [ReviewField], says('Từng trường', 'Each field'))
  fields: ReviewField[];

  @Field(
    () => Float,
    says('Trọng số (bit); ẩn tới khi đã quyết định', 'Weight in bits; hidden until decided', optional),
  )
  weightBits: number | null;
}

@ObjectType(
  'ReviewTask',
  says('Một dòng chờ người xem xét', 'A row that waits for a person', { implements: Node }),
)
export class ReviewTask extends Node {
  @Field(() => Run, says('Lượt đối soát', 'The verification'))
  run: Run;

  @Field(() => Int, says('Số thứ tự dòng được nhận', 'Number of the accepted row'))
  seq: number;

  @Field(() => Int, says('Dòng trong tệp', 'Line of the file'))
  line: number;

  @Field(() => Verdict, says('Kết luận gốc, luôn được giữ', 'The original verdict, which is kept'))
  verdict: Verdict;

  @Field(() => Verdict, says('Kết luận được dùng', 'The verdict that counts'))
  effectiveVerdict: Verdict;

  @Field(() => [ReasonCode], says('Các lý do', 'The reasons'))
  reasons: ReasonCode[];

  @Field(() => [ReviewValue], says('Giá trị trong tệp', 'What the file says'))
  values: ReviewValue[];

  @Field(() => [ReviewCandidate], says('Những người có thể là người này', 'Whom the row may mean'))
  candidates: ReviewCandidate[];

  @Field(
    () => Float,
    says('Xác suất đúng người; ẩn tới khi đã quyết định', 'Probability; hidden until decided', optional),
  )
  confidence: number | null;

  @Field(() => ReviewDecision, says('Quyết định; trống khi chưa có', 'The decision; null before', optional))
  decision: ReviewDecision | null;

  @Field(() => Int, says('Người được chọn trong danh sách', 'The candidate that was chosen', optional))
  chosen: number | null;

  @Field(() => String, says('Lý do của quyết định', 'The reason that was given', optional))
  reason: string | null;

  @Field(() => DateTimeScalar, says('Thời điểm quyết định', 'When it was decided', optional))
  decidedAt: Date | null;
}

export const ReviewTaskConnection = connectionOf(
  'ReviewTask',
  () => ReviewTask,
  'dòng chờ xem xét',
  'rows for review',
);

@InputType('ReviewTaskWhere', says('Lọc dòng chờ xem xét', 'Which rows for review'))
export class ReviewTaskWhere {
  @Field(() => IdFilter, says('Lượt đối soát', 'The verification', optional))
  @IsOptional()
  @ValidateNested()
  runId?: IdFilter;

  @Field(() => IdFilter, says('Bộ dữ liệu', 'The dataset', optional))
  @IsOptional()
  @ValidateNested()
  datasetId?: IdFilter;

  @Field(() => VerdictFilter, says('Kết luận gốc', 'The original verdict', optional))
  @IsOptional()
  @ValidateNested()
  verdict?: object;

  @Field(() => ReasonListFilter, says('Lý do', 'Reasons', optional))
  @IsOptional()
  @ValidateNested()
  reasons?: ReasonListFilter;

  @Field(
    () => Boolean,
    says('true: đã quyết định; false: còn chờ', 'true: decided; false: still waiting', optional),
  )
  @IsOptional()
  @IsBoolean()
  decided?: boolean;
}

@InputType('DecideReviewInput', says('Quyết định về một dòng', 'A decision about a row'))
export class DecideReviewInput {
  @Field(() => ID, says('Lượt đối soát', 'The verification'))
  @Length(1, 64)
  runId: string;

  @Field(() => Int, says('Số thứ tự dòng', 'Number of the row'))
  @IsInt()
  @Min(1)
  seq: number;

  @Field(() => ReviewDecision, says('Quyết định', 'What is decided'))
  @IsOptional()
  decision: ReviewDecision;

  @Field(
    () => Int,
    says('Người được chọn khi có nhiều người phù hợp', 'Who it is, where several people fit', optional),
  )
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  candidate?: number;

  @Field(
    () => String,
    says('Lý do, bắt buộc; đừng ghi dữ liệu cá nhân', 'Why; required, and without personal data'),
  )
  @Length(1, 500)
  reason: string;
}

@ObjectType('PurposePolicy', says('Chính sách của một mục đích khai thác', 'The policy of a purpose'))
export class PurposePolicyType {
  @Field(() => String, says('Mã mục đích', 'Code of the purpose'))
  code: string;

  @Field(() => LText, says('Tên', 'Its title'))
  title: LText;

  @Field(() => Risk, says('Mức rủi ro', 'What is at stake'))
  risk: Risk;

  @Field(
    () => [Verdict],
    says('Kết luận được chấp nhận ngoài VERIFIED', 'Verdicts that are accepted besides VERIFIED'),
  )
  accepts: Verdict[];

  @Field(
    () => Boolean,
    says(
      'Có được hỏi nơi thường trú để so sánh hay không',
      'Whether the permanent residence may be asked for, to be compared',
    ),
  )
  comparesAddress: boolean;
}
