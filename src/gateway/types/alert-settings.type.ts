/** How watching is set up: alert rules, maintenance windows, and webhooks that are told. */
import { IsBoolean, IsIn, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AlertSeverity, AlertSubject, SEVERITIES } from '../../domain/alert/alert';
import { says, valuesSay } from '../describe';
import './alert.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

export const AlertWorse = { ABOVE: 'ABOVE', BELOW: 'BELOW' } as const;
registerEnumType(AlertWorse, {
  name: 'AlertWorse',
  ...says('Chiều xấu của giá trị', 'Which way a value is worse'),
  valuesConfig: valuesSay<keyof typeof AlertWorse>({
    ABOVE: ['Từ ngưỡng trở lên là xấu', 'Bad from the mark upwards'],
    BELOW: ['Từ ngưỡng trở xuống là xấu', 'Bad from the mark downwards'],
  }),
});

const nullable = { nullable: true } as const;
const DAY_SECONDS = 86_400;

@ObjectType('AlertRule', says('Quy tắc cảnh báo', 'A rule that raises alerts'))
export class AlertRule {
  @Field(() => ID, says('Mã', 'Code'))
  code: string;

  @Field(() => LText, says('Tên', 'Title'))
  title: LText;

  @Field(
    () => LText,
    says('Đơn vị của giá trị; trống khi chỉ có hoặc không', 'Unit; null for a yes or no', nullable),
  )
  unit: LText | null;

  @Field(() => AlertSubject, says('Canh loại đối tượng nào', 'What kind of thing it watches'))
  subject: AlertSubject;

  @Field(() => AlertSeverity, says('Mức nghiêm trọng', 'Severity'))
  severity: AlertSeverity;

  @Field(() => Boolean, says('Đang canh', 'It watches'))
  enabled: boolean;

  @Field(() => AlertWorse, says('Chiều xấu', 'Which way is worse'))
  worse: keyof typeof AlertWorse;

  @Field(() => Float, says('Ngưỡng báo', 'The mark that raises'))
  raiseAt: number;

  @Field(
    () => Float,
    says('Ngưỡng hết; tốt hơn ngưỡng này mới hết', 'The mark that clears: it has to be better'),
  )
  clearAt: number;

  @Field(() => Int, says('Xấu bao nhiêu giây thì báo', 'Seconds that it has to be bad'))
  raiseAfter: number;

  @Field(() => Int, says('Tốt bao nhiêu giây thì hết', 'Seconds that it has to be good'))
  clearAfter: number;
}

@InputType(
  'AlertRuleInput',
  says('Thay đổi của một quy tắc; mục vắng mặt giữ nguyên', 'What to change; the rest stays'),
)
export class AlertRuleInput {
  @Field(() => Float, says('Ngưỡng báo', 'The mark that raises', nullable))
  @IsOptional()
  raiseAt?: number | null;

  @Field(() => Float, says('Ngưỡng hết', 'The mark that clears', nullable))
  @IsOptional()
  clearAt?: number | null;

  @Field(() => Int, says('Xấu bao nhiêu giây thì báo', 'Seconds that it has to be bad', nullable))
  @IsOptional()
  @Min(0)
  @Max(DAY_SECONDS)
  raiseAfter?: number | null;

  @Field(() => Int, says('Tốt bao nhiêu giây thì hết', 'Seconds that it has to be good', nullable))
  @IsOptional()
  @Min(0)
  @Max(DAY_SECONDS)
  clearAfter?: number | null;

  @Field(() => AlertSeverity, says('Mức nghiêm trọng', 'Severity', nullable))
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: AlertSeverity | null;

  @Field(() => Boolean, says('Có canh không', 'Whether it watches', nullable))
  @IsOptional()
  @IsBoolean()
  enabled?: boolean | null;
}

@ObjectType(
  'MaintenanceWindow',
  says('Thời gian bảo trì: không báo gì mới', 'A maintenance window: nothing new is raised'),
)
export class MaintenanceWindow {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => String, says('Mã quy tắc; trống là mọi quy tắc', 'Code of the rule; null means all', nullable))
  rule: string | null;

  @Field(
    () => String,
    says('Mã đối tượng; trống là mọi đối tượng', 'Key of the thing; null means all', nullable),
  )
  subjectKey: string | null;

  @Field(
    () => String,
    says('Mã địa phương; trống là tất cả', 'Code of the locality; null means all', nullable),
  )
  localityCode: string | null;

  @Field(() => DateTimeScalar, says('Từ', 'From'))
  startsAt: Date;

  @Field(() => DateTimeScalar, says('Đến', 'To'))
  endsAt: Date;

  @Field(() => String, says('Lý do', 'Why'))
  reason: string;

  @Field(() => String, says('Nhãn của khóa đã đặt', 'Label of the key that made it'))
  by: string;
}

@InputType('MaintenanceInput', says('Thời gian bảo trì cần đặt', 'A maintenance window to make'))
export class MaintenanceInput {
  @Field(() => String, says('Mã quy tắc; trống là mọi quy tắc', 'Code of the rule; null means all', nullable))
  @IsOptional()
  @MaxLength(60)
  rule?: string | null;

  @Field(
    () => String,
    says('Mã đối tượng; trống là mọi đối tượng', 'Key of the thing; null means all', nullable),
  )
  @IsOptional()
  @MaxLength(200)
  subjectKey?: string | null;

  @Field(
    () => String,
    says('Mã địa phương; trống là tất cả', 'Code of the locality; null means all', nullable),
  )
  @IsOptional()
  @MaxLength(10)
  localityCode?: string | null;

  @Field(() => DateTimeScalar, says('Từ; trống là ngay bây giờ', 'From; null means now', nullable))
  @IsOptional()
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, says('Đến', 'To'))
  @IsOptional()
  endsAt: Date;

  @Field(() => String, says('Lý do', 'Why'))
  @Length(1, 500)
  reason: string;
}

@ObjectType(
  'Webhook',
  says('Nơi được báo qua HTTP khi có cảnh báo', 'A place that is told of alerts over HTTP'),
)
export class Webhook {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => String, says('Nhãn', 'Label'))
  label: string;

  @Field(() => String, says('Địa chỉ', 'Address'))
  url: string;

  @Field(() => AlertSeverity, says('Từ mức này trở lên', 'From this severity on'))
  leastSeverity: AlertSeverity;

  @Field(() => String, says('Chỉ của địa phương này', 'Of this locality only', nullable))
  localityCode: string | null;

  @Field(() => Boolean, says('Đang báo', 'It is told'))
  enabled: boolean;

  @Field(() => Int, says('Số lần đã nhận', 'Deliveries that arrived'))
  delivered: number;

  @Field(() => Int, says('Số lần còn phải gửi', 'Deliveries still to be made'))
  waiting: number;

  @Field(() => Int, says('Số lần đã thôi gửi', 'Deliveries that were given up'))
  givenUp: number;

  @Field(() => DateTimeScalar, says('Lần nhận gần nhất', 'When it last took one', nullable))
  lastDeliveredAt: Date | null;

  @Field(() => Int, says('Mã HTTP của lần gửi gần nhất', 'HTTP status of the newest attempt', nullable))
  lastStatus: number | null;

  @Field(
    () => String,
    says('Lỗi của lần gửi gần nhất, dạng mã', 'Error of the newest attempt, as a code', nullable),
  )
  lastError: string | null;
}

@ObjectType(
  'WebhookWithSecret',
  says('Webhook vừa đặt, kèm khóa ký', 'The webhook as it is now, with its signing secret'),
)
export class WebhookWithSecret {
  @Field(() => Webhook, says('Webhook', 'The webhook'))
  webhook: Webhook;

  @Field(
    () => String,
    says(
      'Khóa ký; chỉ hiện một lần, khi vừa tạo',
      'The signing secret; shown once, when it is made',
      nullable,
    ),
  )
  secret: string | null;
}

@InputType('WebhookInput', says('Webhook cần đặt', 'A webhook to make or change'))
export class WebhookInput {
  @Field(
    () => ID,
    says('Mã của webhook cần sửa; trống là tạo mới', 'Id of the one to change; null makes one', nullable),
  )
  @IsOptional()
  @Length(1, 64)
  id?: string | null;

  @Field(() => String, says('Nhãn', 'Label'))
  @Length(1, 100)
  label: string;

  @Field(() => String, says('Địa chỉ https://', 'Address, https://'))
  @Length(1, 500)
  url: string;

  @Field(
    () => AlertSeverity,
    says('Từ mức này trở lên', 'From this severity on', { defaultValue: 'WARNING' }),
  )
  @IsIn(SEVERITIES)
  leastSeverity: AlertSeverity;

  @Field(() => String, says('Chỉ của địa phương này', 'Of this locality only', nullable))
  @IsOptional()
  @MaxLength(10)
  localityCode?: string | null;

  @Field(() => Boolean, says('Có báo không', 'Whether it is told', { defaultValue: true }))
  @IsBoolean()
  enabled: boolean;
}
