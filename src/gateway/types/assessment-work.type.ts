/** What becomes of an assessment: its steps, how far it has come, and its list. */
import { IsOptional, ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { AssessmentState } from '../../domain/matrix/assessment-state';
import { CellStatus } from '../../domain/matrix/matrix-status';
import { says } from '../describe';
import { listOf } from '../list-size';
import { connectionOf } from './connection.type';
import { Assessment } from './matrix.type';
import { DateTimeScalar } from './scalars';
import { CodeFilter, enumFilter } from './where.type';

@ObjectType('AssessmentEvent', says('Một bước của bản đánh giá', 'A step of an assessment'))
export class AssessmentEvent {
  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(() => String, says('Nhãn của khóa đã thực hiện', 'Label of the key that took it'))
  by: string;

  @Field(() => AssessmentState, says('Từ trạng thái', 'From'))
  fromState: AssessmentState;

  @Field(() => AssessmentState, says('Sang trạng thái', 'To'))
  toState: AssessmentState;

  @Field(() => String, says('Lý do', 'Why', { nullable: true }))
  reason: string | null;
}

@ObjectType('StatusCount', says('Số ô ở một trạng thái', 'How many cells have a status'))
export class StatusCount {
  @Field(() => CellStatus, says('Trạng thái', 'Status'))
  status: CellStatus;

  @Field(() => Int, says('Số ô', 'Cells'))
  count: number;
}

@ObjectType('AssessmentSummary', says('Mức độ hoàn thành của bản đánh giá', 'How far an assessment has come'))
export class AssessmentSummary {
  @Field(
    () => [StatusCount],
    says('Số ô theo trạng thái, không tính dòng trống', 'Cells by status, blank rows left out', listOf(5)),
  )
  statuses: StatusCount[];

  @Field(
    () => Float,
    says(
      'Tỷ lệ ô có nội dung hoặc trạng thái, từ 0 đến 1',
      'Share of cells with a claim or a status, 0 to 1',
    ),
  )
  completeness: number;
}

export const AssessmentConnection = connectionOf(
  'Assessment',
  () => Assessment,
  'bản đánh giá',
  'assessments',
);

const AssessmentStateFilter = enumFilter(
  'AssessmentStateFilter',
  AssessmentState,
  'tình trạng bản đánh giá',
  'state of an assessment',
);

@InputType('AssessmentWhere', says('Lọc bản đánh giá', 'Which assessments'))
export class AssessmentWhere {
  @Field(() => CodeFilter, says('Mã địa phương', 'Code of the locality', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  locality?: CodeFilter;

  @Field(() => CodeFilter, says('Mã kỳ', 'Code of the period', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  period?: CodeFilter;

  @Field(() => AssessmentStateFilter, says('Tình trạng', 'State', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  state?: object;
}
