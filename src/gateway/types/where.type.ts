/** Filters: a field to operators, joined by and, or and not. */
import { ArrayMaxSize, IsBoolean, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, type ClassType } from 'type-graphql';
import { FieldClass } from '../../domain/verdict/field-outcome';
import { RunKind, RunState } from '../../domain/run/run-state';
import { ReasonCode, Verdict } from '../../domain/verdict/verdict';
import { says } from '../describe';
import { DateTimeScalar } from './scalars';
import './run-enums.type';

const MOST_VALUES = 50;
const optional = { nullable: true } as const;

/** The filter on a field whose values are a closed list. */
export function enumFilter(name: string, values: object, vi: string, en: string): ClassType {
  @InputType(name, says(`Điều kiện trên ${vi}`, `Condition on the ${en}`))
  class EnumFilter {
    @Field(() => values, says('Bằng', 'Equal to', optional))
    @IsOptional()
    eq?: string;

    @Field(() => values, says('Khác', 'Not equal to', optional))
    @IsOptional()
    ne?: string;

    @Field(() => [values], says('Thuộc danh sách', 'One of', optional))
    @IsOptional()
    @ArrayMaxSize(MOST_VALUES)
    in?: string[];
  }
  return EnumFilter;
}

const RunStateFilter = enumFilter('RunStateFilter', RunState, 'trạng thái lượt chạy', 'state of a run');
const RunKindFilter = enumFilter('RunKindFilter', RunKind, 'loại lượt chạy', 'kind of a run');
export const VerdictFilter = enumFilter('VerdictFilter', Verdict, 'kết luận', 'verdict');
const FieldClassFilter = enumFilter('FieldClassFilter', FieldClass, 'kết quả so sánh', 'comparison');

@InputType('BooleanFilter', says('Điều kiện đúng hay sai', 'Condition on a yes or no'))
export class BooleanFilter {
  @Field(() => Boolean, says('Bằng', 'Equal to', optional))
  @IsOptional()
  @IsBoolean()
  eq?: boolean;
}

@InputType('CodeFilter', says('Điều kiện trên mã', 'Condition on a code'))
export class CodeFilter {
  @Field(() => String, says('Bằng', 'Equal to', optional))
  @IsOptional()
  @MaxLength(40)
  eq?: string;

  @Field(() => String, says('Khác', 'Not equal to', optional))
  @IsOptional()
  @MaxLength(40)
  ne?: string;

  @Field(() => [String], says('Thuộc danh sách', 'One of', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(40, { each: true })
  in?: string[];
}

@InputType('IdFilter', says('Điều kiện trên mã nhận diện', 'Condition on an identity'))
export class IdFilter {
  @Field(() => ID, says('Bằng', 'Equal to', optional))
  @IsOptional()
  @IsUUID()
  eq?: string;

  @Field(() => ID, says('Khác', 'Not equal to', optional))
  @IsOptional()
  @IsUUID()
  ne?: string;

  @Field(() => [ID], says('Thuộc danh sách', 'One of', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @IsUUID(undefined, { each: true })
  in?: string[];
}

@InputType('DateTimeFilter', says('Điều kiện trên thời điểm', 'Condition on a moment'))
export class DateTimeFilter {
  @Field(() => DateTimeScalar, says('Bằng', 'Equal to', optional))
  @IsOptional()
  eq?: Date;

  @Field(() => DateTimeScalar, says('Sau', 'After', optional))
  @IsOptional()
  gt?: Date;

  @Field(() => DateTimeScalar, says('Từ', 'At or after', optional))
  @IsOptional()
  gte?: Date;

  @Field(() => DateTimeScalar, says('Trước', 'Before', optional))
  @IsOptional()
  lt?: Date;

  @Field(() => DateTimeScalar, says('Đến', 'At or before', optional))
  @IsOptional()
  lte?: Date;
}

@InputType('IntFilter', says('Điều kiện trên số nguyên', 'Condition on a whole number'))
export class IntFilter {
  @Field(() => Int, says('Bằng', 'Equal to', optional))
  @IsOptional()
  eq?: number;

  @Field(() => Int, says('Khác', 'Not equal to', optional))
  @IsOptional()
  ne?: number;

  @Field(() => [Int], says('Thuộc danh sách', 'One of', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  in?: number[];

  @Field(() => Int, says('Lớn hơn', 'Greater than', optional))
  @IsOptional()
  gt?: number;

  @Field(() => Int, says('Từ', 'At least', optional))
  @IsOptional()
  gte?: number;

  @Field(() => Int, says('Nhỏ hơn', 'Less than', optional))
  @IsOptional()
  lt?: number;

  @Field(() => Int, says('Đến', 'At most', optional))
  @IsOptional()
  lte?: number;
}

@InputType('ReasonListFilter', says('Điều kiện trên danh sách lý do', 'Condition on a list of reasons'))
export class ReasonListFilter {
  @Field(() => ReasonCode, says('Có lý do này', 'Holds this reason', optional))
  @IsOptional()
  contains?: ReasonCode;
}

@InputType('RunWhere', says('Lọc lượt chạy', 'Which runs'))
export class RunWhere {
  @Field(() => RunStateFilter, says('Trạng thái', 'State', optional))
  @IsOptional()
  @ValidateNested()
  state?: object;

  @Field(() => RunKindFilter, says('Loại', 'Kind', optional))
  @IsOptional()
  @ValidateNested()
  kind?: object;

  @Field(() => IdFilter, says('Bộ dữ liệu', 'Dataset', optional))
  @IsOptional()
  @ValidateNested()
  datasetId?: IdFilter;

  @Field(() => CodeFilter, says('Mã kết nối', 'Id of the connector', optional))
  @IsOptional()
  @ValidateNested()
  connector?: CodeFilter;

  @Field(() => CodeFilter, says('Mã địa phương', 'Code of the locality', optional))
  @IsOptional()
  @ValidateNested()
  locality?: CodeFilter;

  @Field(() => DateTimeFilter, says('Thời điểm yêu cầu', 'When it was asked for', optional))
  @IsOptional()
  @ValidateNested()
  createdAt?: DateTimeFilter;

  @Field(() => [RunWhere], says('Mọi điều kiện đều đúng', 'All of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  and?: RunWhere[];

  @Field(() => [RunWhere], says('Ít nhất một điều kiện đúng', 'Any of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  or?: RunWhere[];

  @Field(() => RunWhere, says('Điều kiện không đúng', 'Not this', optional))
  @IsOptional()
  @ValidateNested()
  not?: RunWhere;
}

@InputType('VerdictWhere', says('Lọc kết luận', 'Which verdicts'))
export class VerdictWhere {
  @Field(() => VerdictFilter, says('Kết luận', 'Verdict', optional))
  @IsOptional()
  @ValidateNested()
  verdict?: object;

  @Field(() => IntFilter, says('Số thứ tự dòng', 'Number of the row', optional))
  @IsOptional()
  @ValidateNested()
  seq?: IntFilter;

  @Field(() => ReasonListFilter, says('Lý do', 'Reasons', optional))
  @IsOptional()
  @ValidateNested()
  reasons?: ReasonListFilter;

  @Field(() => FieldClassFilter, says('So sánh số định danh', 'How the number compared', optional))
  @IsOptional()
  @ValidateNested()
  number?: object;

  @Field(() => FieldClassFilter, says('So sánh họ tên', 'How the name compared', optional))
  @IsOptional()
  @ValidateNested()
  name?: object;

  @Field(() => FieldClassFilter, says('So sánh ngày sinh', 'How the birth date compared', optional))
  @IsOptional()
  @ValidateNested()
  birthDate?: object;

  @Field(() => FieldClassFilter, says('So sánh giới tính', 'How the sex compared', optional))
  @IsOptional()
  @ValidateNested()
  sex?: object;

  @Field(() => [VerdictWhere], says('Mọi điều kiện đều đúng', 'All of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  and?: VerdictWhere[];

  @Field(() => [VerdictWhere], says('Ít nhất một điều kiện đúng', 'Any of these', optional))
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @ValidateNested({ each: true })
  or?: VerdictWhere[];

  @Field(() => VerdictWhere, says('Điều kiện không đúng', 'Not this', optional))
  @IsOptional()
  @ValidateNested()
  not?: VerdictWhere;
}
