/** The filter of `aggregate`: every field of every source, each with the operators that its kind knows. */
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, Float, InputType, type ClassType } from 'type-graphql';
import { listAggregateFields, type AggregateField } from '../../db/queries/aggregate/sources';
import { says } from '../describe';
import { FIELD_WORDS } from './aggregate-words';
import { BooleanFilter, DateTimeFilter, IdFilter } from './where.type';

const MOST_VALUES = 50;
const optional = { nullable: true } as const;

@InputType('WordFilter', says('Điều kiện trên chữ hoặc mã', 'Condition on a word or code'))
export class WordFilter {
  @Field(() => String, says('Bằng', 'Equal to', optional))
  @IsOptional()
  @MaxLength(200)
  eq?: string;

  @Field(() => String, says('Khác', 'Not equal to', optional))
  @IsOptional()
  @MaxLength(200)
  ne?: string;

  @Field(() => [String], says('Thuộc danh sách', 'One of', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(200, { each: true })
  in?: string[];

  @Field(
    () => String,
    says('Có chứa, không phân biệt dấu và chữ hoa', 'Holds it, whatever its accents and capitals', optional),
  )
  @IsOptional()
  @MaxLength(200)
  contains?: string;

  @Field(() => Boolean, says('Để trống hay không', 'Whether it is empty', optional))
  @IsOptional()
  isNull?: boolean;
}

@InputType('NumberFilter', says('Điều kiện trên số', 'Condition on a number'))
export class NumberFilter {
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

  @Field(() => Boolean, says('Để trống hay không', 'Whether it is empty', optional))
  @IsOptional()
  isNull?: boolean;
}

@InputType(
  'AggregateWhere',
  says('Lọc trước khi gộp; trường phải thuộc nguồn', 'Which rows to group; the fields must be of the source'),
)
export class AggregateWhere {
  @Field(() => [AggregateWhere], says('Mọi điều kiện đều đúng', 'All of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  and?: AggregateWhere[];

  @Field(() => [AggregateWhere], says('Ít nhất một điều kiện đúng', 'Any of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  or?: AggregateWhere[];

  @Field(() => AggregateWhere, says('Điều kiện không đúng', 'Not this', optional))
  @IsOptional()
  @ValidateNested()
  not?: AggregateWhere;
}

const FILTERS: Readonly<Record<AggregateField['kind'], ClassType>> = {
  TEXT: WordFilter,
  NUMBER: NumberFilter,
  TIME: DateTimeFilter,
  FLAG: BooleanFilter,
  ID: IdFilter,
};

for (const [name, kind] of listAggregateFields()) {
  Field(() => FILTERS[kind], says(...FIELD_WORDS[name], optional))(AggregateWhere.prototype, name);
  IsOptional()(AggregateWhere.prototype, name);
  ValidateNested()(AggregateWhere.prototype, name);
}
