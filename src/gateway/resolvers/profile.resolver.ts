/** Serves the profile of a dataset. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type DatasetRow } from '../../db/queries/list-datasets';
import { type ProfileRow } from '../../db/queries/list-profiles';
import { type ColumnProfile } from '../../domain/profile/profile-column';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { Dataset } from '../types/dataset.type';
import { ColumnProfileType, DatasetProfileType } from '../types/profile.type';

@Resolver(() => Dataset)
export class DatasetProfileResolver {
  @FieldResolver(
    () => DatasetProfileType,
    says(
      'Phân tích gần nhất; trống khi chưa có lượt PROFILE nào xong',
      'The latest profile; null before a PROFILE run is over',
      {
        nullable: true,
      },
    ),
  )
  profile(@Root() { id }: DatasetRow, @Ctx() { loaders }: GatewayContext): Promise<ProfileRow | null> {
    return loaders.profile.load(id);
  }
}

@Resolver(() => DatasetProfileType)
export class ProfileResolver {
  @FieldResolver(listOf(20))
  columns(@Root() { columns }: ProfileRow): readonly object[] {
    return columns;
  }

  @FieldResolver(listOf(3))
  consistency(@Root() { consistency }: ProfileRow): readonly object[] {
    return consistency;
  }
}

@Resolver(() => ColumnProfileType)
export class ColumnProfileResolver {
  @FieldResolver(listOf(5))
  patterns(@Root() { patterns }: ColumnProfile): readonly object[] {
    return patterns;
  }

  @FieldResolver(listOf(5))
  topValues(@Root() { topValues }: ColumnProfile): readonly object[] {
    return topValues;
  }

  @FieldResolver(listOf(3))
  signs(@Root() { signs }: ColumnProfile): readonly object[] {
    return signs;
  }
}
