/** Indicators: the catalogue, what was observed, and how an item stands by them. */
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Direction, IndicatorUnit, ScoreBand } from '../../domain/indicator/indicator-score';
import { READ_PLAINLY, says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { Evidence } from './evidence.type';
import { StatusRule } from './matrix.type';
import { DateTimeScalar } from './scalars';
import { LText } from './text.type';

registerEnumType(IndicatorUnit, {
  name: 'IndicatorUnit',
  ...says('Đơn vị của chỉ số', 'Unit of an indicator'),
  valuesConfig: valuesSay<IndicatorUnit>({
    PERCENT: ['Phần trăm', 'Percent'],
    RATIO: ['Tỷ số', 'A ratio'],
    COUNT: ['Số đếm', 'A count'],
    DAYS: ['Ngày', 'Days'],
    MINUTES: ['Phút', 'Minutes'],
  }),
});

registerEnumType(Direction, {
  name: 'Direction',
  ...says('Chiều tốt của chỉ số', 'Which way is better'),
  valuesConfig: valuesSay<Direction>({
    UP: ['Càng cao càng tốt', 'More is better'],
    DOWN: ['Càng thấp càng tốt', 'Less is better'],
  }),
});

registerEnumType(ScoreBand, {
  name: 'ScoreBand',
  ...says('Mức xếp loại', 'The band of a score'),
  valuesConfig: valuesSay<ScoreBand>({
    DONE: ['Hoàn thành', 'Target reached'],
    ABOVE_MEAN: ['Chưa hoàn thành, bằng hoặc tốt hơn trung bình', 'Not reached, at or better than the mean'],
    BELOW_MEAN: ['Chưa hoàn thành, kém trung bình', 'Not reached, worse than the mean'],
    BELOW_LOWER: ['Chưa hoàn thành, dưới ngưỡng', 'Not reached, below the lower threshold'],
  }),
});

@ObjectType('IndicatorSource', says('Kết nối cung cấp chỉ số', 'The connector that observes an indicator'))
export class IndicatorSource {
  @Field(() => ID, says('Mã kết nối', 'Key of the connector'))
  key: string;

  @Field(
    () => Boolean,
    says(
      'Kết nối đã có trên hub; nếu chưa, số liệu vào bằng tệp CSV',
      'It is there; until then figures come in as CSV',
    ),
  )
  connected: boolean;
}

@ObjectType('Indicator', says('Một chỉ số trong danh mục', 'An indicator of the catalogue'))
export class Indicator {
  @Field(() => ID, says('Mã chỉ số', 'Code'))
  code: string;

  @Field(() => String, says('Đường dẫn mục của ma trận', 'Path of the item it belongs to'))
  itemPath: string;

  @Field(() => LText, says('Tên', 'Name'))
  name: LText;

  @Field(() => IndicatorUnit, says('Đơn vị', 'Unit'))
  unit: IndicatorUnit;

  @Field(() => LText, says('Tử số, hoặc điều được đo', 'Numerator, or what is measured'))
  numerator: LText;

  @Field(() => LText, says('Mẫu số', 'Denominator', { nullable: true }))
  denominator: LText | null;

  @Field(() => Direction, says('Chiều tốt', 'Which way is better'))
  direction: Direction;

  @Field(() => Float, says('Mục tiêu, theo đơn vị của chỉ số', 'Target, in the unit'))
  target: number;

  @Field(() => Float, says('Ngưỡng tối thiểu', 'Lower threshold'))
  lowerThreshold: number;

  @Field(() => IndicatorSource, says('Nguồn số liệu', 'Where its figures come from'))
  connector: IndicatorSource;

  @Field(
    () => StatusRule,
    says('Quy tắc suy ra trạng thái từ chỉ số', 'The rule by which it derives statuses'),
  )
  statusRule: StatusRule;

  @Field(() => [String], says('Các cột mà chỉ số là bằng chứng', 'The columns that it speaks for'))
  columns: string[];

  @Field(() => String, says('Ghi chú', 'Note', { nullable: true }))
  note: string | null;

  @Field(() => DateTimeScalar, says('Quan sát mới nhất', 'The newest observation', { nullable: true }))
  lastObservedAt: Date | null;
}

@ObjectType('Observation', says('Một quan sát của chỉ số', 'An observation of an indicator'))
export class Observation {
  @Field(() => ID, says('Mã nhận diện', 'Identity'))
  id: string;

  @Field(() => DateTimeScalar, says('Thời điểm quan sát', 'When it was observed'))
  observedAt: Date;

  @Field(() => Float, says('Giá trị', 'Value'))
  value: number;

  @Field(() => Float, says('Tử số', 'Numerator', { nullable: true }))
  numerator: number | null;

  @Field(() => Float, says('Mẫu số', 'Denominator', { nullable: true }))
  denominator: number | null;

  @Field(() => Boolean, says('Dữ liệu mô phỏng', 'Simulated'))
  simulated: boolean;

  @Field(() => String, says('Vào bằng cách nào: run hoặc csv', 'How it came in: run or csv'))
  source: string;
}

@ObjectType('IndicatorScore', says('Một chỉ số trong một bản đánh giá', 'An indicator in an assessment'))
export class IndicatorScore {
  @Field(() => Indicator, says('Chỉ số', 'The indicator'))
  indicator: Indicator;

  @Field(
    () => Observation,
    says('Quan sát mới nhất trong kỳ', 'Its newest observation in the period', { nullable: true }),
  )
  observation: Observation | null;

  @Field(
    () => ScoreBand,
    says('Mức xếp loại; trống khi chưa có số liệu', 'Its band; null without an observation', {
      nullable: true,
    }),
  )
  band: ScoreBand | null;

  @Field(() => LText, says('Xếp loại bằng lời', 'The band in words', { nullable: true }))
  words: LText | null;

  @Field(() => Float, says('Trung bình các tỉnh', 'Mean of the provinces', { nullable: true }))
  mean: number | null;

  @Field(
    () => Int,
    says('Thứ hạng trong các tỉnh, từ 1', 'Rank among the provinces, from 1', { nullable: true }),
  )
  rank: number | null;

  @Field(() => Int, says('Số tỉnh có số liệu', 'Provinces that were observed', { nullable: true }))
  rankOf: number | null;

  @Field(
    () => Float,
    says('Còn thiếu bao nhiêu để đạt mục tiêu', 'How many are still missing to the target', {
      nullable: true,
    }),
  )
  missing: number | null;
}

@ObjectType(
  'MetricEvidence',
  says('Quan sát của một chỉ số', 'An observation of an indicator', {
    implements: Evidence,
    ...READ_PLAINLY,
  }),
)
export class MetricEvidence extends Evidence {}

@ObjectType('CoverageItem', says('Mục của biểu mẫu', 'An item of the form'))
export class CoverageItem {
  @Field(() => ID, says('Đường dẫn', 'Path'))
  path: string;

  @Field(() => LText, says('Nội dung', 'Title'))
  title: LText;

  @Field(() => Boolean, says('Dòng trống của biểu mẫu', 'A blank row of the form'))
  blank: boolean;
}

@ObjectType('Coverage', says('Mục nào được chỉ số nào nuôi', 'Which indicators feed an item'))
export class Coverage {
  @Field(() => CoverageItem, says('Mục', 'The item'))
  item: CoverageItem;

  @Field(() => [Indicator], says('Các chỉ số của mục', 'Its indicators', listOf(2)))
  indicators: Indicator[];
}
