/** Localities and periods: the two dimensions in which the matrix is judged. */
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { says, valuesSay } from '../describe';
import { Node } from './node.type';
import { DateScalar } from './scalars';
import { LText } from './text.type';

export const LocalityLevel = { NATION: 'NATION', PROVINCE: 'PROVINCE' } as const;
export type LocalityLevel = (typeof LocalityLevel)[keyof typeof LocalityLevel];

registerEnumType(LocalityLevel, {
  name: 'LocalityLevel',
  ...says('Cấp hành chính', 'Level of administration'),
  valuesConfig: valuesSay<LocalityLevel>({
    NATION: ['Cả nước', 'The nation'],
    PROVINCE: ['Tỉnh hoặc thành phố trực thuộc trung ương', 'A province or centrally run city'],
  }),
});

@ObjectType(
  'Locality',
  says('Cả nước hoặc một tỉnh, thành phố', 'The nation, a province or a city', { implements: Node }),
)
export class Locality extends Node {
  @Field(
    () => String,
    says(
      'Mã: VN, hai số của danh mục 34 tỉnh, hoặc ba số của danh mục 63 tỉnh cũ',
      'Code: VN, two digits of the list of 34, or three of the old list of 63',
    ),
  )
  code: string;

  @Field(() => LText, says('Tên', 'Name'))
  name: LText;

  @Field(() => LocalityLevel, says('Cấp hành chính', 'Level of administration'))
  level: LocalityLevel;

  @Field(() => DateScalar, says('Có hiệu lực từ ngày', 'Valid from'))
  validFrom: string;

  @Field(
    () => DateScalar,
    says('Hết hiệu lực sau ngày; trống nếu còn hiệu lực', 'Valid until; null while it is valid', {
      nullable: true,
    }),
  )
  validTo: string | null;

  @Field(
    () => [Locality],
    says(
      'Các tỉnh cũ đã sáp nhập thành đơn vị này từ 01/7/2025',
      'The old provinces that became this one on 1 July 2025',
    ),
  )
  predecessors: Locality[];

  @Field(
    () => [Locality],
    says('Đơn vị mới mà tỉnh cũ này đã nhập vào', 'The present units that this old province went into'),
  )
  successors: Locality[];
}

@ObjectType('Period', says('Kỳ đánh giá', 'A period of assessment'))
export class Period {
  @Field(() => ID, says('Mã kỳ, ví dụ 2025-H2', 'Code, for example 2025-H2'))
  code: string;

  @Field(() => LText, says('Tên kỳ', 'Name of the period'))
  label: LText;

  @Field(() => DateScalar, says('Ngày đầu', 'First day'))
  start: string;

  @Field(() => DateScalar, says('Ngày cuối', 'Last day'))
  end: string;
}
