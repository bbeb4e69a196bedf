/** Connectors: the sources that the workers can ask. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { says, valuesSay } from '../describe';
import { Node } from './node.type';
import { DateTimeScalar, JsonScalar } from './scalars';
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

export const DataClass = { PERSONAL: 'PERSONAL', AGGREGATE: 'AGGREGATE', PUBLIC: 'PUBLIC' } as const;
export type DataClass = (typeof DataClass)[keyof typeof DataClass];

registerEnumType(DataClass, {
  name: 'DataClass',
  ...says('Loại dữ liệu đi qua một kết nối', 'What passes through a connector'),
  valuesConfig: valuesSay<DataClass>({
    PERSONAL: ['Dữ liệu cá nhân', 'Personal data'],
    AGGREGATE: ['Số liệu tổng hợp về nhóm', 'Figures about groups'],
    PUBLIC: ['Dữ liệu công khai', 'Public data'],
  }),
});

@ObjectType('ConnectorLimits', says('Giới hạn của kết nối', 'The limits of a connector'))
export class ConnectorLimits {
  @Field(() => Int, says('Số người tối đa trong một yêu cầu', 'Most people that a call may ask for'))
  batch: number;

  @Field(
    () => Int,
    says('Số yêu cầu đồng thời của một tiến trình', 'Calls of one worker that may be under way at once'),
  )
  inFlight: number;

  @Field(() => Int, says('Hạn cho một yêu cầu, mili giây', 'What one call may take, milliseconds'))
  deadlineMs: number;
}

export const ConformanceOutcome = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;
export type ConformanceOutcome = (typeof ConformanceOutcome)[keyof typeof ConformanceOutcome];

registerEnumType(ConformanceOutcome, {
  name: 'ConformanceOutcome',
  ...says('Kết quả một phép thử', 'What came of a conformance case'),
  valuesConfig: valuesSay<ConformanceOutcome>({
    PASSED: ['Đạt', 'Passed'],
    FAILED: ['Không đạt', 'Failed'],
    NOT_APPLICABLE: ['Không áp dụng cho kết nối này', 'Does not apply to this connector'],
  }),
});

@ObjectType('ConformanceCase', says('Một phép thử của bộ thử hợp chuẩn', 'One case of the conformance suite'))
export class ConformanceCase {
  @Field(() => String, says('Mã của phép thử', 'Code of the case'))
  id: string;

  @Field(() => ConformanceOutcome, says('Kết quả', 'What came of it'))
  outcome: ConformanceOutcome;

  @Field(() => String, says('Vì sao, bằng tiếng Anh', 'Why, in English', { nullable: true }))
  detail: string | null;
}

@ObjectType(
  'ConformanceReport',
  says('Kết quả chạy bộ thử hợp chuẩn (hub06 conform)', 'A run of the conformance suite (hub06 conform)'),
)
export class ConformanceReport {
  @Field(() => DateTimeScalar, says('Thời điểm chạy', 'When it ran'))
  at: Date;

  @Field(() => Int, says('Số phép thử đạt', 'Cases passed'))
  passed: number;

  @Field(() => Int, says('Số phép thử không đạt', 'Cases failed'))
  failed: number;

  @Field(() => Int, says('Số phép thử không áp dụng', 'Cases that do not apply'))
  notApplicable: number;

  @Field(() => [ConformanceCase], says('Từng phép thử', 'Case by case'))
  cases: ConformanceCase[];
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

  @Field(() => DataClass, says('Loại dữ liệu đi qua', 'What passes through it'))
  dataClass: DataClass;

  @Field(() => ConnectorLimits, says('Giới hạn', 'Limits'))
  limits: ConnectorLimits;

  @Field(
    () => JsonScalar,
    says(
      'Lược đồ JSON Schema của thiết lập; writeOnly là mục bí mật, label là tên mục bằng hai thứ tiếng',
      'JSON Schema of the settings; writeOnly marks a secret, label names a setting in both languages',
    ),
  )
  settingsSchema: Record<string, unknown>;

  @Field(
    () => JsonScalar,
    says(
      'Thiết lập đã lưu trong hub, không gồm mục bí mật; chỉ quản trị viên thấy',
      'The settings stored in the hub, without secrets; for administrators only',
      { nullable: true },
    ),
  )
  settings: Record<string, unknown> | null;

  @Field(
    () => Boolean,
    says('Hub đang lưu mục bí mật (không bao giờ đọc ra được)', 'The hub stores secrets (never readable)'),
  )
  secretsStored: boolean;

  @Field(
    () => String,
    says(
      'Vì sao chưa dùng được với thiết lập hiện tại, dạng mã; trống khi dùng được',
      'Why it cannot be used as it is set up, as a code; null when it can',
      { nullable: true },
    ),
  )
  settingsProblem: string | null;

  @Field(
    () => ConformanceReport,
    says('Lần chạy bộ thử hợp chuẩn gần nhất', 'The last run of the conformance suite', { nullable: true }),
  )
  conformance: ConformanceReport | null;
}
