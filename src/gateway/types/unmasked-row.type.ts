/** A row of a file in full, and what a person must say to see it. */
import { IsInt, Length, Max, Min } from 'class-validator';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { says } from '../describe';
import { listOf } from '../list-size';
import { RefusedRequest } from './refusal.type';
import { ReviewValue } from './review.type';

@InputType('UnmaskRowInput', says('Dòng cần xem đầy đủ', 'The row to be shown in full'))
export class UnmaskRowInput {
  @Field(() => ID, says('Lượt đối soát', 'The verification'))
  @Length(1, 64)
  runId: string;

  @Field(() => Int, says('Số thứ tự dòng, đếm từ 1', 'The row, counted from 1'))
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  seq: number;

  @Field(
    () => String,
    says('Mã mục đích (purposePolicies)', 'What for: the code of a purpose (purposePolicies)'),
  )
  @Length(1, 64)
  purpose: string;

  @Field(
    () => String,
    says(
      'Lý do; được ghi nhật ký, đừng ghi tên hay số của ai',
      "Why; recorded, so write nobody's name or number",
    ),
  )
  @Length(1, 500)
  reason: string;
}

@ObjectType('UnmaskedRow', says('Một dòng của tệp, không che', 'A row of the file, unmasked'))
export class UnmaskedRow {
  @Field(() => Int, says('Số thứ tự dòng', 'The row'))
  seq: number;

  @Field(() => [ReviewValue], says('Các giá trị trong tệp', 'The values of the file', listOf(5)))
  values: ReviewValue[];
}

export const UnmaskRowResult = createUnionType({
  name: 'UnmaskRowResult',
  ...says('Dòng không che, hoặc lý do từ chối', 'The row unmasked, or why not'),
  types: () => [UnmaskedRow, RefusedRequest] as const,
  resolveType: (value: object) => ('message' in value ? 'RefusedRequest' : 'UnmaskedRow'),
});
