/** The IOC of a province as a status board shows it: one flat row. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IocStage } from '../../domain/ioc/ioc-stage';
import { READ_PLAINLY, says } from '../describe';
import './ioc.type';
import { DateTimeScalar } from './scalars';

const nullable = { nullable: true } as const;

@ObjectType(
  'IocStatusFlat',
  says('IOC của một tỉnh, dạng phẳng', 'The IOC of a province, flat', READ_PLAINLY),
)
export class IocStatusFlat {
  @Field(() => String, says('Mã địa phương', 'Code of the locality'))
  locality: string;

  @Field(() => String, says('Tên địa phương', 'Name of the locality'))
  localityName: string;

  @Field(() => IocStage, says('Mức kết nối', 'Stage'))
  stage: IocStage;

  @Field(() => DateTimeScalar, says('Ở mức này từ', 'Since when'))
  stageSince: Date;

  @Field(() => String, says('Vì sao, bằng lời', 'Why, in words'))
  why: string;

  @Field(() => Boolean, says('Đã kết nối Trung tâm của Chính phủ', "Connected to the Government's centre"))
  connectedToCentre: boolean;

  @Field(() => Boolean, says('Đã kết nối CSDLQG về dân cư', 'Connected to the population database'))
  connectedToRegister: boolean;

  @Field(() => DateTimeScalar, says('Nhịp gần nhất', 'Last heartbeat', nullable))
  lastHeartbeatAt: Date | null;

  @Field(
    () => DateTimeScalar,
    says('Đồng bộ thành công gần nhất', 'Last successful synchronisation', nullable),
  )
  lastSyncAt: Date | null;

  @Field(() => DateTimeScalar, says('Lần hỏi gần nhất', 'When it was last asked', nullable))
  lastAttemptAt: Date | null;

  @Field(() => DateTimeScalar, says('Mốc chốt số liệu', 'Cut-off of its figures', nullable))
  cutOffAt: Date | null;

  @Field(() => Float, says('Độ trễ, phút', 'Lag, minutes', nullable))
  lagMinutes: number | null;

  @Field(() => Int, says('Số lần lỗi liên tiếp', 'Failures in a row'))
  consecutiveFailures: number;

  @Field(() => String, says('Lỗi gần nhất, dạng mã', 'Last error, as a code', nullable))
  lastError: string | null;

  @Field(() => Int, says('Số nguồn cấp', 'Feeds'))
  feeds: number;

  @Field(() => Int, says('Bản ghi được gửi', 'Records offered'))
  offered: number;

  @Field(() => Int, says('Bản ghi được nhận', 'Records accepted'))
  accepted: number;

  @Field(() => Int, says('Bản ghi bị loại', 'Records rejected'))
  rejected: number;

  @Field(() => Int, says('Bản ghi trùng', 'Records that were duplicates'))
  deduplicated: number;

  @Field(
    () => Float,
    says(
      'Điểm đúng, đủ, sạch, sống, thống nhất, từ 0 đến 100',
      'Mean of the five quality marks, 0 to 100',
      nullable,
    ),
  )
  quality: number | null;

  @Field(() => Int, says('Số cảnh báo chưa hết', 'Alerts that are not over'))
  openAlerts: number;

  @Field(() => Boolean, says('Dữ liệu mô phỏng', 'Simulated'))
  simulated: boolean;
}
