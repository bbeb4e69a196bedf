/** What became of a file of observations. */
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { says } from '../describe';
import { listOf } from '../list-size';
import { RefusedRequest } from './refusal.type';
import { LText } from './text.type';

@ObjectType('ObservationRejection', says('Một dòng bị loại', 'A row that was refused'))
export class ObservationRejection {
  @Field(() => Int, says('Dòng trong tệp', 'Line of the file'))
  line: number;

  @Field(() => String, says('Mã lý do', 'Code of the reason'))
  code: string;

  @Field(() => LText, says('Lý do bằng lời', 'The reason in words'))
  reason: LText;
}

@ObjectType(
  'ObservationImport',
  says('Kết quả nhập: nhận + loại = số dòng', 'The result: accepted + rejected = rows'),
)
export class ObservationImport {
  @Field(() => Boolean, says('Chỉ kiểm tra, chưa ghi gì', 'Checked only, nothing was written'))
  dryRun: boolean;

  @Field(() => Int, says('Số dòng của tệp, không kể tiêu đề', 'Rows of the file without its header'))
  rows: number;

  @Field(() => Int, says('Số dòng được nhận', 'Rows accepted'))
  accepted: number;

  @Field(() => Int, says('Số dòng bị loại', 'Rows rejected'))
  rejected: number;

  @Field(
    () => Int,
    says(
      'Số quan sát mới; dòng đã có từ trước không ghi lại',
      'New observations; those known already change nothing',
    ),
  )
  added: number;

  @Field(() => [ObservationRejection], says('Các dòng bị loại', 'The rows refused', listOf(50)))
  rejections: ObservationRejection[];
}

export const ImportObservationsResult = createUnionType({
  name: 'ImportObservationsResult',
  ...says('Kết quả nhập, hoặc lý do từ chối', 'The result, or why not'),
  types: () => [ObservationImport, RefusedRequest] as const,
  resolveType: (value: object) => ('message' in value ? 'RefusedRequest' : 'ObservationImport'),
});
