/** Agencies: the units that may be held responsible. */
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { AgencyKind } from '../../domain/agency';
import { says, valuesSay } from '../describe';
import { Locality } from './locality.type';
import { LText } from './text.type';

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  ...says('Loại đơn vị', 'Kind of agency'),
  valuesConfig: valuesSay<AgencyKind>({
    MINISTRY: ['Bộ, cơ quan ngang bộ', 'A ministry'],
    DEPARTMENT: ['Sở, ngành, công an cấp tỉnh', 'A provincial department'],
    PROVINCE: ['Ủy ban nhân dân cấp tỉnh', 'A provincial government'],
    COMMUNE: ['Cấp xã', 'Commune level'],
    OTHER: ['Đơn vị khác', 'Another unit'],
  }),
});

@ObjectType('Agency', says('Đơn vị chịu trách nhiệm', 'A unit that may be held responsible'))
export class Agency {
  @Field(() => ID, says('Mã đơn vị', 'Code of the agency'))
  code: string;

  @Field(() => LText, says('Tên đơn vị', 'Name'))
  name: LText;

  @Field(() => AgencyKind, says('Loại', 'Kind'))
  kind: AgencyKind;

  @Field(
    () => Locality,
    says('Địa phương; trống nếu là cơ quan trung ương', 'Its locality; null for a national one', {
      nullable: true,
    }),
  )
  locality: Locality | null;
}
