/** Schedules: when a connector is synchronised by itself. */
import { IsIn, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CatchUp, ScheduleOutcome } from '../../domain/run/schedule';
import { says, valuesSay } from '../describe';
import { Connector } from './connector.type';
import { Locality } from './locality.type';
import { Run } from './run.type';
import { DateTimeScalar } from './scalars';

registerEnumType(CatchUp, {
  name: 'CatchUp',
  ...says('Xử lý các lượt bị lỡ khi hub ngừng', 'What becomes of slots that passed while the hub was away'),
  valuesConfig: valuesSay<CatchUp>({
    ONCE: ['Chạy bù một lần', 'One run for all of them'],
    SKIP: ['Bỏ qua', 'None'],
  }),
});

registerEnumType(ScheduleOutcome, {
  name: 'ScheduleOutcome',
  ...says('Kết quả của lượt gần nhất', 'What came of the last slot'),
  valuesConfig: valuesSay<ScheduleOutcome>({
    STARTED: ['Đã bắt đầu một lượt đồng bộ', 'A synchronisation was started'],
    BUSY: ['Lượt trước chưa xong nên không chạy thêm', 'The one before was still under way'],
    SKIPPED: ['Bỏ qua vì đã quá giờ', 'Passed over: its time had gone by'],
    CONNECTOR_NOT_FOUND: ['Kết nối chưa được đăng ký', 'No worker has registered the connector'],
  }),
});

@ObjectType('Schedule', says('Một lịch đồng bộ', 'A schedule of synchronisations'))
export class Schedule {
  @Field(() => ID, says('Mã', 'Identity'))
  id: string;

  @Field(() => ID, says('Mã kết nối', 'Id of the connector'))
  connectorKey: string;

  @Field(
    () => Connector,
    says('Kết nối; trống khi chưa được đăng ký', 'The connector; null until a worker registers it', {
      nullable: true,
    }),
  )
  connector: Connector | null;

  @Field(() => Locality, says('Địa phương; VN là mọi tỉnh, thành phố', 'The locality; VN for all provinces'))
  locality: Locality;

  @Field(() => String, says('Biểu thức cron năm trường', 'Cron expression of five fields'))
  cron: string;

  @Field(() => String, says('Múi giờ của biểu thức', 'Time zone of the expression'))
  timeZone: string;

  @Field(
    () => Int,
    says('Mỗi lượt được lùi một phần của số giây này', 'Each slot is put off by a part of this many seconds'),
  )
  jitterSeconds: number;

  @Field(() => CatchUp, says('Xử lý các lượt bị lỡ', 'What becomes of missed slots'))
  catchUp: CatchUp;

  @Field(() => Boolean, says('Đang tạm dừng', 'Paused'))
  paused: boolean;

  @Field(
    () => DateTimeScalar,
    says('Lượt kế tiếp; trống khi tạm dừng', 'The next slot; null while paused', { nullable: true }),
  )
  nextAt: Date | null;

  @Field(() => DateTimeScalar, says('Lần chạy gần nhất', 'When it last fired', { nullable: true }))
  lastFiredAt: Date | null;

  @Field(
    () => ScheduleOutcome,
    says('Kết quả của lượt gần nhất', 'What came of the last slot', { nullable: true }),
  )
  lastOutcome: ScheduleOutcome | null;

  @Field(
    () => Run,
    says('Lượt chạy gần nhất mà lịch đã bắt đầu', 'The last run it started', { nullable: true }),
  )
  lastRun: Run | null;
}

const optional = { nullable: true } as const;

@InputType('ScheduleInput', says('Lịch đồng bộ cần đặt', 'The schedule to set'))
export class ScheduleInput {
  @Field(
    () => ID,
    says('Mã kết nối, xem truy vấn connectors', 'Id of the connector, see the query connectors'),
  )
  @Length(1, 100)
  connector: string;

  @Field(
    () => String,
    says(
      'Mã địa phương; mặc định là mọi tỉnh mà khóa được xem',
      'Code of the locality; by default all that the key may see',
      optional,
    ),
  )
  @IsOptional()
  @Length(2, 3)
  locality?: string;

  @Field(
    () => String,
    says(
      'Biểu thức cron năm trường theo giờ Việt Nam, ví dụ "*/15 * * * *"',
      'Cron expression of five fields in the time of Viet Nam, for example "*/15 * * * *"',
    ),
  )
  @Length(9, 200)
  cron: string;

  @Field(
    () => Int,
    says(
      'Mỗi lượt được lùi một phần của số giây này, 0 đến 3600',
      'Each slot is put off by a part of this many seconds, 0 to 3600',
      { defaultValue: 0 },
    ),
  )
  @IsInt()
  @Min(0)
  @Max(3_600)
  jitterSeconds: number;

  @Field(
    () => CatchUp,
    says('Xử lý các lượt bị lỡ', 'What becomes of missed slots', { defaultValue: CatchUp.ONCE }),
  )
  @IsIn(Object.values(CatchUp))
  catchUp: CatchUp;
}
