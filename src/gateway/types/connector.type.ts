/** Connectors: the sources that the workers can ask. */
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { says, valuesSay } from '../describe';
import { Node } from './node.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

export const HealthState = { UNKNOWN: 'UNKNOWN', UP: 'UP', DOWN: 'DOWN' } as const;
export type HealthState = (typeof HealthState)[keyof typeof HealthState];

registerEnumType(HealthState, {
  name: 'HealthState',
  ...says('Tình trạng của nguồn', 'How a source is'),
  valuesConfig: valuesSay<HealthState>({
    UNKNOWN: ['Chưa kiểm tra', 'Not looked at yet'],
    UP: ['Đang trả lời', 'Answering'],
    DOWN: ['Không trả lời', 'Not answering'],
  }),
});

@ObjectType(
  'ConnectorHealth',
  says('Tình trạng của nguồn khi được xem lần cuối', 'How the source was when last seen'),
)
export class ConnectorHealth {
  @Field(() => HealthState, says('Tình trạng', 'How it is'))
  state: HealthState;

  @Field(
    () => String,
    says('Loại lỗi gần nhất, dạng mã', 'Class of the last failure, as a code', { nullable: true }),
  )
  lastError: string | null;

  @Field(
    () => DateTimeScalar,
    says('Thời điểm xem lần cuối', 'When it was last looked at', { nullable: true }),
  )
  checkedAt: Date | null;
}

@ObjectType(
  'Connector',
  says(
    'Kết nối tới một nguồn dữ liệu; id dùng trong startRun',
    'A connector to a source; its id goes into startRun',
    { implements: Node },
  ),
)
export class Connector extends Node {
  @Field(() => LText, says('Tên', 'Title'))
  title: LText;

  @Field(() => [String], says('Khả năng, dạng mã', 'What it can do, as codes'))
  capabilities: string[];

  @Field(
    () => Boolean,
    says('Nguồn mô phỏng, không phải hệ thống thật', 'A simulated source, not a real system'),
  )
  simulated: boolean;

  @Field(() => ConnectorHealth, says('Tình trạng', 'Health'))
  health: ConnectorHealth;
}
