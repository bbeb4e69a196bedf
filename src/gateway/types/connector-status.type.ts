/** A connector as a status panel shows it: one flat row. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RunState } from '../../domain/run/run-state';
import { StreamStatus } from '../../domain/ioc/stream-status';
import { READ_PLAINLY, says, valuesSay } from '../describe';
import { BreakerState, DataClass, HealthState } from './connector.type';
import { DateTimeScalar } from './scalars';

registerEnumType(StreamStatus, {
  name: 'StreamStatus',
  ...says('Tình trạng của một luồng dữ liệu', 'How a stream of data stands'),
  valuesConfig: valuesSay<StreamStatus>({
    PENDING: ['Chưa có lần nào', 'Nothing came yet'],
    ON_TIME: ['Đúng hạn', 'On time'],
    ON_TRACK: ['Trễ chưa tới một chu kỳ', 'Late by less than one interval'],
    LATE: ['Trễ', 'Late'],
    ERROR: ['Lỗi, hoặc trễ quá hai chu kỳ', 'In error, or late by more than two intervals'],
    ACTION_REQUIRED: ['Cần người xử lý thiết lập', 'A person has to mend a setting'],
    PAUSED: ['Đang tạm dừng', 'Paused'],
  }),
});

const nullable = { nullable: true } as const;

@ObjectType(
  'ConnectorStatusFlat',
  says('Tình trạng một kết nối, dạng phẳng', 'How a connector stands, flat', READ_PLAINLY),
)
export class ConnectorStatusFlat {
  @Field(() => String, says('Mã kết nối', 'Key of the connector'))
  connector: string;

  @Field(() => String, says('Tên', 'Title'))
  title: string;

  @Field(() => DataClass, says('Loại dữ liệu đi qua', 'What passes through it'))
  dataClass: DataClass;

  @Field(() => Boolean, says('Nguồn mô phỏng', 'A simulated source'))
  simulated: boolean;

  @Field(() => StreamStatus, says('Tình trạng chung', 'How it stands'))
  status: StreamStatus;

  @Field(() => HealthState, says('Nguồn có trả lời không', 'Whether the source answers'))
  health: HealthState;

  @Field(() => BreakerState, says('Cầu dao', 'The breaker', nullable))
  breaker: BreakerState | null;

  @Field(() => String, says('Loại lỗi gần nhất, dạng mã', 'Class of the last failure, as a code', nullable))
  lastError: string | null;

  @Field(() => String, says('Vấn đề của thiết lập, dạng mã', 'Problem of the settings, as a code', nullable))
  settingsProblem: string | null;

  @Field(() => DateTimeScalar, says('Xem lần cuối', 'When it was last looked at', nullable))
  checkedAt: Date | null;

  @Field(() => Int, says('Số yêu cầu gần đây được tính', 'How many of the last calls are counted'))
  calls: number;

  @Field(() => Float, says('Tỷ lệ thành công, từ 0 đến 1', 'Share that succeeded, 0 to 1', nullable))
  successRate: number | null;

  @Field(() => Float, says('Bách phân vị 95, mili giây', '95th percentile, milliseconds', nullable))
  p95Ms: number | null;

  @Field(() => Int, says('Số yêu cầu còn được phép', 'Calls still allowed', nullable))
  quotaLeft: number | null;

  @Field(() => DateTimeScalar, says('Lượt chạy gần nhất', 'When its last run was asked for', nullable))
  lastRunAt: Date | null;

  @Field(() => RunState, says('Trạng thái lượt chạy gần nhất', 'State of its last run', nullable))
  lastRunState: RunState | null;

  @Field(() => DateTimeScalar, says('Lượt chạy thành công gần nhất', 'When a run last ended well', nullable))
  lastSuccessAt: Date | null;

  @Field(() => Int, says('Số lượt chạy trong 24 giờ', 'Runs of the last 24 hours'))
  runsLastDay: number;

  @Field(() => Int, says('Số lượt chạy lỗi trong 24 giờ', 'Failed runs of the last 24 hours'))
  failedLastDay: number;

  @Field(() => DateTimeScalar, says('Số liệu mới nhất', 'When its newest figure was observed', nullable))
  lastObservedAt: Date | null;

  @Field(() => Int, says('Độ trễ của số liệu, phút', 'Age of the newest figure, minutes', nullable))
  lagMinutes: number | null;
}
