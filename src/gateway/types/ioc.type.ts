/** IOCs of the provinces: how far each is connected, what it feeds the hub, and how it came to stand so. */
import { IsOptional, ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IocStage } from '../../domain/ioc/ioc-stage';
import { says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { Locality } from './locality.type';
import { Run } from './run.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';
import { BooleanFilter, CodeFilter, DateTimeFilter, enumFilter, IntFilter } from './where.type';

registerEnumType(IocStage, {
  name: 'IocStage',
  ...says('Mức độ kết nối của một IOC', 'How far an IOC is connected'),
  valuesConfig: valuesSay<IocStage>({
    NOT_STARTED: ['Chưa triển khai hoặc chưa từng đồng bộ', 'Not set up, or never synchronised'],
    TRIAL: ['Đang thử nghiệm', 'On trial'],
    CONNECTED: ['Đã kết nối', 'Connected'],
    DEGRADED: [
      'Kết nối suy giảm: lỗi lặp lại hoặc thiếu nguồn cấp',
      'Degraded: repeated failures or missing feeds',
    ],
    STALE: ['Mất tín hiệu quá một ngày báo cáo', 'Silent for more than a reporting day'],
  }),
});

@ObjectType('StageReason', says('Vì sao IOC ở mức này', 'Why an IOC stands where it does'))
export class StageReasonType {
  @Field(() => String, says('Mã', 'Code'))
  code: string;

  @Field(() => LText, says('Bằng lời', 'In words'))
  words: LText;
}

@ObjectType(
  'FeedQuality',
  says(
    'Chất lượng theo năm tiêu chí, mỗi tiêu chí từ 0 đến 1',
    'Quality by the five marks, each from 0 to 1',
  ),
)
export class FeedQualityType {
  @Field(() => Float, says('Đúng: bản ghi hợp lệ', 'Correct: valid records'))
  correct: number;

  @Field(() => Float, says('Đủ: bản ghi so với số phải có', 'Complete: of the records due'))
  complete: number;

  @Field(() => Float, says('Sạch: không lặp lại, không lỗi thời', 'Clean: neither repeated nor outdated'))
  clean: number;

  @Field(() => Float, says('Sống: phát hành trước giờ chốt', 'Live: issued before the cut-off'))
  live: number;

  @Field(
    () => Float,
    says('Thống nhất: cùng phiên bản thì cùng nội dung', 'Consistent: one version, one content'),
  )
  consistent: number;

  @Field(() => Boolean, says('Đạt yêu cầu', 'Good enough'))
  good: boolean;
}

@ObjectType('IocFeed', says('Một nguồn cấp dữ liệu của IOC', 'A feed of an IOC'))
export class IocFeedType {
  @Field(() => String, says('Mã', 'Code'))
  code: string;

  @Field(() => LText, says('Tên', 'Title'))
  title: LText;

  @Field(() => Int, says('Số bản ghi được gửi tới', 'Records offered'))
  offered: number;

  @Field(() => Int, says('Số bản ghi được nhận', 'Records accepted'))
  accepted: number;

  @Field(() => Int, says('Số bản ghi bị loại', 'Records rejected'))
  rejected: number;

  @Field(
    () => Int,
    says('Trong số được nhận, đã có hoặc lỗi thời', 'Of those accepted, known already or outdated'),
  )
  deduplicated: number;

  @Field(
    () => FeedQualityType,
    says('Chất lượng; trống khi chưa có dữ liệu', 'Quality; null before anything came in', {
      nullable: true,
    }),
  )
  quality: FeedQualityType | null;

  @Field(() => Int, says('Phiên bản cao nhất đã nhận', 'Highest version received', { nullable: true }))
  lastVersion: number | null;

  @Field(
    () => DateTimeScalar,
    says('Bản ghi mới nhất được phát hành lúc', 'When its newest record was issued', { nullable: true }),
  )
  lastRecordAt: Date | null;

  @Field(
    () => DateTimeScalar,
    says('Hub nhận lần cuối lúc', 'When the hub last received from it', { nullable: true }),
  )
  lastReceivedAt: Date | null;

  @Field(() => String, says('Lỗi gần nhất, dạng mã', 'Last failure, as a code', { nullable: true }))
  lastError: string | null;
}

@ObjectType('IocStageChange', says('Một lần đổi mức kết nối', 'A step from one stage to another'))
export class IocStageChangeType {
  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(() => IocStage, says('Từ mức', 'From'))
  from: IocStage;

  @Field(() => IocStage, says('Đến mức', 'To'))
  to: IocStage;

  @Field(() => StageReasonType, says('Vì sao', 'Why'))
  why: StageReasonType;
}

@ObjectType('IocNode', says('IOC của một tỉnh, thành phố', 'The IOC of a province'))
export class IocNodeType {
  @Field(() => Locality, says('Tỉnh, thành phố', 'The province'))
  locality: Locality;

  @Field(() => IocStage, says('Mức độ kết nối', 'How far it is connected'))
  stage: IocStage;

  @Field(() => DateTimeScalar, says('Từ thời điểm', 'Since'))
  stageSince: Date;

  @Field(() => StageReasonType, says('Vì sao', 'Why'))
  why: StageReasonType;

  @Field(
    () => Boolean,
    says(
      'Đã kết nối Trung tâm chỉ đạo điều hành của Chính phủ',
      "Connected to the Government's command centre",
    ),
  )
  connectedToCentre: boolean;

  @Field(() => Boolean, says('Đã kết nối CSDLQG về dân cư', 'Connected to the national population database'))
  connectedToRegister: boolean;

  @Field(() => DateTimeScalar, says('Nhịp tim gần nhất', 'Last heartbeat', { nullable: true }))
  lastHeartbeatAt: Date | null;

  @Field(() => DateTimeScalar, says('Đồng bộ thành công gần nhất', 'Last success', { nullable: true }))
  lastSyncAt: Date | null;

  @Field(() => DateTimeScalar, says('Lần thử gần nhất', 'Last attempt', { nullable: true }))
  lastAttemptAt: Date | null;

  @Field(
    () => DateTimeScalar,
    says('Giờ chốt gần nhất của ngày báo cáo', 'The last cut-off of a reporting day', { nullable: true }),
  )
  cutOffAt: Date | null;

  @Field(() => Float, says('Độ trễ, phút', 'Lag in minutes', { nullable: true }))
  lagMinutes: number | null;

  @Field(() => Int, says('Số lần lỗi liên tiếp', 'Failures in a row'))
  consecutiveFailures: number;

  @Field(() => String, says('Lỗi gần nhất, dạng mã', 'Last failure, as a code', { nullable: true }))
  lastError: string | null;

  @Field(() => Boolean, says('Dữ liệu mô phỏng', 'Simulated'))
  simulated: boolean;

  @Field(() => Run, says('Lượt đồng bộ gần nhất', 'The last synchronisation', { nullable: true }))
  lastRun: Run | null;

  @Field(() => [IocFeedType], says('Các nguồn cấp phải có', 'The feeds that are due', listOf(6)))
  feeds: IocFeedType[];

  @Field(
    () => [IocStageChangeType],
    says('Các lần đổi mức, mới nhất trước', 'Steps, newest first', listOf(20)),
  )
  history: IocStageChangeType[];
}

const optional = { nullable: true } as const;
const StageFilter = enumFilter('IocStageKindFilter', IocStage, 'mức độ kết nối', 'stage');

@InputType('IocNodeWhere', says('Lọc các IOC', 'Which IOCs'))
export class IocNodeWhere {
  @Field(() => StageFilter, says('Mức độ kết nối', 'Stage', optional))
  @IsOptional()
  @ValidateNested()
  stage?: object;

  @Field(() => CodeFilter, says('Mã tỉnh, thành phố', 'Code of the province', optional))
  @IsOptional()
  @ValidateNested()
  locality?: CodeFilter;

  @Field(
    () => BooleanFilter,
    says('Đã kết nối Trung tâm của Chính phủ', "Connected to the Government's centre", optional),
  )
  @IsOptional()
  @ValidateNested()
  connectedToCentre?: BooleanFilter;

  @Field(() => IntFilter, says('Số lần lỗi liên tiếp', 'Failures in a row', optional))
  @IsOptional()
  @ValidateNested()
  consecutiveFailures?: IntFilter;

  @Field(() => DateTimeFilter, says('Đồng bộ thành công gần nhất', 'Last success', optional))
  @IsOptional()
  @ValidateNested()
  lastSyncAt?: DateTimeFilter;

  @Field(() => [IocNodeWhere], says('Mọi điều kiện đều đúng', 'All of these', optional))
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  and?: IocNodeWhere[];

  @Field(() => [IocNodeWhere], says('Ít nhất một điều kiện đúng', 'Any of these', optional))
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  or?: IocNodeWhere[];

  @Field(() => IocNodeWhere, says('Điều kiện không đúng', 'Not this', optional))
  @IsOptional()
  @ValidateNested()
  not?: IocNodeWhere;
}
