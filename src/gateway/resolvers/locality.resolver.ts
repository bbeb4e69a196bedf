/** Lists the localities and the periods. Both are public code lists: a key of one locality sees them all. */
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listLocalities, type LocalityRow } from '../../db/queries/list-localities';
import { listPeriods, type PeriodRow } from '../../db/queries/list-periods';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { DateScalar } from '../types/scalars';
import { Locality, Period } from '../types/locality.type';

@Resolver(() => Locality)
export class LocalityResolver {
  @Query(
    () => [Locality],
    says('Cả nước và 34 tỉnh, thành phố', 'The nation and the 34 provinces and cities', listOf(35)),
  )
  localities(
    @Arg(
      'asOf',
      () => DateScalar,
      says(
        'Theo đơn vị hành chính có hiệu lực vào ngày này: trước 01/7/2025 là 63 tỉnh',
        'As divided on this day: before 1 July 2025, the 63 provinces',
        { nullable: true },
      ),
    )
    asOf: string | null,
    @Ctx() { hub }: GatewayContext,
  ): Promise<LocalityRow[]> {
    return listLocalities(hub.db, asOf ?? null);
  }

  @FieldResolver(listOf(2))
  predecessors(
    @Root() locality: LocalityRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<readonly LocalityRow[]> {
    return loaders.predecessors.load(locality.code);
  }

  @FieldResolver(listOf(1))
  successors(
    @Root() locality: LocalityRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<readonly LocalityRow[]> {
    return loaders.successors.load(locality.code);
  }
}

@Resolver(() => Period)
export class PeriodResolver {
  @Query(() => [Period], says('Các kỳ đánh giá, mới nhất trước', 'The periods, newest first', listOf(10)))
  periods(@Ctx() { hub }: GatewayContext): Promise<PeriodRow[]> {
    return listPeriods(hub.db);
  }
}
