/** Evidence: what a cell's status stands on. */
import { ArgsType, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { READ_PLAINLY, says } from '../describe';
import { connectionOf, LARGEST_PAGE } from './connection.type';
import { Run } from './run.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

@InterfaceType(
  'Evidence',
  says('Bằng chứng của một ô', "What a cell's status stands on", {
    resolveType: ({ kind }: { kind: string }) => (kind === 'METRIC' ? 'MetricEvidence' : 'RunEvidence'),
  }),
)
export abstract class Evidence {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => DateTimeScalar, says('Thời điểm quan sát', 'When it was observed'))
  observedAt: Date;

  @Field(
    () => Boolean,
    says('Dữ liệu mô phỏng, không phải từ hệ thống thật', 'Simulated, not from a real system'),
  )
  simulated: boolean;

  @Field(() => LText, says('Tóm tắt', 'Summary'))
  summary: LText;
}

@ObjectType(
  'RunEvidence',
  says('Kết quả của một lượt chạy', 'The result of a run', { implements: Evidence, ...READ_PLAINLY }),
)
export class RunEvidence extends Evidence {
  @Field(
    () => Run,
    says('Lượt chạy; trống nếu khóa không được xem', 'The run; null when the key may not see it', {
      nullable: true,
    }),
  )
  run: Run | null;
}

export const EvidenceConnection = connectionOf('Evidence', () => Evidence, 'bằng chứng', 'evidence');

@ArgsType()
export class EvidenceArgs {
  @Field(
    () => Int,
    says('Số bằng chứng mới nhất cần lấy, tối đa 200', 'How many of the newest, at most 200', {
      defaultValue: 10,
    }),
  )
  @Min(0)
  @Max(LARGEST_PAGE)
  first: number;

  @Field(
    () => String,
    says('Con trỏ của bằng chứng cuối trang trước', 'The cursor of the last one already seen', {
      nullable: true,
    }),
  )
  @MaxLength(300)
  after?: string | null;
}
