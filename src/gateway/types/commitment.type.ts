/** Commitments: the roadmap column as promises that can be followed up, judged by the "6 rõ". */
import { IsIn, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ClearPoint, CommitmentState } from '../../domain/matrix/commitment';
import { says, valuesSay } from '../describe';
import { Agency } from './agency.type';
import { CellTag } from './cell-work.type';
import { MatrixItem } from './matrix.type';
import { Node } from './node.type';
import { DateScalar, DateTimeScalar } from './scalars';

registerEnumType(CommitmentState, {
  name: 'CommitmentState',
  ...says('Tiến độ của cam kết', 'Where a commitment stands'),
  valuesConfig: valuesSay<CommitmentState>({
    PLANNED: ['Đã đề ra', 'Planned'],
    IN_PROGRESS: ['Đang thực hiện', 'In progress'],
    DONE: ['Đã hoàn thành, có minh chứng', 'Done, with evidence'],
    CANCELLED: ['Đã hủy', 'Cancelled'],
  }),
});

registerEnumType(ClearPoint, {
  name: 'ClearPoint',
  ...says('Sáu điều phải rõ ("6 rõ")', 'The six things that have to be clear'),
  valuesConfig: valuesSay<ClearPoint>({
    PERSON: ['Rõ người', 'Who does it'],
    WORK: ['Rõ việc', 'What is done'],
    TIME: ['Rõ thời gian', 'By when'],
    RESPONSIBILITY: ['Rõ trách nhiệm', 'Who answers for it'],
    PRODUCT: ['Rõ sản phẩm', 'What comes of it'],
    AUTHORITY: ['Rõ thẩm quyền', 'Who decides'],
  }),
});

@ObjectType('Commitment', says('Cam kết trong lộ trình', 'A commitment of the roadmap', { implements: Node }))
export class Commitment extends Node {
  @Field(() => Int, says('Phiên bản, dùng khi sửa', 'Version, needed to change it'))
  version: number;

  @Field(() => MatrixItem, says('Mục của ma trận', 'The item it belongs to'))
  item: MatrixItem;

  @Field(() => String, says('Việc phải làm (rõ việc)', 'What is to be done'))
  action: string;

  @Field(() => CellTag, says('Thuộc nội dung nào', 'What it is about: legal, data …'))
  dimension: CellTag;

  @Field(
    () => String,
    says('Chức danh người thực hiện (rõ người)', 'The office that does it', { nullable: true }),
  )
  person: string | null;

  @Field(
    () => Agency,
    says('Đơn vị chủ trì (rõ trách nhiệm)', 'The unit that answers for it', { nullable: true }),
  )
  lead: Agency | null;

  @Field(() => DateScalar, says('Hạn hoàn thành (rõ thời gian)', 'Due date', { nullable: true }))
  dueOn: string | null;

  @Field(() => String, says('Sản phẩm (rõ sản phẩm)', 'What comes of it', { nullable: true }))
  product: string | null;

  @Field(() => String, says('Cấp có thẩm quyền (rõ thẩm quyền)', 'Who decides', { nullable: true }))
  authority: string | null;

  @Field(() => CommitmentState, says('Tiến độ', 'Where it stands'))
  state: CommitmentState;

  @Field(() => Boolean, says('Đã quá hạn', 'It is overdue'))
  overdue: boolean;

  @Field(() => String, says('Minh chứng', 'Evidence', { nullable: true }))
  evidence: string | null;

  @Field(() => [ClearPoint], says('Những điều chưa rõ', 'What is not clear yet'))
  unclear: ClearPoint[];

  @Field(() => DateTimeScalar, says('Lần sửa gần nhất', 'When it was last changed'))
  changedAt: Date;
}

const open = { nullable: true } as const;

@InputType('CommitmentInput', says('Nội dung của cam kết', 'The terms of a commitment'))
export class CommitmentInput {
  @Field(() => String, says('Việc phải làm', 'What is to be done'))
  @Length(1, 2_000)
  action: string;

  @Field(
    () => String,
    says(
      'Mã nội dung, theo criteria của cột SOLUTION_ROADMAP',
      'Code of what it is about, from the criteria of SOLUTION_ROADMAP',
    ),
  )
  @Length(1, 40)
  dimension: string;

  @Field(
    () => String,
    says('Chức danh người thực hiện, không ghi tên riêng', "The office that does it, no person's name", open),
  )
  @IsOptional()
  @MaxLength(300)
  person?: string | null;

  @Field(() => String, says('Mã đơn vị chủ trì', 'Code of the leading agency', open))
  @IsOptional()
  @MaxLength(40)
  lead?: string | null;

  @Field(() => DateScalar, says('Hạn hoàn thành', 'Due date', open))
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  dueOn?: string | null;

  @Field(() => String, says('Sản phẩm', 'What comes of it', open))
  @IsOptional()
  @MaxLength(1_000)
  product?: string | null;

  @Field(() => String, says('Cấp có thẩm quyền', 'Who decides', open))
  @IsOptional()
  @MaxLength(300)
  authority?: string | null;

  @Field(() => CommitmentState, says('Tiến độ', 'Where it stands', { defaultValue: CommitmentState.PLANNED }))
  @IsIn(Object.values(CommitmentState))
  state: CommitmentState;

  @Field(() => String, says('Minh chứng: số văn bản, đường dẫn', 'Evidence: a document number, a link', open))
  @IsOptional()
  @MaxLength(1_000)
  evidence?: string | null;
}

/** Where a commitment is made. */
@InputType('CommitmentPlace', says('Nơi ghi cam kết', 'Where a commitment belongs'))
export class CommitmentPlace {
  @Field(() => ID, says('Mã bản đánh giá', 'Id of the assessment'))
  @Length(1, 40)
  assessmentId: string;

  @Field(() => String, says('Đường dẫn mục, ví dụ E.3', 'Path of the item, for example E.3'))
  @Length(1, 20)
  itemPath: string;
}
