/** Serves the IOCs of the provinces: stage, heartbeat, feeds and history. */
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  listIocNodes,
  type IocFeedRow,
  type IocNodeRow,
  type StageChangeRow,
} from '../../db/queries/list-ioc-nodes';
import { type Where } from '../../db/where-sql';
import { findFeed } from '../../domain/ioc/ioc-feeds';
import { findQuality } from '../../domain/ioc/feed-quality';
import { STAGE_REASONS } from '../../domain/ioc/ioc-stage';
import { scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { listOf } from '../list-size';
import { IocFeedType, IocNodeType, IocNodeWhere, IocStageChangeType } from '../types/ioc.type';

@ArgsType()
class IocNodesArgs {
  @Field(() => IocNodeWhere, says('Điều kiện lọc', 'Which of them', { nullable: true }))
  @IsOptional()
  @ValidateNested()
  where?: IocNodeWhere | null;
}

@ArgsType()
class IocNodeArgs {
  @Field(() => ID, says('Mã tỉnh, thành phố', 'Code of the province'))
  @MaxLength(3)
  locality: string;
}

const MOST_CHANGES = 20;

@Resolver(() => IocNodeType)
export class IocNodeResolver {
  @Query(() => [IocNodeType], says('IOC của các tỉnh, thành phố', 'The IOCs of the provinces', listOf(34)))
  iocNodes(
    @Args(() => IocNodesArgs) { where }: IocNodesArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<IocNodeRow[]> {
    return listIocNodes(hub.db, scopeOf(holder), (where ?? null) as Where | null);
  }

  @Query(
    () => IocNodeType,
    says(
      'IOC của một tỉnh, thành phố; trống nếu không có',
      'The IOC of one province; null when there is none',
      {
        nullable: true,
      },
    ),
  )
  async iocNode(
    @Args(() => IocNodeArgs) { locality }: IocNodeArgs,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<IocNodeRow | null> {
    const [node] = await listIocNodes(hub.db, scopeOf(holder), { locality: { eq: locality } });
    return node ?? null;
  }

  @FieldResolver()
  locality(@Root() node: IocNodeRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.locality.load(node.localityCode);
  }

  @FieldResolver()
  why(@Root() { why }: IocNodeRow): object {
    return { code: why, words: STAGE_REASONS[why] };
  }

  @FieldResolver()
  lastRun(
    @Root() { lastRunId }: IocNodeRow,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> | null {
    return lastRunId === null ? null : loaders.run.load(lastRunId);
  }

  @FieldResolver(listOf(6))
  feeds(@Root() node: IocNodeRow, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return loaders.iocFeeds.load(node.localityCode);
  }

  @FieldResolver(() => [IocStageChangeType], listOf(MOST_CHANGES))
  history(
    @Root() node: IocNodeRow,
    @Arg('last', () => Int, says('Số lần đổi, tối đa 20', 'How many, at most 20', { defaultValue: 10 }))
    last: number,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<readonly StageChangeRow[]> {
    const most = Math.min(Math.max(last, 0), MOST_CHANGES);
    return loaders.stageChanges.load({ subject: node.localityCode, given: { last: most } });
  }
}

@Resolver(() => IocFeedType)
export class IocFeedResolver {
  @FieldResolver()
  title(@Root() { code }: IocFeedRow): object {
    return findFeed(code)?.title ?? { vi: code, en: code };
  }

  @FieldResolver()
  quality(@Root() feed: IocFeedRow): object | null {
    return findQuality(feed);
  }
}

@Resolver(() => IocStageChangeType)
export class IocStageChangeResolver {
  @FieldResolver()
  why(@Root() { why }: StageChangeRow): object {
    return { code: why, words: STAGE_REASONS[why] };
  }
}
