/** Connectors: the sources that the workers can ask. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
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

export const BreakerState = { CLOSED: 'CLOSED', HALF_OPEN: 'HALF_OPEN', OPEN: 'OPEN' } as const;
export type BreakerState = (typeof BreakerState)[keyof typeof BreakerState];

registerEnumType(BreakerState, {
  name: 'BreakerState',
  ...says('Cầu dao giữa hub và nguồn', 'The breaker between the hub and a source'),
  valuesConfig: valuesSay<BreakerState>({
    CLOSED: ['Đóng: yêu cầu được gửi đi', 'Closed: calls go out'],
    HALF_OPEN: ['Nửa mở: đang thử một yêu cầu', 'Half open: one call is being tried'],
    OPEN: [
      'Mở: nguồn được để yên vì lỗi liên tiếp',
      'Open: the source is left alone after failures in a row',
    ],
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

  @Field(
    () => BreakerState,
    says(
      'Cầu dao ở trạng thái xấu nhất trong các tiến trình xử lý; trống khi không có tiến trình nào',
      'The breaker, the worst of all workers; null when no worker runs',
      { nullable: true },
    ),
  )
  breaker: BreakerState | null;

  @Field(
    () => DateTimeScalar,
    says(
      'Không yêu cầu nào được gửi trước thời điểm này; trống khi nguồn không cần nghỉ',
      'No call goes out before this time; null when the source needs no rest',
      { nullable: true },
    ),
  )
  restingUntil: Date | null;

  @Field(() => Int, says('Số yêu cầu gần đây được tính', 'How many of the last calls are counted here'))
  calls: number;

  @Field(
    () => Float,
    says('Tỷ lệ thành công, từ 0 đến 1', 'Share of calls that succeeded, 0 to 1', { nullable: true }),
  )
  successRate: number | null;

  @Field(
    () => Float,
    says('Tỷ lệ yêu cầu phải gửi lại, từ 0 đến 1', 'Share of calls that were repeats, 0 to 1', {
      nullable: true,
    }),
  )
  retryRate: number | null;

  @Field(
    () => Float,
    says('Thời gian trả lời trung vị, mili giây', 'Median time of an answer, milliseconds', {
      nullable: true,
    }),
  )
  p50Ms: number | null;

  @Field(
    () => Float,
    says('Bách phân vị 95 của thời gian trả lời, mili giây', '95th percentile, milliseconds', {
      nullable: true,
    }),
  )
  p95Ms: number | null;

  @Field(
    () => Float,
    says('Bách phân vị 99 của thời gian trả lời, mili giây', '99th percentile, milliseconds', {
      nullable: true,
    }),
  )
  p99Ms: number | null;

  @Field(
    () => Int,
    says('Số yêu cầu còn được phép, khi nguồn có cho biết', 'Calls still allowed, where the source says so', {
      nullable: true,
    }),
  )
  quotaLeft: number | null;
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
