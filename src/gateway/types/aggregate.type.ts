/** Grouping and measuring: what a panel asks of `aggregate`, and the flat rows that it gets. */
import { ArrayMaxSize, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  AGGREGATE_OPS,
  DATE_BUCKETS,
  type AggregateOp,
  type DateBucket as Bucket,
} from '../../db/queries/aggregate/run-aggregate';
import {
  AGGREGATE_SOURCES,
  listAggregateFields,
  sourcesOf,
  type AggregateFieldName,
  type AggregateSourceName,
} from '../../db/queries/aggregate/sources';
import { says, valuesSay } from '../describe';
import { listOf } from '../list-size';
import { AggregateWhere } from './aggregate-where.type';
import { FIELD_WORDS, SOURCE_WORDS } from './aggregate-words';
import { MOST_FLAT_ROWS } from './flat.type';
import { JsonScalar } from './scalars';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

const AggregateSource = enumOf(Object.keys(AGGREGATE_SOURCES) as AggregateSourceName[]);
registerEnumType(AggregateSource, {
  name: 'AggregateSource',
  ...says('Nguồn để gộp', 'What is grouped'),
  valuesConfig: valuesSay(SOURCE_WORDS),
});

const AggregateFields = enumOf([...listAggregateFields().keys()]);
registerEnumType(AggregateFields, {
  name: 'AggregateField',
  ...says('Trường của một nguồn', 'A field of a source'),
  valuesConfig: valuesSay(
    Object.fromEntries(
      [...listAggregateFields().keys()].map((name) => {
        const [vi, en] = FIELD_WORDS[name];
        const sources = sourcesOf(name).join(', ');
        return [name, [`${vi} (${sources})`, `${en} (${sources})`]];
      }),
    ) as unknown as Record<AggregateFieldName, readonly [string, string]>,
  ),
});

const DateBucket = enumOf(DATE_BUCKETS);
registerEnumType(DateBucket, {
  name: 'DateBucket',
  ...says('Khoảng thời gian, theo giờ Việt Nam', 'A span of time, by the clock of Viet Nam'),
  valuesConfig: valuesSay<Bucket>({
    HOUR: ['Giờ', 'An hour'],
    DAY: ['Ngày', 'A day'],
    WEEK: ['Tuần, từ thứ Hai', 'A week, from Monday'],
    MONTH: ['Tháng', 'A month'],
    QUARTER: ['Quý', 'A quarter'],
    HALF_YEAR: ['Nửa năm, như kỳ đánh giá', 'A half-year, as the periods are'],
    YEAR: ['Năm', 'A year'],
  }),
});

const AggregateOps = enumOf(AGGREGATE_OPS);
registerEnumType(AggregateOps, {
  name: 'AggregateOp',
  ...says('Phép đo', 'How to measure'),
  valuesConfig: valuesSay<AggregateOp>({
    COUNT: ['Đếm dòng, hoặc đếm giá trị có mặt của một trường', 'Rows, or values of a field that are there'],
    COUNT_DISTINCT: ['Đếm giá trị khác nhau', 'Different values'],
    SUM: ['Tổng', 'Sum'],
    AVG: ['Trung bình', 'Mean'],
    MIN: ['Nhỏ nhất hoặc sớm nhất', 'Least or earliest'],
    MAX: ['Lớn nhất hoặc muộn nhất', 'Greatest or latest'],
  }),
});

const AggregateColumnRole = enumOf(['GROUP', 'MEASURE']);
registerEnumType(AggregateColumnRole, {
  name: 'AggregateColumnRole',
  ...says('Vai trò của cột', 'What a column is'),
  valuesConfig: valuesSay<'GROUP' | 'MEASURE'>({
    GROUP: ['Cột nhóm', 'Something to group by'],
    MEASURE: ['Cột đo', 'Something measured'],
  }),
});

const optional = { nullable: true } as const;
/** Names become keys of JSON and headers of CSV; they never become SQL. */
const NAME = /^[A-Za-z][A-Za-z\d_]{0,39}$/;

@InputType('AggregateGroup', says('Gộp theo một trường', 'A field to group by'))
export class AggregateGroup {
  @Field(() => AggregateFields, says('Trường', 'The field'))
  @MaxLength(40)
  field: AggregateFieldName;

  @Field(() => DateBucket, says('Khoảng, cần cho trường thời gian', 'Span, needed for a time', optional))
  @IsOptional()
  bucket?: Bucket | null;

  @Field(
    () => String,
    says('Tên cột; mặc định là tên trường', "Name of the column; the field's by default", optional),
  )
  @IsOptional()
  @Matches(NAME)
  as?: string | null;
}

@InputType('AggregateMeasure', says('Một phép đo', 'Something to measure'))
export class AggregateMeasure {
  @Field(() => AggregateOps, says('Phép đo', 'How'))
  @MaxLength(40)
  op: AggregateOp;

  @Field(() => AggregateFields, says('Trường; COUNT không cần', 'The field; COUNT needs none', optional))
  @IsOptional()
  field?: AggregateFieldName | null;

  @Field(() => AggregateWhere, says('Chỉ đo những dòng này', 'Measure these rows only', optional))
  @IsOptional()
  @ValidateNested()
  where?: AggregateWhere | null;

  @Field(
    () => String,
    says('Tên cột, ví dụ count, avgValue', 'Name of the column, for example count', optional),
  )
  @IsOptional()
  @Matches(NAME)
  as?: string | null;
}

@InputType('AggregateHaving', says('Lọc sau khi gộp', 'Which groups to keep'))
export class AggregateHaving {
  @Field(() => String, says('Tên cột đo', 'Name of a measured column'))
  @Matches(NAME)
  measure: string;

  @Field(() => Float, says('Bằng', 'Equal to', optional))
  @IsOptional()
  eq?: number;

  @Field(() => Float, says('Khác', 'Not equal to', optional))
  @IsOptional()
  ne?: number;

  @Field(() => Float, says('Lớn hơn', 'Greater than', optional))
  @IsOptional()
  gt?: number;

  @Field(() => Float, says('Từ', 'At least', optional))
  @IsOptional()
  gte?: number;

  @Field(() => Float, says('Nhỏ hơn', 'Less than', optional))
  @IsOptional()
  lt?: number;

  @Field(() => Float, says('Đến', 'At most', optional))
  @IsOptional()
  lte?: number;
}

@InputType('AggregateOrder', says('Thứ tự', 'An order'))
export class AggregateOrder {
  @Field(() => String, says('Tên cột', 'Name of a column'))
  @Matches(NAME)
  by: string;

  @Field(() => Boolean, says('Giảm dần', 'From the greatest down', { defaultValue: false }))
  @IsOptional()
  descending: boolean;
}

@ArgsType()
export class AggregateArgs {
  @Field(() => AggregateSource, says('Nguồn', 'The source'))
  @MaxLength(40)
  source: AggregateSourceName;

  @Field(() => [AggregateGroup], says('Gộp theo', 'What to group by', { defaultValue: [] }))
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  groupBy: AggregateGroup[];

  @Field(
    () => [AggregateMeasure],
    says('Các phép đo', 'What to measure', { defaultValue: [{ op: 'COUNT' }] }),
  )
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  measures: AggregateMeasure[];

  @Field(() => AggregateWhere, says('Lọc trước khi gộp', 'Which rows', optional))
  @IsOptional()
  @ValidateNested()
  where?: AggregateWhere | null;

  @Field(() => [AggregateHaving], says('Lọc sau khi gộp', 'Which groups', { defaultValue: [] }))
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  having: AggregateHaving[];

  @Field(
    () => [AggregateOrder],
    says('Thứ tự; mặc định theo các cột nhóm', 'In which order; by the groups by default', {
      defaultValue: [],
    }),
  )
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  orderBy: AggregateOrder[];

  @Field(() => Int, says('Số dòng, tối đa 5000', 'How many rows, at most 5000', { defaultValue: 1_000 }))
  @Min(0)
  @Max(MOST_FLAT_ROWS)
  limit: number;
}

@ObjectType('AggregateColumn', says('Một cột của kết quả', 'A column of the answer'))
export class AggregateColumn {
  @Field(() => String, says('Tên', 'Name'))
  name: string;

  @Field(() => AggregateColumnRole, says('Vai trò', 'What it is'))
  role: 'GROUP' | 'MEASURE';
}

@ObjectType('AggregateResult', says('Kết quả gộp', 'What was grouped'))
export class AggregateResult {
  @Field(() => [AggregateColumn], says('Các cột theo thứ tự', 'The columns in order', listOf(15)))
  columns: AggregateColumn[];

  @Field(
    () => [JsonScalar],
    says('Các dòng phẳng: tên cột và giá trị', 'Flat rows: the names of the columns and their values'),
  )
  rows: object[];

  @Field(() => Boolean, says('Còn nhóm khác ngoài giới hạn', 'There are more groups than the limit'))
  truncated: boolean;
}
