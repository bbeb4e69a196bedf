/** Serves panels: flat rows of cells, heat maps, points and series, within the locality of the key. */
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, Int, Query, registerEnumType, Resolver } from 'type-graphql';
import { listFlatCells, listHeatmap, type FlatCellFilter } from '../../db/queries/list-flat-cells';
import { listMetricPoints, listMetricSeries } from '../../db/queries/list-metric-points';
import { seesLocality } from '../../domain/actor';
import { CellStatus } from '../../domain/matrix/matrix-status';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { says, valuesSay } from '../describe';
import { ClientError } from '../errors';
import { BY_LIMIT, listOf } from '../list-size';
import {
  FlatArgs,
  HeatmapColumns,
  HeatmapFlat,
  HeatmapMeasure,
  HeatmapRows,
  MatrixCellFlat,
  MetricPointFlat,
  MetricStep,
} from '../types/flat.type';
import { DateTimeScalar } from '../types/scalars';

const many = { nullable: true } as const;
const LONGEST_SERIES = 1_000;

const SeriesInterval = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH' } as const;
type SeriesInterval = keyof typeof SeriesInterval;
registerEnumType(SeriesInterval, {
  name: 'SeriesInterval',
  ...says('Độ dài mỗi bước', 'How long a step is'),
  valuesConfig: valuesSay<SeriesInterval>({
    DAY: ['Ngày', 'A day'],
    WEEK: ['Tuần', 'A week'],
    MONTH: ['Tháng', 'A month'],
  }),
});

@ArgsType()
class CellFlatArgs extends FlatArgs {
  @Field(() => [String], says('Đường dẫn các mục', 'Paths of items', many))
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(20, { each: true })
  items?: string[] | null;

  @Field(() => [String], says('Mã các cột', 'Codes of columns', many))
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(40, { each: true })
  columns?: string[] | null;

  @Field(() => [CellStatus], says('Các trạng thái', 'Statuses', many))
  @IsOptional()
  @ArrayMaxSize(5)
  statuses?: CellStatus[] | null;
}

@ArgsType()
class PointArgs extends FlatArgs {
  @Field(() => [String], says('Mã các chỉ số', 'Codes of indicators', many))
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(60, { each: true })
  indicators?: string[] | null;

  @Field(() => DateTimeScalar, says('Đến thời điểm này', 'Up to this moment', many))
  @IsOptional()
  until?: Date | null;
}

@Resolver()
export class FlatResolver {
  @Query(
    () => [MatrixCellFlat],
    says('Các ô, dạng phẳng cho bảng điều khiển', 'The cells, flat, for panels', BY_LIMIT),
  )
  matrixCellsFlat(
    @Args(() => CellFlatArgs) args: CellFlatArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    return listFlatCells(context.hub.db, toFilter(args, context), args.limit);
  }

  @Query(() => [HeatmapFlat], says('Bản đồ nhiệt, dạng phẳng', 'A heat map, flat', listOf(700)))
  heatmapFlat(
    @Arg('rows', () => HeatmapRows, says('Dòng là gì', 'What the rows are', { defaultValue: 'ITEM' }))
    rows: keyof typeof HeatmapRows,
    @Arg(
      'columns',
      () => HeatmapColumns,
      says('Cột là gì', 'What the columns are', { defaultValue: 'LOCALITY' }),
    )
    columns: keyof typeof HeatmapColumns,
    @Arg(
      'measure',
      () => HeatmapMeasure,
      says('Giá trị là gì', 'What is shown', { defaultValue: 'BENEFIT_SHARE' }),
    )
    measure: keyof typeof HeatmapMeasure,
    @Arg('periods', () => [String], says('Mã các kỳ', 'Codes of periods', many)) periods: string[] | null,
    @Arg('localities', () => [String], says('Mã các địa phương', 'Codes of localities', many))
    localities: string[] | null,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    return listHeatmap(context.hub.db, toFilter({ periods, localities }, context), {
      rows,
      columns,
      measure,
    });
  }

  @Query(
    () => [MetricPointFlat],
    says('Các quan sát, dạng phẳng, mới nhất trước', 'The observations, flat, newest first', BY_LIMIT),
  )
  metricPointsFlat(
    @Args(() => PointArgs) args: PointArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    const { limit, indicators = null, until = null } = args;
    return listMetricPoints(context.hub.db, { ...toFilter(args, context), indicators, until, limit });
  }

  @Query(
    () => [MetricStep],
    says(
      'Chuỗi thời gian của một chỉ số, chỗ thiếu là null',
      'The series of one indicator; gaps are nulls',
      BY_LIMIT,
    ),
  )
  metricSeries(
    @Arg('indicator', () => String, says('Mã chỉ số', 'Code of the indicator')) indicator: string,
    @Arg('locality', () => String, says('Mã địa phương', 'Code of the locality', { defaultValue: 'VN' }))
    locality: string,
    @Arg('from', () => DateTimeScalar, says('Từ', 'From')) from: Date,
    @Arg('to', () => DateTimeScalar, says('Đến', 'To')) to: Date,
    @Arg(
      'interval',
      () => SeriesInterval,
      says('Độ dài mỗi bước', 'How long a step is', { defaultValue: 'DAY' }),
    )
    interval: SeriesInterval,
    @Arg(
      'limit',
      () => Int,
      says('Số bước, tối đa 1000', 'How many steps, at most 1000', { defaultValue: 400 }),
    )
    limit: number,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    if (!seesLocality(actorOf(context), locality)) throw new ClientError('FORBIDDEN');
    const steps = Math.min(Math.max(limit, 0), LONGEST_SERIES);
    return listMetricSeries(context.hub.db, { indicator, locality, from, to, interval }, steps);
  }
}

function toFilter(args: Partial<CellFlatArgs>, { holder }: GatewayContext): FlatCellFilter {
  const { localities, periods, items, columns, statuses, since } = args;
  return {
    localityCode: scopeOf(holder).localityCode,
    localities: localities ?? null,
    periods: periods ?? null,
    items: items ?? null,
    columns: columns ?? null,
    statuses: statuses ?? null,
    since: since ?? null,
  };
}
