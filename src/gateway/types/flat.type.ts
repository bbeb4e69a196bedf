/** Flat rows for panels: scalars only, one row a thing, column names that stay. */
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HEAT_COLUMNS, HEAT_MEASURES, HEAT_ROWS } from '../../db/queries/list-flat-cells';
import { IndicatorUnit } from '../../domain/indicator/indicator-score';
import { CellStatus, StatusSource, TextState } from '../../domain/matrix/matrix-status';
import { READ_PLAINLY, says, valuesSay } from '../describe';
import { DateTimeScalar } from './scalars';

export const MOST_FLAT_ROWS = 5_000;

@ObjectType('MatrixCellFlat', says('Một ô, dạng phẳng', 'A cell, flat', READ_PLAINLY))
export class MatrixCellFlat {
  @Field(() => String, says('Mã địa phương', 'Code of the locality'))
  locality: string;

  @Field(() => String, says('Tên địa phương', 'Name of the locality'))
  localityName: string;

  @Field(() => String, says('Mã kỳ', 'Code of the period'))
  period: string;

  @Field(() => String, says('Nhóm', 'Group'))
  group: string;

  @Field(() => String, says('Đường dẫn mục', 'Path of the item'))
  item: string;

  @Field(() => String, says('Nội dung mục', 'Title of the item'))
  itemTitle: string;

  @Field(() => String, says('Mã cột', 'Code of the column'))
  column: string;

  @Field(() => String, says('Tên cột', 'Title of the column'))
  columnTitle: string;

  @Field(() => TextState, says('Ô trống, gạch ngang, có chữ hay gộp', 'Empty, a dash, prose or merged'))
  textState: TextState;

  @Field(() => String, says('Nội dung', 'The prose', { nullable: true }))
  text: string | null;

  @Field(() => CellStatus, says('Trạng thái', 'Status'))
  status: CellStatus;

  @Field(() => StatusSource, says('Trạng thái do đâu', 'Who says so'))
  statusSource: StatusSource;

  @Field(
    () => String,
    says('Vì sao quy tắc suy ra trạng thái này', 'The facts from which a rule derived it', {
      nullable: true,
    }),
  )
  statusWhy: string | null;

  @Field(() => Boolean, says('Cần theo dõi', 'Marked for follow-up'))
  followUp: boolean;

  @Field(() => Int, says('Số bằng chứng', 'How much evidence'))
  evidence: number;

  @Field(() => Boolean, says('Có bằng chứng mô phỏng', 'Some of the evidence is simulated'))
  simulated: boolean;

  @Field(() => DateTimeScalar, says('Lần thay đổi gần nhất', 'When it was last changed'))
  changedAt: Date;
}

const keys = <Name extends string>(object: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.keys(object).map((name) => [name, name])) as { [Key in Name]: Key };

export const HeatmapRows = keys(HEAT_ROWS);
export const HeatmapColumns = keys(HEAT_COLUMNS);
export const HeatmapMeasure = keys(HEAT_MEASURES);

registerEnumType(HeatmapRows, {
  name: 'HeatmapRows',
  ...says('Dòng của bản đồ nhiệt', 'Rows of a heat map'),
  valuesConfig: valuesSay<keyof typeof HeatmapRows>({ ITEM: ['Mục', 'Items'], GROUP: ['Nhóm', 'Groups'] }),
});

registerEnumType(HeatmapColumns, {
  name: 'HeatmapColumns',
  ...says('Cột của bản đồ nhiệt', 'Columns of a heat map'),
  valuesConfig: valuesSay<keyof typeof HeatmapColumns>({
    COLUMN: ['Cột đánh giá', 'Judging columns'],
    LOCALITY: ['Địa phương', 'Localities'],
    PERIOD: ['Kỳ', 'Periods'],
  }),
});

registerEnumType(HeatmapMeasure, {
  name: 'HeatmapMeasure',
  ...says('Giá trị của bản đồ nhiệt', 'What a heat map shows'),
  valuesConfig: valuesSay<keyof typeof HeatmapMeasure>({
    BENEFIT_SHARE: [
      'Tỷ lệ hưởng lợi trong các ô đã đánh giá, một phần tính nửa điểm',
      'Share that benefits among the assessed cells, partly counted as half',
    ],
    NOT_YET_SHARE: [
      'Tỷ lệ chưa hưởng lợi trong các ô đã đánh giá',
      'Share that does not yet, among the assessed cells',
    ],
    ASSESSED_SHARE: ['Tỷ lệ ô đã đánh giá', 'Share of the cells that are assessed'],
    CLAIM_SHARE: ['Tỷ lệ ô có nội dung', 'Share of the cells that say something'],
    FOLLOW_UP_COUNT: ['Số ô cần theo dõi', 'Cells marked for follow-up'],
  }),
});

@ObjectType('HeatmapFlat', says('Một điểm của bản đồ nhiệt', 'A field of a heat map', READ_PLAINLY))
export class HeatmapFlat {
  @Field(() => String, says('Dòng', 'Row'))
  row: string;

  @Field(() => String, says('Cột', 'Column'))
  column: string;

  @Field(
    () => Float,
    says('Giá trị; trống khi chưa ô nào được đánh giá', 'Value; null where no cell is assessed', {
      nullable: true,
    }),
  )
  value: number | null;

  @Field(() => Int, says('Số ô', 'Cells'))
  cells: number;
}

@ObjectType('MetricPointFlat', says('Một quan sát, dạng phẳng', 'An observation, flat', READ_PLAINLY))
export class MetricPointFlat {
  @Field(() => DateTimeScalar, says('Thời điểm', 'Time'))
  time: Date;

  @Field(() => String, says('Mã chỉ số', 'Code of the indicator'))
  indicator: string;

  @Field(() => String, says('Tên chỉ số', 'Name of the indicator'))
  indicatorName: string;

  @Field(() => String, says('Đường dẫn mục', 'Path of the item'))
  item: string;

  @Field(() => String, says('Mã địa phương', 'Code of the locality'))
  locality: string;

  @Field(() => String, says('Tên địa phương', 'Name of the locality'))
  localityName: string;

  @Field(() => String, says('Mã kỳ', 'Code of the period'))
  period: string;

  @Field(() => Float, says('Giá trị', 'Value'))
  value: number;

  @Field(() => Float, says('Tử số', 'Numerator', { nullable: true }))
  numerator: number | null;

  @Field(() => Float, says('Mẫu số', 'Denominator', { nullable: true }))
  denominator: number | null;

  @Field(() => IndicatorUnit, says('Đơn vị', 'Unit'))
  unit: IndicatorUnit;

  @Field(() => Float, says('Mục tiêu', 'Target'))
  target: number;

  @Field(() => Boolean, says('Dữ liệu mô phỏng', 'Simulated'))
  simulated: boolean;
}

@ObjectType('MetricStep', says('Một bước của chuỗi thời gian', 'A step of a series', READ_PLAINLY))
export class MetricStep {
  @Field(() => DateTimeScalar, says('Đầu bước', 'Where the step begins'))
  time: Date;

  @Field(
    () => Float,
    says(
      'Giá trị cuối bước; trống khi không có quan sát',
      'The last value in it; null where nothing was observed',
      { nullable: true },
    ),
  )
  value: number | null;
}

const many = { nullable: true } as const;

@ArgsType()
export class FlatArgs {
  @Field(() => [String], says('Mã các địa phương', 'Codes of localities', many))
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(10, { each: true })
  localities?: string[] | null;

  @Field(() => [String], says('Mã các kỳ', 'Codes of periods', many))
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(10, { each: true })
  periods?: string[] | null;

  @Field(
    () => DateTimeScalar,
    says(
      'Chỉ những gì mới hơn thời điểm này, để hỏi định kỳ',
      'Only what is newer than this, for polling',
      many,
    ),
  )
  @IsOptional()
  since?: Date | null;

  @Field(() => Int, says('Số dòng, tối đa 5000', 'How many rows, at most 5000', { defaultValue: 1_000 }))
  @Min(0)
  @Max(MOST_FLAT_ROWS)
  limit: number;
}
