/** Alerts: what is wrong where, since when, who looks after it, and how it ended. */
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AlertSeverity, AlertState, AlertSubject } from '../../domain/alert/alert';
import { READ_PLAINLY, says, valuesSay } from '../describe';
import { connectionOf } from './connection.type';
import { Locality } from './locality.type';
import { Node } from './node.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';
import { CodeFilter, DateTimeFilter, enumFilter } from './where.type';

registerEnumType(AlertState, {
  name: 'AlertState',
  ...says('Trạng thái của cảnh báo', 'Where an alert stands'),
  valuesConfig: valuesSay<AlertState>({
    PENDING: ['Đang xấu nhưng chưa đủ lâu để báo', 'Bad, but not for long enough to disturb anybody'],
    OPEN: ['Đang mở', 'Open'],
    ACKNOWLEDGED: ['Đã có người nhận', 'Somebody looks after it'],
    CLEARED: ['Đã hết', 'Over'],
  }),
});

registerEnumType(AlertSeverity, {
  name: 'AlertSeverity',
  ...says('Mức nghiêm trọng', 'How bad it is'),
  valuesConfig: valuesSay<AlertSeverity>({
    INFO: ['Để biết', 'For information'],
    WARNING: ['Cần xử lý', 'To be looked after'],
    CRITICAL: ['Cần xử lý ngay', 'To be looked after at once'],
  }),
});

registerEnumType(AlertSubject, {
  name: 'AlertSubject',
  ...says('Loại đối tượng được canh', 'What kind of thing is watched'),
  valuesConfig: valuesSay<AlertSubject>({
    CONNECTOR: ['Kết nối', 'A connector'],
    IOC_NODE: ['IOC của một tỉnh', 'The IOC of a province'],
    SCHEDULE: ['Lịch chạy', 'A schedule'],
    RUN: ['Lượt chạy', 'A run'],
  }),
});

export const AlertHappening = { RAISED: 'RAISED', ACKNOWLEDGED: 'ACKNOWLEDGED', CLEARED: 'CLEARED' } as const;
registerEnumType(AlertHappening, {
  name: 'AlertHappening',
  ...says('Điều xảy ra với cảnh báo', 'What happened to an alert'),
  valuesConfig: valuesSay<keyof typeof AlertHappening>({
    RAISED: ['Được báo', 'Raised'],
    ACKNOWLEDGED: ['Có người nhận', 'Acknowledged'],
    CLEARED: ['Hết', 'Cleared'],
  }),
});

const nullable = { nullable: true } as const;

@ObjectType('AlertEvent', says('Một bước của cảnh báo', 'A step of an alert'))
export class AlertEvent {
  @Field(() => DateTimeScalar, says('Thời điểm', 'When'))
  at: Date;

  @Field(() => AlertHappening, says('Điều xảy ra', 'What happened'))
  event: keyof typeof AlertHappening;

  @Field(() => Float, says('Giá trị lúc đó', 'The value then', nullable))
  value: number | null;

  @Field(() => String, says('Nhãn của khóa đã thực hiện', 'Label of the key that acted', nullable))
  by: string | null;

  @Field(() => String, says('Ghi chú', 'Note', nullable))
  note: string | null;
}

@ObjectType('Alert', says('Một cảnh báo', 'An alert', { implements: Node }))
export class Alert extends Node {
  @Field(() => String, says('Mã quy tắc', 'Code of the rule'))
  rule: string;

  @Field(() => LText, says('Tên quy tắc', 'Title of the rule'))
  title: LText;

  @Field(() => LText, says('Câu tóm tắt: điều gì, ở đâu, bao nhiêu', 'In a sentence: what, where, how much'))
  summary: LText;

  @Field(() => AlertSeverity, says('Mức nghiêm trọng', 'How bad it is'))
  severity: AlertSeverity;

  @Field(() => AlertState, says('Trạng thái', 'Where it stands'))
  state: AlertState;

  @Field(() => AlertSubject, says('Loại đối tượng', 'What kind of thing it concerns'))
  subjectKind: AlertSubject;

  @Field(() => ID, says('Mã đối tượng', 'Key of the thing it concerns'))
  subjectKey: string;

  @Field(() => LText, says('Tên đối tượng', 'Name of the thing it concerns'))
  subject: LText;

  @Field(
    () => Locality,
    says('Địa phương; trống khi liên quan cả hub', 'Locality; null for the whole hub', nullable),
  )
  locality: Locality | null;

  @Field(
    () => Float,
    says('Giá trị mới nhất, theo đơn vị của quy tắc', 'Newest value, in the unit of the rule', nullable),
  )
  value: number | null;

  @Field(() => DateTimeScalar, says('Xấu từ lúc', 'Since when it is bad'))
  since: Date;

  @Field(() => DateTimeScalar, says('Được báo lúc', 'When it was raised', nullable))
  raisedAt: Date | null;

  @Field(() => DateTimeScalar, says('Có người nhận lúc', 'When it was acknowledged', nullable))
  acknowledgedAt: Date | null;

  @Field(() => String, says('Nhãn của khóa đã nhận', 'Label of the key that acknowledged it', nullable))
  acknowledgedBy: string | null;

  @Field(() => String, says('Ghi chú của người nhận', 'What was said when it was acknowledged', nullable))
  note: string | null;

  @Field(() => DateTimeScalar, says('Hết lúc', 'When it was over', nullable))
  clearedAt: Date | null;

  @Field(() => Boolean, says('Đang trong thời gian bảo trì', 'In a maintenance window now'))
  muted: boolean;

  @Field(() => Boolean, says('Về một nguồn mô phỏng', 'About a simulated source'))
  simulated: boolean;

  @Field(() => DateTimeScalar, says('Đổi trạng thái lần cuối', 'When its state last changed'))
  changedAt: Date;
}

@ObjectType('AlertFlat', says('Một cảnh báo, dạng phẳng', 'An alert, flat', READ_PLAINLY))
export class AlertFlat {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => String, says('Mã quy tắc', 'Code of the rule'))
  rule: string;

  @Field(() => AlertSeverity, says('Mức nghiêm trọng', 'How bad it is'))
  severity: AlertSeverity;

  @Field(() => AlertState, says('Trạng thái', 'Where it stands'))
  state: AlertState;

  @Field(() => String, says('Mã đối tượng', 'Key of the thing it concerns'))
  subject: string;

  @Field(() => String, says('Mã địa phương', 'Code of the locality', nullable))
  locality: string | null;

  @Field(() => String, says('Câu tóm tắt', 'In a sentence'))
  summary: string;

  @Field(() => Float, says('Giá trị', 'Value', nullable))
  value: number | null;

  @Field(() => DateTimeScalar, says('Xấu từ lúc', 'Since when it is bad'))
  since: Date;

  @Field(() => DateTimeScalar, says('Được báo lúc', 'When it was raised', nullable))
  raisedAt: Date | null;

  @Field(() => String, says('Nhãn của khóa đã nhận', 'Label of the key that acknowledged it', nullable))
  acknowledgedBy: string | null;

  @Field(() => DateTimeScalar, says('Hết lúc', 'When it was over', nullable))
  clearedAt: Date | null;

  @Field(() => Boolean, says('Đang trong thời gian bảo trì', 'In a maintenance window now'))
  muted: boolean;

  @Field(() => Boolean, says('Về một nguồn mô phỏng', 'About a simulated source'))
  simulated: boolean;

  @Field(() => DateTimeScalar, says('Đổi trạng thái lần cuối', 'When its state last changed'))
  changedAt: Date;
}

export const AlertConnection = connectionOf('Alert', () => Alert, 'cảnh báo', 'alerts');

const AlertStateFilter = enumFilter(
  'AlertStateFilter',
  AlertState,
  'trạng thái cảnh báo',
  'state of an alert',
);
const AlertSeverityFilter = enumFilter('AlertSeverityFilter', AlertSeverity, 'mức nghiêm trọng', 'severity');

@InputType('AlertWhere', says('Lọc cảnh báo', 'Which alerts'))
export class AlertWhere {
  @Field(() => AlertStateFilter, says('Trạng thái', 'State', nullable))
  @IsOptional()
  @ValidateNested()
  state?: object;

  @Field(() => AlertSeverityFilter, says('Mức nghiêm trọng', 'Severity', nullable))
  @IsOptional()
  @ValidateNested()
  severity?: object;

  @Field(() => CodeFilter, says('Mã quy tắc', 'Code of the rule', nullable))
  @IsOptional()
  @ValidateNested()
  rule?: CodeFilter;

  @Field(() => CodeFilter, says('Mã đối tượng', 'Key of the thing it concerns', nullable))
  @IsOptional()
  @ValidateNested()
  subject?: CodeFilter;

  @Field(() => CodeFilter, says('Mã địa phương', 'Code of the locality', nullable))
  @IsOptional()
  @ValidateNested()
  locality?: CodeFilter;

  @Field(() => DateTimeFilter, says('Được báo lúc', 'When it was raised', nullable))
  @IsOptional()
  @ValidateNested()
  raisedAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, says('Đổi trạng thái lần cuối', 'When its state last changed', nullable))
  @IsOptional()
  @ValidateNested()
  changedAt?: DateTimeFilter;

  @Field(() => [AlertWhere], says('Mọi điều kiện đều đúng', 'All of these', nullable))
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  and?: AlertWhere[];

  @Field(() => [AlertWhere], says('Ít nhất một điều kiện đúng', 'Any of these', nullable))
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  or?: AlertWhere[];

  @Field(() => AlertWhere, says('Điều kiện không đúng', 'Not this', nullable))
  @IsOptional()
  @ValidateNested()
  not?: AlertWhere;
}
